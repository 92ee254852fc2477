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
import { isWholeList, serversGiven } from './layout-servers.ts';
import { has } from './quirks.ts';
import { type Reading, recordLines, signedOf, statusWords } from './read.ts';
import { hostOf, hostsOfAll } from './server-line.ts';
import { nameShown } from './subject.ts';

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
  const datesOf = dateReader(all, own, tld);
  for (const field of DATES) {
    const { dates, isUnread } = datesOf(field);
    take(field, single(dates, String));
    if (isUnread) hints.push(field);
  }
  take('registrar', has('registrarIsHandle', tld) ? registrarReferred(all, own) : registrarIn(all, own, tld));
  take(
    'signed',
    single(
      valuesOf(own, LABELS.dnssec).flatMap((text) => signedOf(text) ?? []),
      String,
    ),
  );
  const given = serversGiven(all);
  const servers = serversIn(given, name);
  if (servers !== undefined && isWholeList(given, { all, lines, endsWithEmptyLine })) putNameServerSet(draft, servers);
  else for (const list of [contradictory, hints]) list.push('nameServers');
  putStatusWords(draft, own, tld);
  const cutStatuses = draft.statuses !== undefined && (endsWithStatus(own, lines) || all.some(isStrayStatus));
  if (cutStatuses) {
    delete draft.statuses;
    contradictory.push('statuses');
  }
  if (has('registrarIsHandle', tld) && handlesIn(own).length > 0) hints.push('registrar');
  if (all.some(showsHolder)) hints.push('registrant');
  return { facts: draft, contradictory, about: aboutOf(all, own, name), hints, cutStatuses };
}

const DATES = ['created', 'updated', 'expires'] as const;

/** What is stated of a date; unread: nothing of it could be read, and there seems to be one. */
function dateReader(all: readonly Entry[], own: readonly Entry[], tld: string) {
  const order = orderIn(all, tld);
  const named = partsNaming(own);
  const besideName = own.filter(({ part }) => named.has(part));
  return (field: (typeof DATES)[number]) => {
    const first = field === 'created' ? valuesOf(own, LABELS.registeredFirst) : [];
    // A list of servers by itself may have dates of its own, as in .ar since 2018.
    const beside = valuesOf(besideName, LABELS[field]);
    const stated = [first, beside, valuesOf(own, LABELS[field])].find((texts) => texts.length > 0) ?? [];
    // No contact expires: .hk has the date under the registrant.
    const texts = stated.length === 0 && field === 'expires' ? valuesOf(all, LABELS[field]) : stated;
    const dates = texts.flatMap((text) => readDate(text, order) ?? []);
    return { dates, isUnread: dates.length === 0 && texts.some((text) => A_YEAR.test(text)) };
  };
}

/** Some date, in whatever order or words; or with a year of two figures, which is read nowhere. */
const A_YEAR = /\b(?:19|20)\d\d\b|\b\d{1,2}-[a-z]{3}-\d\d\b/i;

/** Not of a contact, nor of any other object that a reply brings along: their dates and statuses are their own. */
function ofRegistration(all: readonly Entry[]): readonly Entry[] {
  const named = partsNaming(all);
  return all.filter(({ label, heading, block, part }) => {
    // `Domain Name Commencement Date`, under the registrant in .hk.
    if (label.startsWith('domain ') || OF_THE_RECORD.test(label)) return true;
    // The list of servers has a date of its own in .ee.
    if (LABELS.nameServerHeading.has(heading) && label !== '' && !LABELS.nameServer.has(label)) return false;
    // Keys have one, too.
    if (heading === 'dnssec' && label !== '') return false;
    // In .no every object begins with its handle; the registration's names the domain.
    if (block === 'norid handle') return named.has(part);
    return !OTHER_OBJECTS.test(heading) && !OTHER_OBJECTS.test(block);
  });
}

