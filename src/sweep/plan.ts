// Which lookups each name gets, decided before anything is asked. A seal takes lookups away; what it takes away is still
// planned, as an exclusion, so that no name goes without its row.
import type { Case, Seal, SealTouch } from '../model/case.ts';
import { type Instant, isBefore } from '../model/instant.ts';
import type { Name } from '../model/name.ts';
import { LOOKUP_KINDS, type LookupKind } from '../model/observation.ts';
import type { Compiled } from '../relief/compile.ts';

export interface PlannedName {
  readonly name: Name;
  readonly lookups: readonly LookupKind[];
}

export interface Plan {
  readonly names: readonly PlannedName[];
  /** Kinds of lookup that the seal does not allow for any name. */
  readonly excluded: ReadonlySet<LookupKind>;
  /** False for a name server that the seal does not allow to ask. */
  mayAsk(nameServer: Name): boolean;
}

/** Whom each lookup talks to, in the words of a seal. Whether a single name server may be asked is `mayAsk`. */
const TOUCHED: Readonly<Record<LookupKind, SealTouch>> = {
  'rdap-registry': 'registry',
  'whois-registry': 'registry',
  delegation: 'tld',
  addresses: 'sinkhole',
  resolver: 'resolver',
};

/** A host name under somebody else's registration is none itself: the registry has nothing to say of it. */
const OF_HOST_NAMES: readonly LookupKind[] = ['delegation', 'addresses', 'resolver'];

export function planLookups({ theCase, compiled, asOf }: { readonly theCase: Case; readonly compiled: Compiled; readonly asOf: Instant }): Plan {
  const seal = sealAt(theCase.seal, asOf);
  const allows = (touch: SealTouch) => seal === undefined || seal.touches.includes(touch) || seal.touches.includes('any');
  const ours = new Set(Object.values(theCase.sinkholes).flatMap(({ nameServers }) => nameServers));
  const names = compiled.names
    .filter(({ coverage }) => !coverage.released)
    .map(({ name, scheduled }) => ({ name, lookups: scheduled.registrable === name ? LOOKUP_KINDS : OF_HOST_NAMES }));
  return {
    names,
    excluded: new Set(LOOKUP_KINDS.filter((kind) => !allows(TOUCHED[kind]))),
    mayAsk: (nameServer) => seal === undefined || seal.touches.includes('any') || (allows('sinkhole') && ours.has(nameServer)),
  };
}

function sealAt(seal: Seal | undefined, asOf: Instant): Seal | undefined {
  return seal !== undefined && isBefore(asOf, seal.until) ? seal : undefined;
}
