// What the configured recursive resolvers see: the same six questions with RD and DO, one observation a resolver. On SERVFAIL
// the question is put again with CD: answered then, it is a DNSSEC failure (dns.md rule 15; RFC 4035 section 3.2.2).
import type { Address } from '../../model/address.ts';
import type { Exchange } from '../../model/exchange.ts';
import type { Lookup, LookupAnswer, LookupCircumstances } from '../../model/lookup.ts';
import type { AddressAnswer, ResolverFacts } from '../../model/observation.ts';
import type { LookupTools } from '../tools.ts';
import type { DnsClient, DnsReply } from './client.ts';
import { type DnsMessage, extendedErrorsOf } from './codec/message.ts';
import { RCODES } from './codec/types.ts';
import { failedAnswer, type HostQuestion, hostAnswers, hostQuestions, TOO_LONG } from './hosts-asked.ts';
import { type HostsAsking, type HostsHeard, hostsAsked } from './hosts-heard.ts';
import { isServerFailure, readResolved } from './read-resolved.ts';

export const READER = 'resolver/1';

interface Asking extends HostsAsking {
  readonly circumstances: LookupCircumstances;
}

export function resolverLookup(tools: LookupTools, client: DnsClient): Lookup {
  return {
    kind: 'resolver',
    after: [],
    async ask(name, circumstances) {
      const asking = { tools, client, name, circumstances };
      const { resolvers } = tools.network.dns;
      if (resolvers.length > 0) return Promise.all(resolvers.map((resolver) => askResolver(asking, resolver)));
      const outcome = { outcome: 'failure', failure: 'no-server', detail: 'no resolver is configured' } as const;
      return [answer(asking, { server: 'none', outcome, exchanges: [] })];
    },
  };
}

interface Heard {
  readonly question: HostQuestion;
  readonly answer: AddressAnswer;
  readonly reply?: DnsReply;
}

async function askResolver(asking: Asking, resolver: Address): Promise<LookupAnswer> {
  const [apex, ...others] = hostQuestions(asking.name, asking.client.randomLabel(asking.name));
  if (apex === undefined) throw new Error('there is always an apex');
  const first = await askHost(asking, resolver, apex);
  const where = { server: resolver, ...(first.reply?.via === undefined ? {} : { via: first.reply.via }) };
  if (first.answer.answer === 'failure' && !isAnswered(first.reply)) {
    const { failure, detail = '' } = first.answer;
    return answer(asking, {
      ...where,
      outcome: { outcome: 'failure', failure, detail },
      exchanges: exchangesOf([first]),
    });
  }
  const heard = [first, ...(await Promise.all(others.map((question) => askHost(asking, resolver, question))))];
  const unchecked = await askUnchecked(asking, resolver, heard);
  const facts: ResolverFacts = {
    hosts: hostAnswers(heard.map((one) => one.answer)),
    validated: messageIn(first.reply)?.authenticData ?? false,
    ...uncheckedIn(messageIn(unchecked)),
    ...extendedErrorsIn(heard),
  };
  const exchanges = [...exchangesOf(heard), ...(unchecked?.exchanges ?? [])];
  return answer(asking, { ...where, outcome: { outcome: 'facts', facts }, exchanges });
}

async function askHost({ client, circumstances }: Asking, resolver: Address, question: HostQuestion): Promise<Heard> {
  const { name, type } = question;
  if (name === undefined) return { question, answer: TOO_LONG };
  const reply = await client.ask({ server: resolver, name, type, recursion: true, signal: circumstances.signal });
  if (!reply.answer.ok) return { question, reply, answer: failedAnswer(reply.answer.failure, reply.answer.detail) };
  return { question, reply, answer: readResolved(reply.answer.message, name, type) };
}

/** Of the questions that ended in SERVFAIL the first is put again; one tells for all. */
async function askUnchecked({ client, circumstances }: Asking, resolver: Address, heard: readonly Heard[]) {
  const failed = heard.find(({ reply }) => isFailing(messageIn(reply)))?.question;
  if (failed?.name === undefined) return undefined;
  const asked = { server: resolver, name: failed.name, type: failed.type, recursion: true };
  return client.ask({ ...asked, checkingDisabled: true, signal: circumstances.signal });
}

function messageIn(reply: DnsReply | undefined): DnsMessage | undefined {
  return reply?.answer.ok ? reply.answer.message : undefined;
}

function isFailing(message: DnsMessage | undefined): boolean {
  return message !== undefined && isServerFailure(message);
}

/** Absent when that question had no answer: then it is not known whether DNSSEC is the cause. */
function uncheckedIn(message: DnsMessage | undefined): Pick<ResolverFacts, 'answersUnchecked'> {
  if (message === undefined) return {};
  return { answersUnchecked: message.rcode === RCODES.NOERROR || message.rcode === RCODES.NXDOMAIN };
}

/** SERVFAIL is an answer of a kind: what a resolver that validates says of a stale DS. REFUSED speaks of us, not of the name. */
function isAnswered(reply: DnsReply | undefined): boolean {
  const message = messageIn(reply);
  return message !== undefined && message.rcode !== RCODES.REFUSED;
}

function exchangesOf(heard: readonly Heard[]): readonly Exchange[] {
  return heard.flatMap(({ reply }) => reply?.exchanges ?? []);
}

function extendedErrorsIn(heard: readonly Heard[]): Pick<ResolverFacts, 'extendedErrors'> {
  const messages = heard.flatMap(({ reply }) => messageIn(reply) ?? []);
  const codes = new Set(messages.flatMap((message) => extendedErrorsOf(message).map(({ code }) => code)));
  return codes.size === 0 ? {} : { extendedErrors: [...codes].sort((a, b) => a - b) };
}

function answer(asking: Asking, heard: HostsHeard<'resolver'>): LookupAnswer {
  const asked = hostsAsked(asking, heard);
  return {
    sighting: { ...asked, lookup: 'resolver', authority: 'recursive', reader: READER, ...heard.outcome },
    exchanges: heard.exchanges,
  };
}