/** The parts of a reply in which the domain is named. */
function partsNaming(entries: readonly Entry[]): ReadonlySet<Entry['part']> {
  return new Set(entries.filter(({ label }) => LABELS.domain.has(label)).map(({ part }) => part));
}

/** Below the registrar of record, as at Tucows before 2014. */
const OF_THE_RECORD = /^record (?:created|expires|last updated)\b/;

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
  const brought = all.filter(({ label, block }) => block === 'registrar' && label === block);
  // In .sk since 2024 the registration names no handle, and the one registrar that comes along is its own.
  const parts =
    handles.size === 0 && brought.length === 1 ? brought : brought.filter(({ value }) => handles.has(value));
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
function registrarIn(all: readonly Entry[], own: readonly Entry[], tld: string): Single<{ readonly name: string }> {
  const labels = has('providerIsRegistrar', tld)
    ? new Set([...LABELS.registrar, ...LABELS.provider])
    : LABELS.registrar;
  const ofRegistrar = all.filter(({ block }) => labels.has(block));
  const behind = [...own, ...ofRegistrar].filter(({ label, heading }) => labels.has(label) && heading === '');
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

/** The domain itself among them is a registry's way to say something else; behind `DNS` in .dk it is the name as DNS has it. */
function serversIn(given: readonly Entry[], name: Name): readonly Name[] | undefined {
  const texts = given.filter(({ label, value }) => label !== 'dns' || nameOrNone(hostOf(value)) !== name);
  const servers = hostsOfAll(texts.map(({ value }) => value));
  return servers?.includes(name) === true ? [] : servers;
}

function putStatusWords(draft: Draft, own: readonly Entry[], tld: string): void {
  const labels = has('stateIsStatus', tld) ? new Set([...LABELS.status, 'state']) : LABELS.status;
  putStatuses(draft, valuesOf(own, labels).flatMap(statusWords), whoisStatus);
}

/** Below the last status another one may have stood. */
function endsWithStatus(own: readonly Entry[], lines: readonly string[]): boolean {
  const last = own.at(-1);
  const end = lines.findLast((line) => line.trim() !== '') ?? '';
  return last !== undefined && LABELS.status.has(last.label) && end.trim().endsWith(last.value);
}

/** With the address of EPP's explanation behind it. */
const LONGEST_STATUS = 100;

/** A status alone on its line, which belongs to a list that stood further right before somebody moved it. */
function isStrayStatus({ label, heading, value }: Entry): boolean {
  if (label !== '' || LABELS.status.has(heading) || value.length > LONGEST_STATUS) return false;
  return statusWords(value.replace(/\s-$/, '')).some((word) => whoisStatus(word) !== undefined);
}

/** Somebody who holds the registration, not whoever keeps the name back. */
function showsHolder({ label, heading, value }: Entry): boolean {
  const names = label === '' || LABELS.name.has(label) || LABELS.organisation.has(label);
  const holder = LABELS.holder.has(label) || (names && LABELS.holder.has(heading));
  return (
    holder && /[a-z]/i.test(value) && !/reserv|restrict|prohibit|block|unassign|\bnot\b|\bno\b|\bnone\b/i.test(value)
  );
}

/**
 * What goes on below the name is said of it, as in .tw: `This domain name is …`. A heading for it may stand in any block;
 * under one, as in .ee, it is `name`.
 */
function aboutOf(all: readonly Entry[], own: readonly Entry[], name: Name): readonly Name[] {
  const headed = all.filter(({ label, heading }) => label === '' && LABELS.domain.has(heading)).slice(0, 1);
  const labelled = own.filter(({ label, heading, goesOn }) => {
    const named = LABELS.domain.has(label) || LABELS.asked.has(label);
    return goesOn === undefined && (named || (label === 'name' && LABELS.domain.has(heading)));
  });
  return [...new Set([...labelled, ...headed].flatMap(({ value }) => nameShown(value, name) ?? []))];
}
