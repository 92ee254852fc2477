// Which part of a name is registered: the public suffix list (publicsuffix.org) through tldts, read only when a name needs
// it, since it takes longer to load than a whole status screen.
import type { Name } from '../model/name.ts';
import { topLabel } from '../model/name.ts';

/** `suffix`: nobody holds it by itself. `shared`: its holder gives names under it to strangers (dynamic DNS, hosting). */
export type Standing = 'suffix' | 'shared' | 'ordinary';

export interface Suffixes {
  /** The registered domain that the name is or stands under, by the registries' own suffixes; none for a bare suffix. */
  registrable(name: Name): Name | undefined;
  standing(name: Name): Standing;
  /** Whether a registry stands behind it: a top-level domain of the list, or one that is kept for examples. */
  isTop(label: string): boolean;
}

/** Kept for examples and tests (RFC 2606 section 2, RFC 6761). */
export const RESERVED_TOPS: ReadonlySet<string> = new Set(['example', 'test', 'invalid', 'localhost']);

/**
 * Top-level domains of more than two letters under which a registry sells names below a second label. Source: the ICANN
 * section of the public suffix list as in tldts 7.5.4; last verified 2026-11. Longer than need be: a TLD here costs time only.
 */
const WITH_SECOND_LEVEL = new Set(['aero', 'arpa', 'coop', 'int', 'jobs', 'museum', 'post', 'pro', 'tel', 'travel']);

/** What can be told without the list; `undefined` where it has to be asked. */
export function registrableWithoutList(name: Name): Name | undefined {
  const last = name.lastIndexOf('.');
  const second = name.lastIndexOf('.', last - 1);
  if (second === -1) return name;
  const tld = topLabel(name);
  if (tld.length === 2 || tld.startsWith('xn--') || WITH_SECOND_LEVEL.has(tld)) return undefined;
  return name.slice(second + 1) as Name;
}

export async function loadSuffixes(): Promise<Suffixes> {
  const { suffixList } = await import('./suffix-list.ts');
  return suffixList;
}
