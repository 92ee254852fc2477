// The facts of a zone out of what one delegated server was heard to say of its apex. Pure: the same octets give the same
// facts on the day and years after.

import { byCodeUnit } from '../../model/name.ts';
import type { FailureKind } from '../../model/seen/failure.ts';
import { type HttpsHint, ZONE_QUESTIONS, type ZoneFacts, type ZoneQuestion } from '../../model/seen/zone-facts.ts';
import { APEX_TYPES, type ApexReading, aliasAt, readApex } from '../answers/read-apex.ts';
import { readHttps } from '../answers/read-https.ts';
import type { DnsAnswer } from '../dns/client.ts';
import type { ResourceRecord } from '../dns/codec/message.ts';
import { lowerName } from '../dns/codec/names.ts';

/** What a server answered to the questions about its zone; a question that is not here was not asked. */
interface ZoneHeard {
  readonly answers: Readonly<Partial<Record<ZoneQuestion, DnsAnswer>>>;
  /** SOA, asked over TCP. */
  readonly overTcp?: DnsAnswer;
  /** Answers about hosts below the apex, where a DNAME shows. */
  readonly below: readonly DnsAnswer[];
}

type Draft = { -readonly [Field in keyof ZoneFacts]: ZoneFacts[Field] };

export function readZone(name: string, { answers, overTcp, below }: ZoneHeard): ZoneFacts {
  const facts: Draft = {};
  const failures: Partial<Record<ZoneQuestion, FailureKind>> = {};
  const signals: string[] = [];
  for (const question of ZONE_QUESTIONS) {
    const answer = answers[question];
    if (answer === undefined) continue;
    const reading = answer.ok ? readApex(answer.message, { name, type: APEX_TYPES[question] }) : failureOf(answer);
    if (reading.kind === 'failure') failures[question] = reading.failure;
    else if (reading.kind === 'alias') facts.alias = reading.target;
    else put({ facts, signals }, question, reading);
  }
  if (answers.CDS !== undefined && failures.CDS === undefined && failures.CDNSKEY === undefined) {
    facts.cds = signals.sort(byCodeUnit);
  }
  const dname = below.map((answer) => (answer.ok ? aliasAt(answer.message, name) : undefined)).find(Boolean);
  if (dname !== undefined) facts.alias = dname;
  if (overTcp !== undefined) facts.tcp = tcpOf(name, overTcp);
  if (Object.keys(failures).length > 0) facts.failures = failures;
  return facts;
}

function failureOf(answer: DnsAnswer & { readonly ok: false }): ApexReading {
  return { kind: 'failure', failure: answer.failure, detail: answer.detail };
}

type Stated = Extract<ApexReading, { readonly kind: 'records' | 'none' }>;

interface Making {
  readonly facts: Draft;
  readonly signals: string[];
}

function put({ facts, signals }: Making, question: ZoneQuestion, reading: Stated): void {
  const records = reading.kind === 'records' ? reading.records : [];
  switch (question) {
    case 'SOA':
      facts.soa = soaOf(records) ?? null;
      return;
    case 'NS':
      facts.nameServers = sorted(
        records.flatMap(({ rdata }) => (rdata.kind === 'ns' ? [lowerName(rdata.target)] : [])),
      );
      return;
    case 'MX':
      facts.mail = sorted(records.flatMap(({ rdata }) => (rdata.kind === 'mx' ? [lowerName(rdata.exchange)] : [])));
      return;
    case 'TXT':
      facts.spf = sorted(records.flatMap(spfIn));
      return;
    case 'HTTPS':
      facts.https = hintsOf(records);
      return;
    case 'CDS':
    case 'CDNSKEY':
      signals.push(...new Set(records.map((record) => signalOf(question, record))));
  }
}

function soaOf(records: readonly ResourceRecord[]): ZoneFacts['soa'] {
  for (const { rdata } of records) {
    if (rdata.kind !== 'soa') continue;
    return { mname: lowerName(rdata.mname), rname: lowerName(rdata.rname), serial: rdata.serial };
  }
  return undefined;
}

/** Longer policies are no honest ones; what is cut off decides nothing. */
const LONGEST_POLICY = 512;

/** RFC 7208 section 4.5: the strings of one record are joined, and the version is a word of its own. */
function spfIn({ rdata }: ResourceRecord): readonly string[] {
  if (rdata.kind !== 'txt') return [];
  const text = Buffer.concat(rdata.strings).toString('latin1');
  return /^v=spf1(?: |$)/i.test(text) ? [text.slice(0, LONGEST_POLICY)] : [];
}

function hintsOf(records: readonly ResourceRecord[]): readonly HttpsHint[] {
  const hints = records.flatMap(({ rdata }) => (rdata.kind === 'unknown' ? (readHttps(rdata.octets) ?? []) : []));
  return hints.sort((a, b) => byCodeUnit(a.target, b.target) || byCodeUnit(a.hints.join(), b.hints.join()));
}

/** Both have an algorithm octet after two others; zero there asks the parent to remove its DS (RFC 8078 section 4). */
function signalOf(question: 'CDS' | 'CDNSKEY', { rdata }: ResourceRecord): string {
  if (rdata.kind !== 'unknown' || rdata.octets.length < 4) return `${question} unreadable`;
  const [first = 0, second = 0, third = 0, fourth = 0] = rdata.octets;
  const algorithm = question === 'CDS' ? third : fourth;
  if (algorithm === 0) return `${question} delete`;
  return question === 'CDS' ? `CDS ${(first << 8) | second}` : `CDNSKEY of algorithm ${algorithm}`;
}

/** Anything that comes back over TCP from a server that holds the zone shows that TCP works. */
function tcpOf(name: string, answer: DnsAnswer): NonNullable<ZoneFacts['tcp']> {
  if (!answer.ok) return answer.failure;
  const reading = readApex(answer.message, { name, type: APEX_TYPES.SOA });
  return reading.kind === 'failure' ? reading.failure : 'answers';
}

function sorted(texts: readonly string[]): readonly string[] {
  return [...new Set(texts)].sort(byCodeUnit);
}
