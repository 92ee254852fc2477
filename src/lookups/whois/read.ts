// Our own reader for the layout of ICANN's registry agreement (specification 4, section 1.5) and for the older layouts
// with the same labels. Strict: two different values for a field that has one give no answer, and other layouts are left
// to second-reader.ts.
import { type Name, nameOrNone } from '../../model/name.ts';
import type { RegistrarOfRecord } from '../../model/registrar.ts';
import type { RegistrationFacts } from '../../model/seen/observation.ts';
import { readDate } from '../dates.ts';
import {
  type Draft,
  type Field,
  ianaIdOf,
  plainWords,
  put,
  putNameServerSet,
  putStatuses,
  registrarName,
  registrarOf,
  type Single,
  single,
  whoisStatus,
} from '../facts.ts';
import { isKeptBack } from '../kept-back.ts';
import { type LabelledLine, labelled } from './clean.ts';
import { goesOnBelow } from './goes-on.ts';
import { readRegistrant } from './registrant.ts';
import { hostsOfAll } from './server-line.ts';
import { serversDiffer } from './two-records.ts';

/** In lower case, ICANN's own first. Last verified 2026-11, against design/field/registration.md's corpora and by hand. */
const LABELS = {
  name: ['domain name', 'domain'],
  registrar: ['registrar', 'sponsoring registrar', 'registrar name'],
  ianaId: ['registrar iana id', 'sponsoring registrar iana id'],
  created: ['creation date', 'created on', 'created date', 'domain registration date'],
  updated: ['updated date', 'update date', 'last updated on', 'domain last updated date'],
  expires: ['registry expiry date', 'expiration date', 'domain expiration date'],
  status: ['domain status', 'status'],
  nameServer: ['name server', 'nameserver'],
  dnssec: ['dnssec'],
  handle: ['registry domain id', 'domain id', 'roid'],
  abuseEmail: ['registrar abuse contact email'],
  abusePhone: ['registrar abuse contact phone'],
} as const;

const DNSSEC: ReadonlyMap<string, boolean> = new Map([
  ['signed', true],
  ['signeddelegation', true],
  ['yes', true],
  ['unsigned', false],
  ['unsigneddelegation', false],
  ['no', false],
]);

export interface Reading {
  readonly facts: RegistrationFacts;
  /** Names that the record says it is about: usually one, none in layouts that this reader does not know. */
  readonly about: readonly Name[];
  /** Fields with two different values, or in the midst of which the reply may have broken off: no other reading fills them. */
  readonly contradictory: readonly Field[];
  /**
   * Fields that are there and not to be read: a registrar by its handle, name servers or statuses in a list that goes on or may
   * go on, a date in no known order. No facts, and still signs of a registration.
   */
  readonly hints: readonly Field[];
  /** EPP's statuses are there, and the list may go on. */
  readonly cutStatuses?: boolean;
}

/** Values that stand behind any of these labels, in order, without the empty ones. */
type ValuesOf = (labels: readonly string[]) => readonly string[];

export function readStrictly(lines: readonly string[]): Reading {
  const pairs = recordLines(lines).flatMap((line) => labelled(line) ?? []);
  const values: ValuesOf = (labels) =>
    pairs.filter(({ label, value }) => labels.includes(label) && value !== '').map(({ value }) => value);
  const draft: Draft = {};
  const contradictory: Field[] = [];
  const take = <F extends Field>(field: F, found: Single<NonNullable<Draft[F]>>): void => {
    if (found.is === 'stated') put(draft, field, found.value);
    if (found.is === 'contradictory') contradictory.push(field);
  };
  take('registrar', registrarIn(values));
  take('registrant', readRegistrant(pairs));
  for (const field of ['created', 'updated', 'expires'] as const) {
    take(
      field,
      single(
        values(LABELS[field]).flatMap((text) => readDate(text) ?? []),
        String,
      ),
    );
  }
  take(
    'signed',
    single(
      values(LABELS.dnssec).flatMap((text) => signedOf(text) ?? []),
      String,
    ),
  );
  take('handle', single(values(LABELS.handle), String));
  putAbuse(draft, values);
  const cut = listCut(lines);
  if (cut !== undefined) contradictory.push(cut);
  putLists(draft, values, cut);
  const parts: Field[] = [];
  if (goesOnBelow(lines, LABELS.status)) parts.push('statuses', 'otherStatuses');
  if (goesOnBelow(lines, LABELS.nameServer)) parts.push('nameServers');
  for (const field of parts) delete draft[field];
  if (
    serversDiffer(
      pairs.map(({ label, value }) => ({ value, begins: isOf('name', label), lists: isOf('nameServer', label) })),
    )
  ) {
    delete draft.nameServers;
    if (cut !== 'nameServers') contradictory.push('nameServers');
  }
  const servers = serversIn(values);
  if (servers === undefined && cut !== 'nameServers') contradictory.push('nameServers');
  const unread = cut === 'nameServers' ? servers?.length !== 0 : servers === undefined;
  const hints = [...parts, ...(unread ? (['nameServers'] as const) : [])];
  return { facts: draft, contradictory, about: namesIn(pairs), hints };
}

