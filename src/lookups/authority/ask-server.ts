// One delegated server at one of its addresses: what it says of the name's hosts, and its keys. Asked only with RD=0. An alias
// that leaves the name is followed at the servers of its own zone (dns.md rule 12), unless the seal forbids it.
import type { Address } from '../../model/address.ts';
import type { Name } from '../../model/name.ts';
import type { Exchange } from '../../model/seen/exchange.ts';
import type { FailureCause, FailureKind } from '../../model/seen/failure.ts';
import type { AddressAnswer, AddressFacts } from '../../model/seen/observation.ts';
import { standsAt, startTrail, type Trail } from '../answers/chain.ts';
import { readAnswer } from '../answers/read-answer.ts';
import type { Failed } from '../answers/read-rcode.ts';
import type { DnsAnswer, DnsClient, DnsReply } from '../dns/client.ts';
import { isUnder, sameName } from '../dns/codec/names.ts';
import { TYPES } from '../dns/codec/types.ts';
import { MOST_MAIL_HOSTS } from '../dns/limits.ts';
import { readKeys } from '../dnssec/read-keys.ts';
import { heardFrom } from '../heard/heard.ts';
import {
  failedAnswer,
  type HostQuestion,
  hostAnswers,
  hostQuestions,
  otherAnswers,
  otherQuestions,
  TOO_LONG,
} from '../heard/hosts-asked.ts';
import { type Journey, startJourney } from '../walk/journey.ts';
import type { Walker } from '../walk/walk.ts';
import { hearZone } from './zone-asked.ts';

interface ServerQuestion {
  readonly name: Name;
  readonly nameServer: Name;
  readonly address: Address;
  /** Whether to ask for DNSKEY: only when the parent has a DS. */
  readonly keys: boolean;
  /** A case of very many names: only what a leak would show in. */
  readonly brief?: boolean;
  readonly circumstances: Pick<Journey, 'signal' | 'mayAsk'>;
}

interface ServerHeard {
  readonly outcome:
    | { readonly outcome: 'facts'; readonly facts: AddressFacts }
    | ({ readonly outcome: 'failure' } & Omit<Failed, 'kind'>);
  readonly exchanges: readonly Exchange[];
  readonly via?: string;
}

interface Heard {
  readonly answer: AddressAnswer;
  readonly cause?: FailureCause;
  readonly exchanges: readonly Exchange[];
  readonly via?: string;
  /** The server itself failed, and not a server that an alias led to. */
  readonly ownFailure: boolean;
}

/** Failures that say nothing of one question but of the server: the other questions are not put to it. */
const WHOLE: readonly FailureKind[] = [
  'timeout',
  'refused',
  'unreachable',
  'guarded',
  'excluded-by-seal',
  'interrupted',
  'lame',
  'server-error',
];

export async function askServer(client: DnsClient, walker: Walker, question: ServerQuestion): Promise<ServerHeard> {
  const { name, nameServer, brief = false } = question;
  const label = client.randomLabel(name);
  const [apex, ...others] = hostQuestions(name, label);
  const first = await askHost(client, walker, { ...question, host: apex });
  const via = first.via === undefined ? {} : { via: first.via };
  const { answer } = first;
  if (first.ownFailure && answer.answer === 'failure' && WHOLE.includes(answer.failure)) {
    const { failure, detail = '' } = answer;
    const cause = first.cause === undefined ? {} : { cause: first.cause };
    return { outcome: { outcome: 'failure', failure, ...cause, detail }, exchanges: first.exchanges, ...via };
  }
  const [rest, second, keys] = await Promise.all([
    Promise.all(others.map((host) => askHost(client, walker, { ...question, host }))),
    Promise.all(brief ? [] : otherQuestions(name, label).map((host) => askHost(client, walker, { ...question, host }))),
    question.keys ? askKeys(client, question) : undefined,
  ]);
  const heard = [first, ...rest];
  const zone = await askApex(
    client,
    question,
    brief
      ? []
      : others.flatMap(({ host, field, name: asked }) =>
          host === 'random' && field === 'a' && asked !== undefined ? [asked] : [],
        ),
  );
  const mail = await askMailHosts(client, walker, { question, exchanges: zone.facts.mail ?? [] });
  const facts = {
    nameServer,
    hosts: hostAnswers(heard.map((one) => one.answer)),
    ...keys?.facts,
    ...(brief ? {} : { otherRandom: otherAnswers(second.map((one) => one.answer)) }),
    ...(mail.length === 0 ? {} : { mailHosts: Object.fromEntries(mail.map(({ host, pair }) => [host, pair])) }),
    zone: zone.facts,
  };
  const exchanges = [...[...heard, ...second].flatMap((one) => one.exchanges), ...(keys?.exchanges ?? [])];
  exchanges.push(...zone.exchanges, ...mail.flatMap((one) => one.exchanges));
  return { outcome: { outcome: 'facts', facts }, exchanges, ...via };
}

