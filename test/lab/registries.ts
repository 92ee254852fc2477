// A registry of the laboratory, by hand: WHOIS and RDAP servers that say what each name's row says, faults included.
import { createServer as createHttpServer, type ServerResponse } from 'node:http';
import { createServer, type Server, type Socket } from 'node:net';
import { LAB_NAMES } from './zones.ts';

type RdapFault = 'error-500' | 'garbage' | 'reset' | 'other-name' | 'html-404' | 'too-many';
type WhoisFault = 'limit' | 'silence-after-half' | 'other-name' | 'garbage' | 'empty';

interface Registration {
  readonly registrar?: { readonly name: string; readonly ianaId: number };
  readonly statuses?: readonly string[];
  readonly free?: true;
  readonly rdap?: RdapFault;
  readonly whois?: WhoisFault;
}

const CUSTODIAN = { name: 'MarkMonitor Inc.', ianaId: 292 };
const OTHER = { name: 'Losing Registrar Ltd', ianaId: 9998 };
const LOCKS = ['serverTransferProhibited', 'serverUpdateProhibited', 'serverDeleteProhibited'];

export const REGISTRATIONS: Readonly<Record<string, Registration>> = {
  'cname.test': { rdap: 'error-500' },
  'sixth.test': { rdap: 'garbage', whois: 'limit' },
  'notyet.test': { registrar: OTHER, statuses: ['clientTransferProhibited'] },
  'lame.test': { rdap: 'reset', whois: 'silence-after-half' },
  'partial.test': { rdap: 'other-name', whois: 'other-name' },
  'dead.test': { rdap: 'html-404', whois: 'garbage' },
  'wwwold.test': { rdap: 'too-many', whois: 'empty' },
  'gone.test': { free: true },
  'held.test': { statuses: ['serverHold', ...LOCKS] },
  'split.test': { statuses: ['serverTransferProhibited'] },
};

export interface Registries {
  readonly whois: string;
  readonly bootstrap: string;
  close(): Promise<void>;
}

export async function startRegistries(): Promise<Registries> {
  const whois = createServer((socket) => {
    socket.on('error', () => undefined);
    socket.once('data', (query) => answerWhois(socket, query.toString('latin1').trim().toLowerCase()));
  });
  let base = '';
  const rdap = createHttpServer((request, response) => {
    const path = request.url ?? '/';
    if (path === '/dns.json') return json(response, 200, { version: '1.0', services: [[['test'], [`${base}/`]]] });
    return answerRdap(response, path.replace('/domain/', ''));
  });
  const [whoisPort, rdapPort] = [await listen(whois), await listen(rdap)];
  base = `http://127.0.0.1:${rdapPort}`;
  return {
    whois: `127.0.0.1:${whoisPort}`,
    bootstrap: `${base}/dns.json`,
    async close() {
      rdap.closeAllConnections();
      await Promise.all([whois, rdap].map((server) => new Promise((resolve) => server.close(resolve))));
    },
  };
}

function listen(server: Server): Promise<number> {
  return new Promise((resolve) => {
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      resolve(typeof address === 'object' && address !== null ? address.port : 0);
    });
  });
}

function answerWhois(socket: Socket, name: string): void {
  const row = REGISTRATIONS[name] ?? {};
  if (row.free || !(name in LAB_NAMES)) return void socket.end(`No match for "${name.toUpperCase()}".\r\n`);
  const record = whoisRecord(row.whois === 'other-name' ? 'evil.test' : name, row);
  if (row.whois === 'limit') socket.end('Query rate limit exceeded. Try again later.\r\n');
  else if (row.whois === 'garbage')
    socket.end(Buffer.from([0xff, 0x00, 0x1b, 0x5d, 0x30, 0x3b, 0x68, 0x69, 0x07, 0x80]));
  else if (row.whois === 'empty') socket.end();
  else if (row.whois === 'silence-after-half')
    socket.write(record.slice(0, record.length / 2), () => setTimeout(() => socket.resetAndDestroy(), 200));
  else socket.end(record);
}

function whoisRecord(name: string, { registrar = CUSTODIAN, statuses = LOCKS }: Registration): string {
  return [
    `Domain Name: ${name.toUpperCase()}`,
    'Registry Domain ID: 4711_DOMAIN_TEST',
    'Updated Date: 2026-01-05T10:00:00Z',
    'Creation Date: 2018-01-05T10:00:00Z',
    'Registry Expiry Date: 2029-01-05T10:00:00Z',
    `Registrar: ${registrar.name}`,
    `Registrar IANA ID: ${registrar.ianaId}`,
    ...statuses.map((status) => `Domain Status: ${status} https://icann.org/epp#${status}`),
    'Name Server: NS1.SINK.TEST',
    'DNSSEC: unsigned',
    '>>> Last update of WHOIS database: 2026-01-05T10:00:00Z <<<',
    '',
  ].join('\r\n');
}

function answerRdap(response: ServerResponse, name: string): void {
  const row = REGISTRATIONS[name] ?? {};
  if (row.free || !(name in LAB_NAMES))
    json(response, 404, { rdapConformance: ['rdap_level_0'], errorCode: 404, title: 'Not Found' });
  else if (row.rdap === 'error-500') json(response, 500, { errorCode: 500 });
  else if (row.rdap === 'garbage') response.end('{"objectClassName":"domain","ldhName":');
  else if (row.rdap === 'reset') response.destroy();
  else if (row.rdap === 'html-404') response.writeHead(404, { 'content-type': 'text/html' }).end('<h1>Not Found</h1>');
  else if (row.rdap === 'too-many') response.writeHead(429, { 'retry-after': '120' }).end();
  else json(response, 200, rdapDomain(row.rdap === 'other-name' ? 'evil.test' : name, row));
}

function rdapDomain(name: string, { registrar = CUSTODIAN, statuses = LOCKS }: Registration): unknown {
  return {
    rdapConformance: ['rdap_level_0'],
    objectClassName: 'domain',
    handle: '4711_DOMAIN_TEST',
    ldhName: name.toUpperCase(),
    status: statuses.map((status) => status.replace(/[A-Z]/g, (capital) => ` ${capital.toLowerCase()}`)),
    events: [
      { eventAction: 'registration', eventDate: '2018-01-05T10:00:00Z' },
      { eventAction: 'expiration', eventDate: '2029-01-05T10:00:00Z' },
    ],
    entities: [
      {
        objectClassName: 'entity',
        roles: ['registrar'],
        publicIds: [{ type: 'IANA Registrar ID', identifier: String(registrar.ianaId) }],
        vcardArray: [
          'vcard',
          [
            ['version', {}, 'text', '4.0'],
            ['fn', {}, 'text', registrar.name],
          ],
        ],
      },
    ],
    secureDNS: { delegationSigned: false },
  };
}

function json(response: ServerResponse, status: number, body: unknown): void {
  response.writeHead(status, { 'content-type': 'application/rdap+json' }).end(JSON.stringify(body));
}
