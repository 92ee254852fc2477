// Lookups of the DNS under control: the control questions of their path are asked beside them, once an hour. Where one fails,
// what came by that path decides nothing; its octets are kept as always, and those of the control questions with them.

import type { Lookup, LookupAnswer, LookupCircumstances } from '../../model/asking/lookup.ts';
import type { ResolverPlace } from '../../model/asking/resolver-place.ts';
import { type Name, topLabel } from '../../model/name.ts';
import type { Exchange } from '../../model/seen/exchange.ts';
import type { FailureKind } from '../../model/seen/failure.ts';
import type { LookupKind, Sighting } from '../../model/seen/observation.ts';
import { strayIn } from '../dns/concluded.ts';
import type { LookupTools } from '../tools.ts';
import type { Asked, Controls } from './controls.ts';

/** Before the words of a control question, in what is kept as the cause of an exchange. */
const CONTROL = 'control question: ';

export function controlledLookup(lookup: Lookup, controls: Controls, tools: LookupTools): Lookup {
  const kind = DIRECT.includes(lookup.kind) ? 'direct' : lookup.kind === 'resolver' ? 'resolver' : undefined;
  if (kind === undefined) return lookup;
  const ask = kind === 'direct' ? askDirect : askResolvers;
  const { resolvers } = tools.network.dns;
  return { ...lookup, ask: (name, circumstances) => ask({ lookup, controls, resolvers }, name, circumstances) };
}

/** Asked of the servers themselves, without a resolver between. */
const DIRECT: readonly LookupKind[] = ['delegation', 'addresses', 'sinkhole'];

interface Means {
  readonly lookup: Lookup;
  readonly controls: Controls;
  readonly resolvers: readonly ResolverPlace[];
}

async function askDirect({ lookup, controls }: Means, name: Name, circumstances: LookupCircumstances) {
  const [answers, asked] = await Promise.all([
    lookup.ask(name, circumstances),
    controls.direct(topLabel(name), circumstances),
  ]);
  return withControls(
    answers.map((answer) => judged(answer, asked)),
    asked,
  );
}

async function askResolvers({ lookup, controls, resolvers }: Means, name: Name, circumstances: LookupCircumstances) {
  const tld = topLabel(name);
  const [answers, asked] = await Promise.all([
    lookup.ask(name, circumstances),
    Promise.all(
      resolvers.map(async (place) => [place.text, await controls.resolver(place, tld, circumstances)] as const),
    ),
  ]);
  const byServer = new Map<string, Asked>(asked);
  const own = (server: string) => [byServer.get(server)].filter((one) => one !== undefined);
  return withControls(
    answers.map((answer) => judged(answer, own(answer.sighting.server))),
    asked.map(([, one]) => one),
  );
}

/** Failures that did not come by the path: they keep their own word. */
const OURS: readonly FailureKind[] = ['excluded-by-seal', 'interrupted', 'guarded', 'not-asked', 'no-server', 'defect'];

function judged(answer: LookupAnswer, asked: readonly Asked[]): LookupAnswer {
  const { sighting, exchanges } = answer;
  if (sighting.outcome === 'failure' && OURS.includes(sighting.failure)) return answer;
  for (const { control } of asked) {
    if (control.state === 'failed') return { sighting: failing(sighting, control), exchanges };
  }
  return answer;
}

/** The same asking, without what was read from the answer. */
function failing(
  sighting: Sighting,
  { failure, text }: { readonly failure: FailureKind; readonly text: string },
): Sighting {
  const { name, lookup, authority, question, server, via, at, took, reader } = sighting;
  const asked = { name, authority, question, server, ...(via === undefined ? {} : { via }), at, took, reader };
  return { ...asked, lookup, outcome: 'failure', failure, detail: text };
}

/** In front of the evidence of the lookup that caused them. */
function withControls(answers: readonly LookupAnswer[], asked: readonly Asked[]): readonly LookupAnswer[] {
  const caused = asked.flatMap(({ control, first }) =>
    first ? control.exchanges.map((exchange) => marked(exchange, control.question)) : [],
  );
  if (caused.length === 0) return answers;
  return answers.map((answer, at) => (at > 0 ? answer : { ...answer, exchanges: [...caused, ...answer.exchanges] }));
}

/** Behind the cause of a further attempt, by which the record is read again. A stray belongs to what stands after it. */
function marked(exchange: Exchange, question: string): Exchange {
  if (strayIn(exchange.because) !== undefined) return exchange;
  const because = exchange.because === undefined ? '' : `${exchange.because}; `;
  return { ...exchange, because: `${because}${CONTROL}${question}` };
}
