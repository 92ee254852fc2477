// The lookup `rdap-registry`: asks the registry's RDAP server, which the bootstrap file or an override names.
import type { Lookup, LookupAnswer, LookupCircumstances } from '../../model/asking/lookup.ts';
import { type Name, topLabel } from '../../model/name.ts';
import { type Asking, failed, registrationAnswer } from '../sighting.ts';
import type { LookupTools } from '../tools.ts';
import { converse, type Means, RDAP_READER, rdapMeans } from './converse.ts';
import type { Directory } from './directory.ts';

export function rdapRegistry(tools: LookupTools, directory: Directory): Lookup {
  const means = rdapMeans(tools);
  return {
    kind: 'rdap-registry',
    after: [],
    ask: async (name, circumstances) => [await askOne({ means, directory }, name, circumstances)],
  };
}

interface Registry {
  readonly means: Means;
  readonly directory: Directory;
}

async function askOne(
  { means, directory }: Registry,
  name: Name,
  { signal }: LookupCircumstances,
): Promise<LookupAnswer> {
  const found = await directory.find(name, signal);
  const base: Asking = {
    name,
    lookup: 'rdap-registry',
    question: `domain/${name}`,
    server: found.ok ? found.base : `.${topLabel(name)}`,
    reader: RDAP_READER,
    exchanges: [],
    before: found.exchanges,
    routed: false,
  };
  if (!found.ok) return registrationAnswer(means.tools, base, failed(found.failure, found.detail));
  const talk = await converse(means, name, { found, signal, speaker: 'registry' });
  return registrationAnswer(means.tools, { ...base, exchanges: talk.exchanges, routed: talk.routed }, talk.outcome);
}
