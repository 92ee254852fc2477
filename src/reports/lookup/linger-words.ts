// What resolvers may still have of how a name stood before, as sentences; how long that is was worked out in progress/lingering.ts.
import type { Lingering, Lingers } from '../../progress/lingering.ts';
import { atTheLatest, momentText } from '../../relief/lasting.ts';

const WHAT: Readonly<Record<Lingering['of'], (former: string) => string>> = {
  delegation: (former) => `the delegation to ${former}`,
  ds: (former) => `DS ${former}, and answer SERVFAIL by it where they validate,`,
  addresses: (former) => `the address ${former}`,
};

export function lingerWords({ what, by }: Lingers): readonly string[] {
  const each = what.map(
    ({ of, former, until }) => `resolvers may still have ${WHAT[of](former.join(', '))} ${atTheLatest(until)}`,
  );
  return [...each, `seen everywhere as it stands now by ${momentText(by)}, as far as lifetimes tell`];
}
