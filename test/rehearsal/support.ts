// A small case, a small scenario and raw questions over real sockets, for the tests of the rehearsal.
import { createSocket } from 'node:dgram';
import { connect } from 'node:net';
import { decodeMessage } from '../../src/lookups/dns/codec/decode.ts';
import { encodeMessage } from '../../src/lookups/dns/codec/encode.ts';
import { type DnsMessage, EMPTY_MESSAGE } from '../../src/lookups/dns/codec/message.ts';
import { CLASS_IN, TYPES, type TypeName } from '../../src/lookups/dns/codec/types.ts';
import type { Endpoint } from '../../src/model/asking/network.ts';
import type { Case } from '../../src/model/case/case.ts';
import type { Recipient } from '../../src/model/case/party.ts';
import type { NameStep, Scenario, ScenarioDay, ScenarioStep, ServerStep } from '../../src/model/case/scenario.ts';
import { addDays } from '../../src/model/instant.ts';
import { at as instant, LETTER_TERMS, name, prefix, UNREACHED } from '../support/values.ts';

export const START = instant('2019-03-15T20:00:00Z');

export const NAMES = ['alpha.test', 'bravo.test', 'charlie.test', 'delta.zone'];

export function aCase(names: readonly string[] = NAMES): Case {
  return {
    id: 'acme',
    title: 'Acme v. Doe',
    illustrative: true,
    rehearsal: true,
    court: { name: 'A court', timeZone: 'America/New_York', holidays: [], closed: [] },
    docket: '1',
    petitioner: { name: 'Acme Corporation', address: [] },
    registrars: { custodian: { name: 'Custodian Inc.', ianaId: 292 } },
    sinkholes: {
      main: {
        operator: 'Acme',
        nameServers: [name('ns1.sinkhole.example'), name('ns2.sinkhole.example')],
        prefixes: ['192.0.2.0/24', '2001:db8:5::/48'].map(prefix),
      },
    },
    schedules: [{ id: 'a', file: 'a.txt', names: names.map((text, line) => scheduled(text, line + 1)) }],
    orders: [],
    recipients: [registry('testers', ['test']), registry('zoners', ['zone'])],
    letters: LETTER_TERMS,
    digest: '00',
  };
}

function scheduled(text: string, line: number) {
  return { name: name(text), unicode: text, registrable: name(text), line };
}

function registry(id: string, tlds: readonly string[]): Recipient {
  const who = { id, name: `Registry ${id}`, role: 'registry-operator', reach: 'ordered' } as const;
  return { ...who, ...UNREACHED, tlds, illustrative: true };
}

export function aScenario(days: readonly (readonly ScenarioStep[])[], more: Partial<Scenario> = {}): Scenario {
  return { start: START, registries: {}, before: {}, ...more, days: days.map((steps, day) => aDay(day, steps)) };
}

export function aDay(day: number, steps: readonly ScenarioStep[]): ScenarioDay {
  return { day, at: addDays(START, day), steps, journal: [], check: true };
}

export function step(subject: string, more: Partial<NameStep> & Pick<NameStep, 'do'>): NameStep {
  return { step: 'names', subject, at: addDays(START, 0), names: { choice: 'all' }, but: [], ...more };
}

export function faulty(subject: string, more: Partial<ServerStep> & Pick<ServerStep, 'fault'>): ServerStep {
  return { step: 'server', subject, names: { choice: 'all' }, but: [], until: 99, ...more };
}

export interface Query {
  readonly name: string;
  readonly type: TypeName;
  readonly recursion?: boolean;
  readonly checkingDisabled?: boolean;
  readonly plain?: boolean;
}

export function query({
  name: asked,
  type,
  recursion = false,
  checkingDisabled = false,
  plain = false,
}: Query): DnsMessage {
  return {
    ...EMPTY_MESSAGE,
    id: 4711,
    recursionDesired: recursion,
    checkingDisabled,
    questions: [{ name: asked, type: TYPES[type], class: CLASS_IN }],
    ...(plain ? {} : { edns: { udpSize: 1232, version: 0, dnssecOk: true, options: [] } }),
  };
}

export async function askUdp(to: Endpoint | undefined, wanted: Query): Promise<DnsMessage> {
  return decoded(await udpExchange(to, encodeMessage(query(wanted)), 3000));
}

/** The octets that come back; `undefined` when none come in time. */
export function udpExchange(
  to: Endpoint | undefined,
  octets: Uint8Array,
  milliseconds: number,
): Promise<Uint8Array | undefined> {
  return new Promise((resolve) => {
    const socket = createSocket('udp4');
    const timer = setTimeout(() => done(undefined), milliseconds);
    const done = (answer: Uint8Array | undefined) => {
      clearTimeout(timer);
      socket.close();
      resolve(answer);
    };
    socket.once('message', (answer) => done(answer));
    socket.once('error', () => done(undefined));
    socket.send(octets, to?.port ?? 0, to?.address);
  });
}

export async function askTcp(to: Endpoint | undefined, wanted: Query): Promise<DnsMessage> {
  const octets = encodeMessage(query(wanted));
  const answer = await tcpExchange(to, Buffer.concat([Uint8Array.of(octets.length >> 8, octets.length & 255), octets]));
  return decoded(answer.subarray(2));
}

/** Sends, closes its side and reads to the end. */
export function tcpExchange(to: Endpoint | undefined, octets: Uint8Array): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    const socket = connect(to?.port ?? 0, to?.address ?? '127.0.0.1', () => socket.end(octets));
    socket.setTimeout(3000, () => socket.destroy(new Error('no answer over TCP')));
    socket.on('data', (chunk: Buffer) => chunks.push(chunk));
    socket.on('error', reject);
    socket.on('close', () => resolve(Buffer.concat(chunks)));
  });
}

export async function whois(to: Endpoint | undefined, question: string): Promise<Buffer> {
  return tcpExchange(to, Buffer.from(`${question}\r\n`));
}

function decoded(octets: Uint8Array | undefined): DnsMessage {
  if (octets === undefined) throw new Error('no answer');
  const read = decodeMessage(octets);
  if (!read.ok) throw new Error(read.reason);
  return read.message;
}

/** Without what signing adds, which has tests of its own. */
export function unsigned(records: DnsMessage['answers']): DnsMessage['answers'] {
  return records.filter(({ rdata: { kind } }) => kind !== 'rrsig' && kind !== 'nsec' && kind !== 'nsec3');
}

/** `A 192.0.2.80`, `NS ns1.sinkhole.example`, … sorted and unsigned, for short expectations. */
export function rdata(records: DnsMessage['answers']): readonly string[] {
  return unsigned(records)
    .map(({ rdata: one }) => {
      if (one.kind === 'a' || one.kind === 'aaaa') return one.address;
      if (one.kind === 'ns' || one.kind === 'cname') return one.target;
      return one.kind;
    })
    .sort();
}