/** ICANN's layout ends with `>>> Last update of … <<<`; what follows is small print. In front of a record it ends none. */
export function recordLines(lines: readonly string[]): readonly string[] {
  const first = lines.findIndex((line) => line.trim() !== '' && !isEndMark(line));
  const end = lines.findIndex((line, at) => at > first && first >= 0 && isEndMark(line));
  return end < 0 ? lines : lines.slice(0, end);
}

export function isEndMark(line: string): boolean {
  return line.trimStart().startsWith('>>>');
}

function namesIn(pairs: readonly LabelledLine[]): readonly Name[] {
  const stated = pairs.filter(({ label }) => isOf('name', label));
  return [...new Set(stated.flatMap(({ value }) => nameOrNone(value.split(/\s/)[0] ?? '') ?? []))];
}

function isOf(kind: keyof typeof LABELS, label: string): boolean {
  return LABELS[kind].some((known) => known === label);
}

function registrarIn(values: ValuesOf): Single<RegistrarOfRecord> {
  const named = single(values(LABELS.registrar).map(registrarName).filter(Boolean), plainWords);
  const numbered = single(
    values(LABELS.ianaId).flatMap((text) => ianaIdOf(text) ?? []),
    String,
  );
  return registrarOf(named, numbered);
}

export function signedOf(text: string): boolean | undefined {
  return DNSSEC.get(text.toLowerCase().replace(/[^a-z]/g, ''));
}

function putAbuse(draft: Draft, values: ValuesOf): void {
  // Where there is none, some write why: `- (Please send an email)`.
  const emails = values(LABELS.abuseEmail).filter((text) => /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(text));
  const phones = values(LABELS.abusePhone).filter((text) => /\d{4}/.test(text.replace(/[\s().-]/g, '')));
  const email = single(emails, (text) => text.toLowerCase());
  const phone = single(phones, String);
  if (email.is !== 'stated' && phone.is !== 'stated') return;
  draft.abuse = {
    ...(email.is === 'stated' && { email: email.value }),
    ...(phone.is === 'stated' && { phone: phone.value }),
  };
}

/**
 * A list that ends with the reply may have been longer: a server that breaks off between two lines leaves no other trace.
 * Anything below it shows that it is whole.
 */
function listCut(lines: readonly string[]): 'statuses' | 'nameServers' | undefined {
  const end = lines.filter((line) => line.trim() !== '').slice(-2);
  const said = end.map((line) => labelled(line));
  // Two empty places show that no server stands in them, as in .asia before 2014; one may be half a line.
  if (said.length === 2 && said.every((one) => one?.value === '' && one.label === said[0]?.label)) return undefined;
  const last = said.at(-1)?.label;
  if (LABELS.status.some((label) => label === last)) return 'statuses';
  const inServers = BETWEEN_SERVERS.has(last ?? '') || LABELS.nameServer.some((label) => label === last);
  return inServers ? 'nameServers' : undefined;
}

/** As in .au; in .name before 2015. */
const BETWEEN_SERVERS: ReadonlySet<string> = new Set(['name server ip', 'name server id']);

function putLists(draft: Draft, values: ValuesOf, cut: Field | undefined): void {
  if (cut !== 'statuses') putStatuses(draft, values(LABELS.status).flatMap(statusWords), whoisStatus);
  if (cut !== 'nameServers') putNameServerSet(draft, serversIn(values) ?? []);
}

function serversIn(values: ValuesOf): readonly Name[] | undefined {
  return hostsOfAll(values(LABELS.nameServer));
}

/**
 * `ok https://icann.org/epp#ok`, `REGISTERED, DELEGATED`, `active (paid)`: the words without their explanations. Behind a dash
 * stands one only where the words before it are EPP's or show a name kept back; `Active - Pending Transfer` is one status.
 * `ok / autoRenewPeriod`, as in .it, are two where EPP has both.
 */
export function statusWords(text: string): readonly string[] {
  const told = text.replace(/\s*(?:\(|https?:|www\.|--).*$/i, '');
  const head = told.replace(/\s+-\s.*$/, '');
  return (whoisStatus(head) !== undefined || isKeptBack(head) ? head : told)
    .split(',')
    .flatMap(apartAtSlashes)
    .map((word) => word.trim())
    .filter((word) => word !== '');
}

function apartAtSlashes(text: string): readonly string[] {
  const words = text.split(' / ');
  return words.every((word) => whoisStatus(word) !== undefined) ? words : [text];
}
