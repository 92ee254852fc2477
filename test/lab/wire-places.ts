// Who is where in the internet of the wire test, and what its WHOIS and RDAP servers say: every answer leads somewhere that
// nothing may be sent to.
import type { ServerResponse } from 'node:http';
import { DEFAULT_RESOLVERS } from '../../src/lookups/resolver/resolvers.ts';

/** Public addresses; in the namespace they are the loopback interface's own. */
export const PLACES = {
  tld: '5.1.0.4',
  /** The machine's own resolver. */
  system: '5.1.0.9',
  whois: '5.1.0.5',
  bootstrap: '5.1.0.6',
  rdap: '5.1.0.7',
  /** The respondents': under the seal nothing may be sent there. */
  old: '5.1.0.20',
  sinkhole: '5.1.0.30',
} as const;

/** Those that the program asks where nobody names others (lookups/resolver/resolvers.ts). */
export const RESOLVERS: readonly string[] = DEFAULT_RESOLVERS.map(({ text }) => text);

export const TRAPS = ['one', 'two', 'three', 'four', 'five', 'six'].map((word) => `${word}-trap.bid`);
export const SEALED_NAME = 'sealed-name.bid';

/** Where redirects, links and referrals lead, one for each name. */
const AWAY: Readonly<
  Record<string, { readonly redirect?: string; readonly related?: string; readonly referral: string }>
> = {
  'one-trap.bid': { redirect: 'https://169.254.169.254/latest/meta-data/', referral: '169.254.169.254' },
  'two-trap.bid': { redirect: 'https://rebind.nic.bid/domain/two-trap.bid', referral: 'rebind.nic.bid' },
  'three-trap.bid': { related: 'https://10.0.0.7/domain/three-trap.bid', referral: '10.0.0.7' },
  'four-trap.bid': { redirect: 'https://[::ffff:10.0.0.8]/domain/four-trap.bid', referral: 'localhost' },
  'five-trap.bid': { redirect: 'https://0x0a000005/domain/five-trap.bid', referral: '0x0a000005' },
  'six-trap.bid': { related: 'http://rdap.nic.bid:8080/domain/six-trap.bid', referral: 'whois://rebind.nic.bid:4343' },
};

export function whoisAnswer(query: string): string {
  return [
    `Domain Name: ${query.toUpperCase()}`,
    'Registry Domain ID: D1-BID',
    `Registrar WHOIS Server: ${AWAY[query]?.referral ?? 'whois.nic.bid'}`,
    'Updated Date: 2026-01-05T10:00:00Z',
    'Creation Date: 2018-01-05T10:00:00Z',
    'Registry Expiry Date: 2029-01-05T10:00:00Z',
    'Registrar: Some Registrar Ltd',
    'Registrar IANA ID: 9998',
    'Domain Status: ok https://icann.org/epp#ok',
    'Name Server: NS1.TRAP.BID',
    'DNSSEC: unsigned',
    '>>> Last update of WHOIS database: 2026-01-05T10:00:00Z <<<',
    '',
  ].join('\r\n');
}

export function rdapAnswer(host: string, path: string, response: ServerResponse): void {
  const name = decodeURIComponent(path.slice(path.lastIndexOf('/') + 1));
  const { redirect, related } = AWAY[name] ?? {};
  if (host === 'data.iana.org') json(response, { version: '1.0', services: [[['bid'], ['https://rdap.nic.bid/']]] });
  else if (redirect !== undefined) response.writeHead(302, { location: redirect }).end();
  else {
    json(response, {
      rdapConformance: ['rdap_level_0'],
      objectClassName: 'domain',
      ldhName: name,
      handle: 'D1-BID',
      status: ['active'],
      links: related === undefined ? [] : [{ rel: 'related', type: 'application/rdap+json', href: related }],
      entities: [
        {
          objectClassName: 'entity',
          roles: ['registrar'],
          publicIds: [{ type: 'IANA Registrar ID', identifier: '9998' }],
        },
      ],
    });
  }
}

function json(response: ServerResponse, body: unknown): void {
  response.writeHead(200, { 'content-type': 'application/rdap+json' }).end(JSON.stringify(body));
}

export const CASE = `case: sealed
title: Sealed v. John Does 1-2
court: { name: Court of the Wire, time-zone: America/New_York, holidays: [us-federal] }
docket: 1:26-cv-00002
petitioner: { name: Somebody, address: [1 Wire Road] }
seal: { until: 2099-01-01, touches: [registry, tld, sinkhole] }
registrars:
  custodian: { name: MarkMonitor Inc., iana-id: 292 }
sinkholes:
  sink: { operator: Somebody, name-servers: [ns1.sinkhole-host.bid], prefixes: [5.1.0.30/32] }
schedules:
  appendix-a: { file: appendix-a.txt, stated-count: 1 }
orders:
  - id: pi
    kind: preliminary-injunction
    entered: 2020-01-06T12:00:00-05:00
    paragraphs:
      - number: "1"
        text: Redirect.
        directed-to: [registry-operator]
        applies-to: appendix-a
        relief:
          - { kind: delegated-to, sinkhole: sink }
          - { kind: resolves-to, sinkhole: sink }
          - { kind: ds-absent-or-valid }
`;

export const RECIPIENTS = `recipients:
  bid-registry:
    name: Bid Registry Inc.
    role: registry-operator
    tlds: [bid]
    reach: ordered
    because: it is in this test
    jurisdiction: United States
    illustrative: true
`;
