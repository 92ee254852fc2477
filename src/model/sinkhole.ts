// Where the traffic of a seized name is to go: the operator, its name servers and its prefixes.
import type { Address, Prefix } from './address.ts';
import type { Name } from './name.ts';

export interface Sinkhole {
  readonly operator: string;
  readonly nameServers: readonly Name[];
  readonly prefixes: readonly Prefix[];
  /** Addresses of name servers that stand under names of the case, by server: a registry needs them as glue. */
  readonly glue?: Readonly<Record<Name, readonly Address[]>>;
}
