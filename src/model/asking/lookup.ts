// The contract between the sweep, which decides what is asked, and the lookups, which ask it.

import type { Name } from '../name.ts';
import type { Exchange } from '../seen/exchange.ts';
import type { LookupKind, ObservationOf, Sighting } from '../seen/observation.ts';

export interface LookupAnswer {
  readonly sighting: Sighting;
  readonly exchanges: readonly Exchange[];
}

export interface LookupCircumstances {
  /** What the `after` lookups of this name saw in this run. */
  readonly earlier: readonly ObservationOf<LookupKind>[];
  /** False for a name server that the seal excludes: it is not asked, and its own name is not looked up. */
  mayAsk(nameServer: Name): boolean;
  /** A person wants to see all there is: also what no verdict needs is asked. */
  readonly all?: true;
  readonly signal: AbortSignal;
}

/**
 * One way to ask the world. It never throws for what the world does: that is a failure in the sighting. It gives at
 * least one answer a name, one for each server that it asked; only a bug rejects.
 */
export interface Lookup {
  readonly kind: LookupKind;
  /** Lookups whose answers this one needs, for the same name. */
  readonly after: readonly LookupKind[];
  ask(name: Name, circumstances: LookupCircumstances): Promise<readonly LookupAnswer[]>;
}
