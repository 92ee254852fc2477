// Top-level domains whose own servers answer for names that nobody has registered. There an address for a name that must
// not exist shows the registry's wildcard and nothing of the path.
const LABELS: ReadonlySet<string> = new Set(['ph', 'vg', 'ws']);

/** Source: wade.be/2023/12/07/tld-domain-hijacking.html, measured December 2023; last verified 2026-11 by a stored copy. */
export function answersWithWildcard(tld: string): boolean {
  return LABELS.has(tld);
}
