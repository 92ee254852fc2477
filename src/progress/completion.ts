// By when every resolver that was asked shows what the servers in authority give, as far as it comes by itself (dns.md rule 18):
// the latest instant at which something old runs out. Those that will not come round by waiting are named.
import { type Instant, isBefore } from '../model/instant.ts';
import type { ResolverState } from '../model/judged/resolver-state.ts';

interface Completion {
  /** Absent where at least one has no end that is known. */
  readonly by?: Instant;
  /** Resolvers of which it is not known when, or whether. */
  readonly open: readonly string[];
}

/** `undefined`: each of them shows it already, or none was asked. */
export function completionOf(states: readonly ResolverState[]): Completion | undefined {
  const behind = states.filter((state) => state.class !== 'equal');
  if (behind.length === 0) return undefined;
  const open = behind.filter(({ until }) => until === undefined).map(({ server }) => server);
  let by: Instant | undefined;
  for (const { until } of behind) if (until !== undefined && (by === undefined || isBefore(by, until))) by = until;
  return by === undefined || open.length > 0 ? { open } : { by, open };
}
