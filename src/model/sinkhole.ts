// Where the traffic of a seized name is to go: the operator, its name servers and its prefixes.
import type { Prefix } from './address.ts';
import type { Name } from './name.ts';

export interface Sinkhole {
  readonly operator: string;
  readonly nameServers: readonly Name[];
  readonly prefixes: readonly Prefix[];
}
