// One fact from one server: sends step after step until one outcome stands, and keeps every octet of each. Strays become
// exchanges of their own, with nothing sent. Whether a server may be asked, and when, is client.ts's.
import type { Exchange } from '../../model/exchange.ts';
import type { Endpoint } from '../../model/network.ts';
import type { LookupTools } from '../tools.ts';
import type { DnsAnswer, DnsQuestion } from './client.ts';
import { lowerName } from './codec/names.ts';
import { typeText } from './codec/types.ts';
import { concluded, failed, failedTcp, type Oddity, strayText } from './concluded.ts';
import { MOST_PACKETS, STRAYS_KEPT, TCP_DEADLINE } from './limits.ts';
import { mixedCase, type Query, queryOctets, type Reading, readAnswer } from './query.ts';
import { nextStep, type Outcome, type Step } from './steps.ts';
import { callOverTcp } from './tcp.ts';
import { sendDatagram } from './udp.ts';

export interface Fact {
  readonly question: DnsQuestion;
  readonly endpoint: Endpoint;
  readonly first: Step;
  /** Told of each step and its outcome, for what is learnt of the server. */
  onOutcome(step: Step, outcome: Outcome): void;
}

interface Tried {
  readonly outcome: Outcome;
  readonly exchanges: readonly Exchange[];
  /** What to say if no further step follows. */
  readonly answer: DnsAnswer;
}

interface Stray extends Oddity {
  readonly octets: Uint8Array;
}

export async function attemptFact(tools: LookupTools, fact: Fact) {
  const exchanges: Exchange[] = [];
  let step = fact.first;
  for (let packets = 1; ; packets += 1) {
    const tried = await (step.transport === 'udp' ? tryUdp : tryTcp)(tools, fact, step);
    exchanges.push(...tried.exchanges);
    fact.onOutcome(step, tried.outcome);
    const next = packets < MOST_PACKETS ? nextStep(step, tried.outcome) : undefined;
    if (next === undefined) return { exchanges, answer: tried.answer };
    step = next;
  }
}

function queryOf(tools: LookupTools, question: DnsQuestion, step: Step): Query {
  const [high = 0, low = 0, ...letters] = tools.random(34);
  return {
    id: (high << 8) | low,
    name: step.mixedCase ? mixedCase(question.name, Uint8Array.from(letters)) : lowerName(question.name),
    type: question.type,
    recursion: question.recursion,
    checkingDisabled: question.checkingDisabled ?? false,
    edns: step.edns,
    exactCase: step.mixedCase,
  };
}

async function tryUdp(tools: LookupTools, fact: Fact, step: Step): Promise<Tried> {
  const query = queryOf(tools, fact.question, step);
  const sent = queryOctets(query);
  const inbox = openInbox(query);
  const record = startExchange(tools, fact, step);
  const { endpoint, question } = fact;
  const accept = (octets: Uint8Array) => inbox.take(octets);
  const flight = await sendDatagram({ endpoint, octets: sent, timeout: step.wait, signal: question.signal, accept });
  const { strays } = inbox;
  const accepted = inbox.accepted();
  const exchanges = [
    ...strays.slice(0, STRAYS_KEPT).map((stray) => record.stray(stray)),
    record.end({ sent, received: accepted?.octets ?? new Uint8Array(), end: flight.end }),
  ];
  if (accepted !== undefined) return { exchanges, ...concluded(accepted.reading) };
  const answer = failed(flight.end, flight.code, strays);
  const otherLetters = strays.some((stray) => stray.kind === 'other letters');
  const outcome: Outcome = flight.end === 'deadline' ? { kind: 'silence', otherLetters } : { kind: 'end' };
  return { exchanges, outcome, answer };
}

/** Sorts what comes for one query into strays and the one answer. */
function openInbox(query: Query) {
  const strays: Stray[] = [];
  let accepted: { readonly octets: Uint8Array; readonly reading: Reading } | undefined;
  return {
    strays,
    accepted: () => accepted,
    take(octets: Uint8Array): boolean {
      const reading = readAnswer(query, octets);
      if (reading.kind !== 'stray') accepted = { octets, reading };
      else strays.push({ kind: reading.stray, detail: reading.detail, octets: kept(strays, octets) });
      return accepted !== undefined;
    },
  };
}

/** Of a flood only the first octets are kept. */
function kept(strays: readonly Stray[], octets: Uint8Array): Uint8Array {
  return strays.length < STRAYS_KEPT ? octets : new Uint8Array();
}

async function tryTcp(tools: LookupTools, fact: Fact, step: Step): Promise<Tried> {
  const query = queryOf(tools, fact.question, step);
  const sent = queryOctets(query);
  const record = startExchange(tools, fact, step);
  const { endpoint, question } = fact;
  const call = await callOverTcp({ endpoint, octets: sent, deadline: TCP_DEADLINE, signal: question.signal });
  const exchanges = [record.end({ sent, received: call.received, end: call.end })];
  if (call.message === undefined)
    return { exchanges, outcome: { kind: 'end' }, answer: failedTcp(call.end, call.code) };
  const reading = readAnswer(query, call.message);
  if (reading.kind !== 'stray') return { exchanges, ...concluded(reading) };
  const strays = [{ kind: reading.stray, detail: reading.detail, octets: call.message }];
  return { exchanges, outcome: { kind: 'end' }, answer: failed('deadline', undefined, strays) };
}

type Ended = Pick<Exchange, 'sent' | 'received' | 'end'>;

function startExchange(tools: LookupTools, { question, endpoint }: Fact, step: Step) {
  const at = tools.clock.now();
  const started = tools.clock.monotonic();
  const common = () => ({
    protocol: 'dns' as const,
    uri: dnsUri(question),
    at,
    took: Math.round(tools.clock.monotonic() - started),
    dialled: endpointText(endpoint),
    transport: step.transport,
  });
  return {
    end: (ended: Ended): Exchange => ({
      ...common(),
      ...ended,
      ...(step.because === undefined ? {} : { because: step.because }),
    }),
    stray: (stray: Stray): Exchange => ({
      ...common(),
      sent: new Uint8Array(),
      received: stray.octets,
      end: 'failed',
      because: strayText(stray),
    }),
  };
}

/** RFC 4501 section 3, with the server that was asked as the authority. */
function dnsUri({ server, name, type }: DnsQuestion): string {
  const host = server.includes(':') ? `[${server}]` : server;
  return `dns://${host}/${encodeURIComponent(lowerName(name))}?type=${typeText(type)}`;
}

export function endpointText({ address, port }: Endpoint): string {
  return address.includes(':') ? `[${address}]:${port}` : `${address}:${port}`;
}
