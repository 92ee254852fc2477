// What the configured recursive resolvers see: the same questions with RD and DO, one observation a resolver. On SERVFAIL the
// question is put again with CD: answered then, it is a DNSSEC failure (dns.md rule 15; RFC 4035 section 3.2.2). What deviates
// from the servers in authority is asked again some seconds later.
import { setTimeout as wait } from 'node:timers/promises';
import type { Lookup, LookupAnswer, LookupCircumstances } from '../../model/asking/lookup.ts';
import type { ResolverPlace } from '../../model/asking/resolver-place.ts';
import type { Exchange } from '../../model/seen/exchange.ts';
import { runOf } from '../../model/seen/lifetimes.ts';
import type { ResolverFacts, SampledQuestion } from '../../model/seen/observation.ts';
import type { DnsClient } from '../dns/client.ts';
import { lowerName } from '../dns/codec/names.ts';
import type { Heard } from '../heard/heard.ts';
import { type HostsAsking, type HostsHeard, hostsAsked } from '../heard/hosts-heard.ts';
import type { LookupTools } from '../tools.ts';
import { isAnswered, isServerFailure } from './read-resolved.ts';
import { readResolver } from './read-resolver.ts';
import { openResolverClient, type ResolverClient } from './resolver-client.ts';
import { authorityIn, deviating } from './resolver-deviations.ts';
import { type ResolverQuestion, resolverQuestions, UNCHECKED } from './resolver-questions.ts';

export const READER = 'resolver/2';

/** Milliseconds between two askings of one question. Lifetimes are told in seconds, so less than one shows nothing. */
const APART = { internet: 3000, simulated: 1100 } as const;

/** Where lifetimes show several caches behind one address, this many more askings show how far apart they are. */
const MOST_AGAIN = 3;

interface Asking extends HostsAsking {
  readonly circumstances: LookupCircumstances;
  readonly resolver: ResolverPlace;
  readonly asker: ResolverClient;
  /** Filled as answers come. */
  readonly heard: Heard[];
  readonly exchanges: Exchange[];
  readonly vias: string[];
}

export function resolverLookup(tools: LookupTools, client: DnsClient, shared?: ResolverClient): Lookup {
  const asker = shared ?? openResolverClient(tools, client);
  return {
    kind: 'resolver',
    after: ['delegation', 'addresses'],
    async ask(name, circumstances) {
      const { resolvers } = tools.network.dns;
      const asking = { tools, client, name, circumstances };
      if (resolvers.length === 0) return [nobody(asking)];
      return Promise.all(
        resolvers.map((resolver) => askResolver({ ...asking, resolver, asker, heard: [], exchanges: [], vias: [] })),
      );
    },
  };
}

async function askResolver(asking: Asking): Promise<LookupAnswer> {
  const { name, client, resolver, heard, exchanges, vias } = asking;
  const label = client.randomLabel(name);
  const [apex, ...others] = resolverQuestions(name, label);
  if (apex === undefined) throw new Error('there is always an apex');
  const read = () => readResolver({ name, label, heard });
  await put(asking, [apex]);
  const [first] = heard;
  if (first !== undefined && isAnswered(first)) {
    await put(asking, others);
    await askUnchecked(asking, [apex, ...others]);
    await askAgain(asking, [apex, ...others], read);
  }
  const [via] = vias;
  return answer(asking, { server: resolver.text, ...(via === undefined ? {} : { via }), outcome: read(), exchanges });
}

interface Manner {
  readonly checkingDisabled?: boolean;
  /** How often it was put before. */
  readonly again?: number;
  readonly because?: string;
}

/** All at once; what comes is filed in the order of the questions. */
async function put(asking: Asking, questions: readonly ResolverQuestion[], manner: Manner = {}): Promise<void> {
  const answered = questions.map(async (question) => {
    const { name, type } = question;
    if (name === undefined) return [];
    const { asker, resolver: place, circumstances } = asking;
    const asked = { place, name, type, ...manner, signal: circumstances.signal };
    return [{ name, type, reply: await asker.ask(asked) }];
  });
  for (const { name, type, reply } of (await Promise.all(answered)).flat()) {
    asking.exchanges.push(...reply.exchanges);
    if (reply.via !== undefined) asking.vias.push(reply.via);
    asking.heard.push({
      server: asking.resolver.text,
      name: lowerName(name),
      type,
      recursion: true,
      checkingDisabled: manner.checkingDisabled ?? false,
      at: (reply.answer.ok ? reply.exchanges.at(-1) : reply.exchanges[0])?.at ?? asking.tools.clock.now(),
      answer: reply.answer,
    });
  }
}

/**
 * Of the address questions that ended in SERVFAIL the first is put again with checking disabled; one tells for all. The same
 * question is not put again: a resolver keeps its failure for a while (rule 16).
 */
async function askUnchecked(asking: Asking, questions: readonly ResolverQuestion[]): Promise<void> {
  const failed = questions.find(({ of, name, type }) => {
    if (of === 'ds' || of === 'name-servers') return false;
    const first = asking.heard.find((one) => one.type === type && one.name === name);
    return first?.answer.ok === true && isServerFailure(first.answer.message);
  });
  if (failed === undefined) return;
  await put(asking, [failed], { checkingDisabled: true, because: UNCHECKED });
}

async function askAgain(
  asking: Asking,
  questions: readonly ResolverQuestion[],
  read: () => ReturnType<typeof readResolver>,
): Promise<void> {
  const { tools, circumstances } = asking;
  const authority = authorityIn(circumstances.earlier);
  const apart = tools.network.simulated ? APART.simulated : APART.internet;
  for (let again = 1; again <= MOST_AGAIN; again += 1) {
    const outcome = read();
    if (outcome.outcome !== 'facts') return;
    const wanted = again === 1 ? deviating(outcome.facts, authority) : unsteady(outcome.facts);
    if (wanted.length === 0 || !(await pause(apart, circumstances.signal))) return;
    const because = `asked again after ${apart} ms, to see how its time to live runs`;
    const repeated = questions.filter(({ of }) => wanted.includes(of));
    await put(asking, repeated, { again, because });
  }
}

function unsteady({ samples = [] }: ResolverFacts): readonly SampledQuestion[] {
  return samples.filter((sampled) => runOf(sampled) === 'several').map(({ of }) => of);
}

/** False when it was broken off. */
async function pause(milliseconds: number, signal: AbortSignal): Promise<boolean> {
  try {
    await wait(milliseconds, undefined, { signal });
    return true;
  } catch {
    return false;
  }
}

function nobody(asking: HostsAsking): LookupAnswer {
  const outcome = { outcome: 'failure', failure: 'no-server', detail: 'no resolver is configured' } as const;
  return answer(asking, { server: 'none', outcome, exchanges: [] });
}

function answer(asking: HostsAsking, heard: HostsHeard<'resolver'>): LookupAnswer {
  const asked = hostsAsked(asking, heard);
  const question = `${asked.question}; NS DS ${asking.name}`;
  return {
    sighting: { ...asked, question, lookup: 'resolver', authority: 'recursive', reader: READER, ...heard.outcome },
    exchanges: heard.exchanges,
  };
}
