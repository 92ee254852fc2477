// The lookup `rdap-registrar`: the registrar's own record of a name, at the address that the registry's record links to. A
// question and a record of its own, never merged with the registry's. Only https at its usual port, or what a network file
// opens; a redirect may not leave the host.
import type { Lookup, LookupAnswer, LookupCircumstances } from '../../model/asking/lookup.ts';
import type { Name } from '../../model/name.ts';
import { registrarWanted } from '../registrar-wanted.ts';
import { type Asking, failed, registrationAnswer } from '../sighting.ts';
import type { LookupTools } from '../tools.ts';
import { converse, type Means, RDAP_READER, rdapMeans } from './converse.ts';
import { baseOfLink } from './referral.ts';

export function rdapRegistrar(tools: LookupTools): Lookup {
  const means = rdapMeans(tools);
  return {
    kind: 'rdap-registrar',
    after: ['rdap-registry', 'whois-registry'],
    ask: async (name, circumstances) => [await askOne(means, name, circumstances)],
  };
}

async function askOne(means: Means, name: Name, circumstances: LookupCircumstances): Promise<LookupAnswer> {
  const wanted = registrarWanted(circumstances, 'rdap');
  const link = wanted.ask ? wanted.server : undefined;
  const base = link === undefined ? undefined : baseOfLink(link, name);
  const asking: Asking = {
    name,
    lookup: 'rdap-registrar',
    question: `domain/${name}`,
    server: base ?? link ?? 'none',
    reader: RDAP_READER,
    exchanges: [],
    routed: false,
  };
  if (!wanted.ask) return registrationAnswer(means.tools, asking, wanted.outcome);
  if (base === undefined) {
    return registrationAnswer(
      means.tools,
      asking,
      failed('guarded', 'the registry’s link is none that may be followed'),
    );
  }
  const { signal } = circumstances;
  const found = { base, mayLeadTo: () => false };
  const talk = await converse(means, name, { found, signal, speaker: 'registrar' });
  return registrationAnswer(means.tools, { ...asking, exchanges: talk.exchanges, routed: talk.routed }, talk.outcome);
}
