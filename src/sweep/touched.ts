// What a seal forbids to ask about a name, lookup by lookup. Pure; the plan of a check goes by it, and a lookup out of turn.
import type { SealTouch } from '../model/case/case.ts';
import type { SealInForce } from '../model/case/seal.ts';
import type { Name } from '../model/name.ts';
import type { LookupKind } from '../model/seen/observation.ts';

/** Whom a lookup touches. The servers of `addresses` are those of the delegation: under a seal only the case's sinkholes. */
const TOUCHED: Readonly<Record<LookupKind, SealTouch>> = {
  'rdap-registry': 'registry',
  'whois-registry': 'registry',
  'rdap-registrar': 'registrar',
  'whois-registrar': 'registrar',
  delegation: 'tld',
  addresses: 'sinkhole',
  resolver: 'resolver',
  sinkhole: 'sinkhole',
};

/** `host`: a name below somebody's domain, which no registry knows. */
export function isExcluded(kind: LookupKind, seal: SealInForce | undefined, as: 'registrable' | 'host'): boolean {
  // The parent of a host is a zone of its domain's holder, not of a registry: under a seal it is nobody's to ask.
  return !allows(seal, kind === 'delegation' && as === 'host' ? 'any' : TOUCHED[kind]);
}

export function mayAskUnder(seal: SealInForce | undefined): (nameServer: Name) => boolean {
  return (nameServer) => allows(seal, 'any') || seal?.sinkholes.has(nameServer) === true;
}

function allows(seal: SealInForce | undefined, touch: SealTouch): boolean {
  return seal === undefined || seal.allows(touch);
}
