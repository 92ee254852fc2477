// What was noticed of a name and decides no requirement: a resolver that still has the old answer in its cache, one that
// refuses what it would give unvalidated, two services that differ.
import type { Address } from '../model/address.ts';
import type { Dossier, ResolverView } from '../model/dossier.ts';
import { HOSTS, type HostAnswers, type ResolverFacts } from '../model/observation.ts';
import type { FacetVerdict, Note } from '../model/progress.ts';

const NONE: readonly Note[] = [];

export function notesOf(dossier: Dossier, sinkholed: FacetVerdict): readonly Note[] {
  const { noticed = NONE, resolvers } = dossier;
  if (resolvers.length === 0) return noticed;
  const seen = resolvers.flatMap((resolver) => resolverNote(resolver, dossier, sinkholed) ?? []);
  return seen.length === 0 ? noticed : [...noticed, ...seen];
}

function resolverNote({ server, view }: ResolverView, dossier: Dossier, sinkholed: FacetVerdict): Note | undefined {
  if (!view.known) return undefined;
  if (view.value.answersUnchecked === true) {
    const text = `${server} answers SERVFAIL, and answers with checking disabled: a DNSSEC failure`;
    return { word: 'fails-at-resolver', text, citations: view.citations };
  }
  if (sinkholed !== 'met') return undefined;
  const old = oldAnswer(view.value, dossier);
  if (old === undefined) return undefined;
  const text = `${server} still answers ${old.address} from its cache, for at most ${old.ttl} s`;
  return { word: 'cached-old-answer', text, citations: view.citations };
}

/** An address that no delegated server gives any more. Only asked where all of them answer as ordered. */
function oldAnswer(
  facts: ResolverFacts,
  dossier: Dossier,
): { readonly address: Address; readonly ttl: number } | undefined {
  for (const host of HOSTS) {
    for (const type of ['a', 'aaaa'] as const) {
      const answer = facts.hosts[host][type];
      if (answer.answer !== 'addresses') continue;
      const address = answer.addresses.find((one) => !givenBy(dossier, host, one));
      if (address !== undefined) return { address, ttl: answer.ttl };
    }
  }
  return undefined;
}

function givenBy({ servers }: Dossier, host: keyof HostAnswers, address: Address): boolean {
  return servers.some(({ answers }) => {
    if (!answers.known) return false;
    const { a, aaaa } = answers.value[host];
    return [a, aaaa].some((answer) => answer.answer === 'addresses' && answer.addresses.includes(address));
  });
}
