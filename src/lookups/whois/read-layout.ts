// Our reader for registries' own layouts: wider tables of labels than read.ts has, and a sense of what belongs to the
// registration and what to a contact, a registrar's own object or a set of name servers. What is stated twice and
// differently gives nothing.
import { type Name, nameOrNone, topLabel } from '../../model/name.ts';
import { type DateOrder, orderShown, readDate } from '../dates.ts';
import {
  type Draft,
  type Field,
  plainWords,
  put,
  putNameServerSet,
  putStatuses,
  registrarName,
  type Single,
  single,
  whoisStatus,
} from '../facts.ts';
import type { CleanText } from './clean.ts';
import { type Entry, entriesOf } from './entries.ts';
import { LABELS, OTHER_OBJECTS } from './layout-labels.ts';
import { has } from './quirks.ts';
import { hostOf, type Reading, recordLines, signedOf, statusWords } from './read.ts';

export function readLayout({ lines, endsWithEmptyLine }: CleanText, name: Name): Reading {
  const all = entriesOf(recordLines(lines));
  const own = ofRegistration(all);
  const draft: Draft = {};
  const contradictory: Field[] = [];
  const hints: Field[] = [];
  const take = <F extends Field>(field: F, found: Single<NonNullable<Draft[F]>>): void => {
    if (found.is === 'stated') put(draft, field, found.value);
    if (found.is === 'contradictory') contradictory.push(field);
  };
  const tld = topLabel(name);
  const order = orderIn(all, tld);
  for (const field of ['created', 'updated', 'expires'] as const) {
    const stated = valuesOf(own, LABELS[field]);
    // No contact expires: .hk has the date under the registrant.
    const texts = stated.length === 0 && field === 'expires' ? valuesOf(all, LABELS[field]) : stated;
    const dates = texts.flatMap((text) => readDate(text, order) ?? []);
    take(field, single(dates, String));
    if (dates.length === 0 && texts.some((text) => A_YEAR.test(text))) hints.push(field);
  }
  take('registrar', has('registrarIsHandle', tld) ? registrarReferred(all, own) : registrarIn(all, own));
  take(
    'signed',
    single(
      valuesOf(own, LABELS.dnssec).flatMap((text) => signedOf(text) ?? []),
      String,
    ),
  );
  const given = serversGiven(all);
  const last = given.at(-1);
  // Below a heading an empty line ends the list; between servers with a label each it may stand, as in .kr.
  const ended = endsWithEmptyLine && last?.label === '';
  if (last === undefined || ended || !isLast(last, lines)) putServers(draft, given, name);
  else for (const list of [contradictory, hints]) list.push('nameServers');
  putStatusWords(draft, own, tld);
  if (has('registrarIsHandle', tld) && handlesIn(own).length > 0) hints.push('registrar');
  return { facts: draft, contradictory, about: aboutOf(own), hints };
}

/** Some date, in whatever order or words; or with a year of two figures, which is read nowhere. */
const A_YEAR = /\b(?:19|20)\d\d\b|\b\d{1,2}-[a-z]{3}-\d\d\b/i;

/** Not of a contact, nor of any other object that a reply brings along: their dates and statuses are their own. */
function ofRegistration(all: readonly Entry[]): readonly Entry[] {
  const named = new Set(all.filter(({ label }) => LABELS.domain.has(label)).map(({ part }) => part));
  return all.filter(({ label, heading, block, part }) => {
    // `Domain Name Commencement Date`, under the registrant in .hk.
    if (label.startsWith('domain ')) return true;
    // The list of servers has a date of its own in .ee.
    if (LABELS.nameServerHeading.has(heading) && label !== '' && !LABELS.nameServer.has(label)) return false;
    // In .no every object begins with its handle; the registration's names the domain.
    if (block === 'norid handle') return named.has(part);
    return !OTHER_OBJECTS.test(heading) && !OTHER_OBJECTS.test(block);
  });
}

/** By the table of quirks, or as other dates of the same record show it. */
function orderIn(all: readonly Entry[], tld: string): DateOrder {
  if (has('dayFirst', tld)) return 'day-first';
  return has('monthFirst', tld) ? 'month-first' : orderShown(all.map(({ value }) => value));
}

function handlesIn(own: readonly Entry[]): readonly string[] {
  return own.filter(({ label }) => LABELS.registrarHandle.has(label)).map(({ value }) => value);
}

