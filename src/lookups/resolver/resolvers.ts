// Recursive resolvers that are asked when no setting names others: two that validate, of two operators, so that one's cache
// or policy is not taken for the world's.
import { parseResolverPlace, type ResolverPlace } from '../../model/asking/resolver-place.ts';

/** Source: the operators' own pages, as generally known; last verified 2026-11. */
const ROWS = [
  { operator: 'Quad9, without blocking and with validation', address: '9.9.9.10' },
  { operator: 'Cloudflare', address: '1.1.1.1' },
] as const;

export const DEFAULT_RESOLVERS: readonly ResolverPlace[] = ROWS.flatMap(({ address }) => {
  const reading = parseResolverPlace(address);
  return reading.ok ? [reading.place] : [];
});
