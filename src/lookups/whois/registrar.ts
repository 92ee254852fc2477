// The lookup `whois-registrar`: the registrar's own record of a name, at the host that the registry's WHOIS record names. A
// question and a record of its own, never merged with the registry's. Port 43 of a host name, and nothing else.
import type { Lookup, LookupAnswer, LookupCircumstances } from '../../model/asking/lookup.ts';
import type { Name } from '../../model/name.ts';
import { registrarWanted } from '../registrar-wanted.ts';
import { type Asking, registrationAnswer } from '../sighting.ts';
import type { LookupTools } from '../tools.ts';
import { converse, type Means, WHOIS_READER, whoisMeans } from './converse.ts';

export function whoisRegistrar(tools: LookupTools): Lookup {
  const means = whoisMeans(tools);
  return {
    kind: 'whois-registrar',
    after: ['rdap-registry', 'whois-registry', 'rdap-registrar'],
    ask: async (name, circumstances) => [await askOne(means, name, circumstances)],
  };
}

async function askOne(means: Means, name: Name, circumstances: LookupCircumstances): Promise<LookupAnswer> {
  const wanted = registrarWanted(circumstances, 'whois');
  const host = wanted.ask ? wanted.server : 'none';
  const asking: Asking = {
    name,
    lookup: 'whois-registrar',
    question: name,
    server: host,
    reader: WHOIS_READER,
    exchanges: [],
    routed: false,
  };
  if (!wanted.ask) return registrationAnswer(means.tools, asking, wanted.outcome);
  const talk = await converse(means, { name, host, signal: circumstances.signal });
  return registrationAnswer(means.tools, { ...asking, exchanges: talk.exchanges, routed: talk.routed }, talk.outcome);
}