interface MailAsking {
  readonly question: ServerQuestion;
  readonly exchanges: readonly string[];
}

/** An exchange below the name may have an address of its own beside a wildcard that leads to the sinkhole. */
function askMailHosts(client: DnsClient, walker: Walker, { question, exchanges }: MailAsking) {
  const { name } = question;
  const below = exchanges.filter((host) => isUnder(host, name) && !sameName(host, name)).slice(0, MOST_MAIL_HOSTS);
  return Promise.all(
    below.map(async (host) => {
      const types = [TYPES.A, TYPES.AAAA];
      const asked = await Promise.all(
        types.map((type) => askHost(client, walker, { ...question, host: { name: host, type } })),
      );
      const pair = otherAnswers(asked.map(({ answer }) => answer));
      return { host, pair, exchanges: asked.flatMap((one) => one.exchanges) };
    }),
  );
}

function askApex(client: DnsClient, { name, address, brief = false, circumstances }: ServerQuestion, below: string[]) {
  return hearZone(client, { server: address, name, signal: circumstances.signal, below, brief });
}

type HostAsking = ServerQuestion & { readonly host: Pick<HostQuestion, 'name' | 'type'> | undefined };

async function askHost(client: DnsClient, walker: Walker, asking: HostAsking): Promise<Heard> {
  const { name, address, host, circumstances } = asking;
  if (host?.name === undefined) return { answer: TOO_LONG, exchanges: [], ownFailure: false };
  const exchanges: Exchange[] = [];
  let trail = startTrail(host.name, host.type);
  for (;;) {
    const asked = { server: address, name: standsAt(trail), type: host.type };
    const reply = await client.ask({ ...asked, recursion: false, signal: circumstances.signal });
    exchanges.push(...reply.exchanges);
    const step = stepOf(reply.answer, name, trail);
    if (step.kind === 'heard') return { ...step, exchanges, ...viaOf(reply) };
    trail = step.trail;
    // Within the name this server is the one to ask; it only did not add the rest of the chain by itself.
    if (isUnder(standsAt(trail), name)) continue;
    const journey = startJourney(circumstances);
    const answer = elsewhere(await walker.follow(trail, journey));
    return { answer, exchanges: [...exchanges, ...journey.exchanges], ownFailure: false, ...viaOf(reply) };
  }
}

type HostStep =
  | {
      readonly kind: 'heard';
      readonly answer: AddressAnswer;
      readonly ownFailure: boolean;
      readonly cause?: FailureCause;
    }
  | { readonly kind: 'onward'; readonly trail: Trail };

function stepOf(answer: DnsAnswer, zone: string, trail: Trail): HostStep {
  const heard = (what: AddressAnswer, ownFailure: boolean): HostStep => ({ kind: 'heard', answer: what, ownFailure });
  if (!answer.ok) return heard(failedAnswer(answer.failure, answer.detail), true);
  const reading = readAnswer(answer.message, zone, trail);
  switch (reading.kind) {
    case 'end':
      return heard(reading.answer, false);
    case 'failure':
      return { ...heard(failedAnswer(reading.failure, reading.detail), true), ...causeOf(reading) };
    case 'referred':
      return heard(failedAnswer('lame', `a referral to ${reading.cut}`), false);
    case 'onward':
      return { kind: 'onward', trail: reading.trail };
  }
}

function causeOf({ cause }: Failed): { readonly cause?: FailureCause } {
  return cause === undefined ? {} : { cause };
}

function elsewhere(found: Awaited<ReturnType<Walker['follow']>>): AddressAnswer {
  return found.ok ? found.value.answer : failedAnswer(found.failure, `at the end of an alias: ${found.detail}`);
}

async function askKeys(client: DnsClient, { name, address, circumstances }: ServerQuestion) {
  const asked = { server: address, name, type: TYPES.DNSKEY, recursion: false, signal: circumstances.signal };
  const reply = await client.ask(asked);
  const { exchanges } = reply;
  if (!reply.answer.ok) return { facts: { keysFailure: reply.answer.failure }, exchanges };
  const reading = readKeys(reply.answer.message, name, heardFrom(asked, reply).at);
  return { facts: reading.ok ? { keys: reading.keys } : { keysFailure: reading.failure }, exchanges };
}

function viaOf(reply: DnsReply): { readonly via?: string } {
  return reply.via === undefined ? {} : { via: reply.via };
}
