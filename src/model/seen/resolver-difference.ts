// Where a recursive resolver's answers deviate from what the servers in authority say of a name. Pure; asked by the lookup,
// which puts such questions again, and by whoever judges what the deviation is. Missing answers are no deviation.
import type { Address } from '../address.ts';
import type { Name } from '../name.ts';
import { type DsRecord, sameSet } from './delegation.ts';
import {
  type AddressAnswer,
  HOSTS,
  type Host,
  type HostAnswers,
  type ResolverFacts,
  type SampledQuestion,
} from './observation.ts';
import { isTranslated } from './translated.ts';

/** What the servers in authority said, as far as they answered. */
export interface Authority {
  /** True: the parent zone has nothing of the name, so that no address of it is right. */
  readonly absent: boolean;
  /** Of each delegated server at each address. */
  readonly hosts: readonly HostAnswers[];
  /** The parent's; absent where it is not known. */
  readonly nameServers?: readonly Name[];
  readonly ds?: readonly DsRecord[];
}

export type Difference =
  | { readonly of: SampledQuestion; readonly what: 'address'; readonly host: Host; readonly address: Address }
  | { readonly of: 'name-servers'; readonly what: 'name-servers'; readonly names: readonly Name[] }
  | { readonly of: 'ds'; readonly what: 'ds'; readonly records: readonly DsRecord[] };

/** In the order of the questions; of one answer the first address that nobody in authority gives. */
export function differencesOf(facts: ResolverFacts, authority: Authority): readonly Difference[] {
  const differences: Difference[] = [];
  for (const host of HOSTS) {
    for (const field of ['a', 'aaaa'] as const) {
      const address = strangeAddress(facts.hosts[host][field], authority, { host, field });
      if (address !== undefined) differences.push({ of: `${host} ${field}`, what: 'address', host, address });
    }
  }
  const names = facts.nameServers?.names ?? [];
  if (names.length > 0 && isOtherDelegation(names, authority)) {
    differences.push({ of: 'name-servers', what: 'name-servers', names });
  }
  const records = facts.ds?.records ?? [];
  if (records.length > 0 && isOtherDs(records, authority)) differences.push({ of: 'ds', what: 'ds', records });
  return differences;
}

/** The lifetime that the answer to such a question came with. */
export function lifetimeOf({ hosts, nameServers, ds }: ResolverFacts, of: SampledQuestion): number | undefined {
  if (of === 'name-servers') return nameServers?.ttl;
  if (of === 'ds') return ds?.ttl;
  const answer = answerTo(hosts, of);
  return answer.answer === 'addresses' ? answer.ttl : undefined;
}

function answerTo(hosts: HostAnswers, of: `${Host} ${'a' | 'aaaa'}`): AddressAnswer {
  const [host, field] = of.split(' ') as [Host, 'a' | 'aaaa'];
  return hosts[host][field];
}

interface Asked {
  readonly host: Host;
  readonly field: 'a' | 'aaaa';
}

/** With nobody in authority who answered this question there is nothing to compare with. Asked by the million. */
function strangeAddress(
  answer: AddressAnswer,
  { absent, hosts }: Authority,
  { host, field }: Asked,
): Address | undefined {
  if (answer.answer !== 'addresses') return undefined;
  if (absent) return answer.addresses[0];
  if (!hosts.some((one) => one[host][field].answer !== 'failure')) return undefined;
  return answer.addresses.find(
    (address) => !hosts.some((one) => gives(one[host][field], address) || leadsTo(one[host].a, address)),
  );
}

function leadsTo(answer: AddressAnswer, address: Address): boolean {
  return answer.answer === 'addresses' && isTranslated(address, answer.addresses);
}

function gives(answer: AddressAnswer, address: Address): boolean {
  return answer.answer === 'addresses' && answer.addresses.includes(address);
}

/** A resolver may go by the child's own list, which may be longer or shorter; one without a common member is another one. */
function isOtherDelegation(names: readonly Name[], { absent, nameServers }: Authority): boolean {
  if (absent) return true;
  return nameServers !== undefined && nameServers.length > 0 && !names.some((name) => nameServers.includes(name));
}

function isOtherDs(records: readonly DsRecord[], { absent, ds }: Authority): boolean {
  if (absent) return true;
  return ds !== undefined && !sameSet(records.map(dsText), ds.map(dsText));
}

function dsText({ keyTag, algorithm, digestType, digest }: DsRecord): string {
  return `${keyTag} ${algorithm} ${digestType} ${digest.toLowerCase()}`;
}
