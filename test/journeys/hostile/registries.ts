// One WHOIS and one RDAP server that do to each name what its row says, as octets on a socket: no library mends them.
import { createServer, type Socket } from 'node:net';
import { gzipSync } from 'node:zlib';
import { openServer } from '../../support/loopback.ts';

export const REGISTRY_FAULTS = [
  'hang',
  'drip',
  'flood',
  'reset',
  'other',
  'garbage',
  'empty',
  'metadata',
  'loopback',
  'bomb',
  'deep',
  'escapes',
] as const;
export type RegistryFault = (typeof REGISTRY_FAULTS)[number];

export interface Raw {
  readonly port: number;
  /** Connections that came. */
  readonly came: () => number;
  close(): Promise<void>;
}

const ESCAPES = '\u001b]0;pwned\u0007\u001b[2J\u202e';
const GARBAGE = Buffer.from('ff00fe1b5d303b6869078001c0809b324a', 'hex');

export async function openRaw(onQuestion: (socket: Socket, question: string) => void): Promise<Raw> {
  let came = 0;
  const server = createServer((socket) => {
    came += 1;
    socket.once('data', (octets) => onQuestion(socket, octets.toString('latin1')));
  });
  return { ...(await openServer(server)), came: () => came };
}

export function openWhois(): Promise<Raw> {
  return openRaw((socket, question) => {
    const name = question.trim().toLowerCase();
    const fault = faultOf(name);
    const record = whoisRecord(fault === 'other' ? 'evil.test' : name);
    if (fault === undefined) socket.end(record);
    else if (fault === 'escapes')
      socket.end(record.replace('Custodian Inc.', `${ESCAPES}Evil Ltd`).replace('292', '666'));
    else if (fault === 'other') socket.end(record);
    else if (fault === 'metadata' || fault === 'loopback') socket.end('Registrar WHOIS Server: 169.254.169.254\r\n');
    else if (fault === 'bomb') socket.end(gzipSync(Buffer.alloc(1 << 20)));
    else if (fault === 'deep') socket.end('>'.repeat(200_000));
    else misbehave(socket, fault, Buffer.from(record));
  });
}

export function openRdap(bait: () => number): Promise<Raw> {
  const bomb = gzipSync(Buffer.alloc(256 << 20, 0x20));
  return openRaw((socket, request) => {
    const path = /^GET (\S+)/.exec(request)?.[1] ?? '';
    const name = path.slice(path.lastIndexOf('/') + 1).toLowerCase();
    const fault = faultOf(name);
    const answer = http(JSON.stringify(rdapDomain(fault === 'other' ? 'evil.test' : name)));
    if (fault === undefined || fault === 'other') socket.end(answer);
    else if (fault === 'escapes')
      socket.end(http(JSON.stringify(rdapDomain(name, { name: `${ESCAPES}Evil Ltd`, id: 666 }))));
    else if (fault === 'metadata') socket.end(redirect('http://169.254.169.254/latest/meta-data/'));
    else if (fault === 'loopback') socket.end(redirect(`http://127.0.0.1:${bait()}/domain/${name}`));
    else if (fault === 'bomb') socket.end(http(bomb, 'content-encoding: gzip\r\n'));
    else if (fault === 'deep') socket.end(http(`${'[{"a":'.repeat(100_000)}1`));
    else misbehave(socket, fault, answer);
  });
}

function misbehave(
  socket: Socket,
  fault: 'hang' | 'drip' | 'flood' | 'reset' | 'garbage' | 'empty',
  answer: Buffer,
): void {
  switch (fault) {
    case 'hang':
      return;
    case 'drip': {
      let at = 0;
      const timer = setInterval(() => socket.write(answer.subarray(at, ++at)), 100);
      socket.on('close', () => clearInterval(timer));
      return;
    }
    case 'flood': {
      const block = Buffer.alloc(1 << 16, 'Domain Name: x\r\n');
      const pour = () => {
        while (!socket.destroyed && socket.write(block));
      };
      socket.on('drain', pour);
      socket.write('HTTP/1.1 200 OK\r\ncontent-type: application/rdap+json\r\n\r\n');
      pour();
      return;
    }
    case 'reset':
      socket.write(answer.subarray(0, answer.length >> 1), () => setTimeout(() => socket.resetAndDestroy(), 50));
      return;
    case 'garbage':
      socket.end(GARBAGE);
      return;
    case 'empty':
      socket.end();
      return;
    default:
      fault satisfies never;
  }
}

function faultOf(name: string): RegistryFault | undefined {
  return REGISTRY_FAULTS.find((fault) => name === `r-${fault}.test`);
}

function http(body: string | Buffer, headers = ''): Buffer {
  const octets = Buffer.from(body);
  const head = `HTTP/1.1 200 OK\r\ncontent-type: application/rdap+json\r\n${headers}content-length: ${octets.length}\r\n\r\n`;
  return Buffer.concat([Buffer.from(head), octets]);
}

function redirect(to: string): string {
  return `HTTP/1.1 302 Found\r\nlocation: ${to}\r\ncontent-length: 0\r\n\r\n`;
}

function whoisRecord(name: string): string {
  return [
    `Domain Name: ${name.toUpperCase()}`,
    'Registry Domain ID: 4711_DOMAIN_TEST',
    'Creation Date: 2018-01-05T10:00:00Z',
    'Registry Expiry Date: 2039-01-05T10:00:00Z',
    'Registrar: Custodian Inc.',
    'Registrar IANA ID: 292',
    'Domain Status: serverTransferProhibited https://icann.org/epp#serverTransferProhibited',
    'Name Server: NS1.SINK.TEST',
    'DNSSEC: unsigned',
    '>>> Last update of WHOIS database: 2026-01-05T10:00:00Z <<<',
    '',
  ].join('\r\n');
}

function rdapDomain(name: string, registrar = { name: 'Custodian Inc.', id: 292 }): unknown {
  return {
    rdapConformance: ['rdap_level_0'],
    objectClassName: 'domain',
    ldhName: name.toUpperCase(),
    status: ['server transfer prohibited'],
    events: [{ eventAction: 'expiration', eventDate: '2039-01-05T10:00:00Z' }],
    entities: [
      {
        objectClassName: 'entity',
        roles: ['registrar'],
        publicIds: [{ type: 'IANA Registrar ID', identifier: String(registrar.id) }],
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
