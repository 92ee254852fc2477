// Whose records a WHOIS or RDAP server of the rehearsal has: a registry's, of all its names, or a registrar's, of the names
// that it sponsors. A registrar shows in ICANN's layout what a thin registry cannot: who the registrant is.
import type { WhoisLayout } from '../../model/case/scenario.ts';
import type { RegistryPlace, WorldRegistrar } from './setting.ts';
import type { NameState } from './world.ts';

export type Holder =
  | { readonly holder: 'registry'; readonly registry: RegistryPlace }
  | { readonly holder: 'registrar'; readonly registrar: WorldRegistrar };

export function holds(of: Holder, { registry, registration }: NameState): boolean {
  if (of.holder === 'registry') return registry === of.registry.id;
  return registration !== null && registration.registrar.ianaId === of.registrar.ianaId;
}

export function layoutOf(of: Holder): WhoisLayout {
  return of.holder === 'registry' ? (of.registry.registration?.layout ?? 'icann') : 'icann';
}