/** The object that the registration refers to by a handle, where the reply brings it along, as in .sk and .ua. */
function registrarReferred(all: readonly Entry[], own: readonly Entry[]): Single<{ readonly name: string }> {
  const handles = new Set(handlesIn(own));
  const parts = all.filter(({ label, block, value }) => block === 'registrar' && label === block && handles.has(value));
  const entries = all.filter(({ part }) => parts.some((one) => one.part === part));
  const names = [LABELS.organisation, LABELS.name].map((labels) => valuesOf(entries, labels));
  const found = single((names.find((texts) => texts.length > 0) ?? []).map(registrarName).filter(Boolean), plainWords);
  return found.is === 'stated' ? { is: 'stated', value: { name: found.value } } : found;
}

function valuesOf(entries: readonly Entry[], labels: ReadonlySet<string>): readonly string[] {
  const labelled = entries.filter(({ label }) => labels.has(label)).map(({ value }) => value);
  const headed = entries.filter(({ label, heading }) => label === '' && labels.has(heading)).map(({ value }) => value);
  return [...labelled, ...headed];
}

/** Behind the label; or under the heading, by a label of a name or as the first line. */
function registrarIn(all: readonly Entry[], own: readonly Entry[]): Single<{ readonly name: string }> {
  const ofRegistrar = all.filter(({ block }) => LABELS.registrar.has(block));
  const behind = [...own, ...ofRegistrar].filter(({ label, heading }) => LABELS.registrar.has(label) && heading === '');
  const under = all.filter(({ heading }) => LABELS.registrarHeading.has(heading));
  const byLabel = [LABELS.registrar, LABELS.organisation, LABELS.name].map((labels) =>
    under.filter(({ label }) => labels.has(label)),
  );
  const named = byLabel.find((entries) => entries.length > 0);
  const first = named?.slice(0, 1) ?? under.slice(0, 1).filter(({ label }) => label === '');
  const names = [...behind, ...first].map(({ value }) => registrarName(value)).filter((text) => text !== '');
  const found = single(names, plainWords);
  return found.is === 'stated' ? { is: 'stated', value: { name: found.value } } : found;
}

function serversGiven(all: readonly Entry[]): readonly Entry[] {
  const given = all.filter(
    ({ label, heading }) =>
      LABELS.nameServer.has(label) ||
      /^(?:ns|dns|dns servers?|domain servers?|name ?server|nserver|ns name) ?\d+$/.test(label) ||
      LABELS.nameServerHeading.has(heading),
  );
  return given.filter(({ value }) => nameOrNone(hostOf(value)) !== undefined);
}

/** A list that ends with the reply, or with a heading for more, may have been longer: a server that breaks off leaves no other trace. */
function isLast({ value }: Entry, lines: readonly string[]): boolean {
  const last = (lines.findLast((line) => line.trim() !== '') ?? '').trim();
  return last.endsWith(value) || /^[a-z ]*\b(?:name|domain|dns) ?servers?:?$/i.test(last);
}

/** The domain itself among them is a registry's way to say something else. */
function putServers(draft: Draft, given: readonly Entry[], name: Name): void {
  const servers = given.flatMap(({ value }) => nameOrNone(hostOf(value)) ?? []);
  if (!servers.includes(name)) putNameServerSet(draft, servers);
}

function putStatusWords(draft: Draft, own: readonly Entry[], tld: string): void {
  const labels = has('stateIsStatus', tld) ? new Set([...LABELS.status, 'state']) : LABELS.status;
  putStatuses(draft, valuesOf(own, labels).flatMap(statusWords), whoisStatus);
}

function aboutOf(own: readonly Entry[]): readonly Name[] {
  const stated = valuesOf(own, LABELS.domain).flatMap((value) => nameOrNone(value.split(/\s/)[0] ?? '') ?? []);
  return [...new Set(stated)];
}

/** Ours in ICANN's layout first, this one where that is silent. */
export function joined(strict: Reading, layout: Reading, name: Name): Reading {
  const contradictory = new Set<Field>([...strict.contradictory]);
  const draft: Draft = { ...strict.facts };
  if (has('registrarIsHandle', topLabel(name))) {
    delete draft.registrar;
    contradictory.delete('registrar');
  }
  for (const field of JOINED) {
    if (contradictory.has(field) || draft[field] !== undefined) continue;
    if (layout.contradictory.includes(field)) contradictory.add(field);
    else put(draft, field, layout.facts[field]);
  }
  const about = [...new Set([...strict.about, ...layout.about])];
  return { facts: draft, contradictory: [...contradictory], about, hints: [...strict.hints, ...layout.hints] };
}

const JOINED = [
  'registrar',
  'created',
  'updated',
  'expires',
  'signed',
  'nameServers',
  'statuses',
  'otherStatuses',
] as const;
