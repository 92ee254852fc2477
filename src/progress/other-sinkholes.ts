// Name servers of sinkholes that are publicly known: a name that is delegated there has been taken by somebody already, which
// is worth knowing before a letter asks for it.
import { isAtOrUnder } from '../model/case/sinkhole.ts';

interface SinkholeRow {
  /** Every name server at it or under it. */
  readonly domain: string;
  readonly operator: string;
  readonly source: string;
}

/** Last verified 2026-11. */
const OTHER_SINKHOLES: readonly SinkholeRow[] = [
  {
    domain: 'microsoftinternetsafety.net',
    operator: 'Microsoft, Digital Crimes Unit',
    source: 'schedules of its civil orders, such as D.D.C. 1:19-cv-00716, which name its name servers',
  },
  {
    domain: 'seizedservers.com',
    operator: 'United States, Homeland Security Investigations',
    source: 'registration data of names seized since 2010, such as z-lib.org in November 2022',
  },
  { domain: 'seized.gov', operator: 'United States, a federal agency', source: 'registration data of seized names' },
  {
    domain: 'sinkhole.shadowserver.org',
    operator: 'The Shadowserver Foundation',
    source: 'its public pages on sinkholes',
  },
];

export function otherSinkhole(nameServer: string): string | undefined {
  return OTHER_SINKHOLES.find(({ domain }) => isAtOrUnder(nameServer, domain))?.operator;
}
