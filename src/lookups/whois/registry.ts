// The lookup `whois-registry`: asks the registry's WHOIS server about a registrable name, once.
import type { Lookup, LookupAnswer, LookupCircumstances } from '../../model/asking/lookup.ts';
import { type Name, topLabel } from '../../model/name.ts';
import { type Asking, failed, registrationAnswer } from '../sighting.ts';
import type { LookupTools } from '../tools.ts';
import { converse, type Means, WHOIS_READER, whoisMeans } from './converse.ts';
import { whoisHost, whoisQuery } from './servers.ts';

export function whoisRegistry(tools: LookupTools): Lookup {
  const means = whoisMeans(tools);
  return {
    kind: 'whois-registry',
    after: [],
    ask: async (name, circumstances) => [await askOne(means, name, circumstances)],
  };
}

async function askOne(means: Means, name: Name, { signal }: LookupCircumstances): Promise<LookupAnswer> {
  const { tools } = means;
  const host = whoisHost(name, tools.network);
  const server = host ?? `.${topLabel(name)}`;
  const asking: Asking = {
    name,
    lookup: 'whois-registry',
    question: host === undefined ? name : whoisQuery(name, host),
    server,
    reader: WHOIS_READER,
    exchanges: [],
    routed: false,
  };
  if (host === undefined) {
    return registrationAnswer(tools, asking, failed('no-server', `no WHOIS server is known for ${server}`));
  }
  const talk = await converse(means, { name, host, signal });
  return registrationAnswer(tools, { ...asking, exchanges: talk.exchanges, routed: talk.routed }, talk.outcome);
}
