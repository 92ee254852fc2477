// Root, parent, sinkhole and one name server a fault; the parent misbehaves about the names of `p-…`, a child about `c-…`.

import { encodeMessage } from '../../../src/lookups/dns/codec/encode.ts';
import type { DnsMessage } from '../../../src/lookups/dns/codec/message.ts';
import { record } from '../../lookups/dns/messages.ts';
import { type Handler, type NameServer, openNameServer, reply, type Transport } from '../../lookups/dns/name-server.ts';
import { serving } from '../../lookups/dns/zones.ts';

export const DNS_FAULTS = [
  'silent',
  'wrong-id',
  'wrong-question',
  'truncated',
  'oversized',
  'garbage',
  'loop',
  'refusing',
] as const;
export type DnsFault = (typeof DNS_FAULTS)[number];

const ROOT = '198.51.100.1';
const PARENT = '198.51.100.2';
const SINK = '198.51.100.3';

const EVIL = record('evil.test', 'A', '192.0.2.80');

export interface NameServers {
  readonly root: string;
  readonly routes: Readonly<Record<string, string>>;
  close(): Promise<void>;
}

export async function openNameServers(names: readonly string[]): Promise<NameServers> {
  const children = DNS_FAULTS.map((fault, i) => ({ fault, name: `c-${fault}.test`, address: `198.51.100.${30 + i}` }));
  const sinkhole = serving(
    { zone: 'sink.test', records: [record('ns1.sink.test', 'A', SINK)] },
    ...names.map((zone) => ({ zone, records: zoneOf(zone) })),
  );
  const handlers: Readonly<Record<string, Handler>> = {
    [ROOT]: serving({ zone: '.', records: [record('test', 'NS', 'ns.nic.test'), record('ns.nic.test', 'A', PARENT)] }),
    [PARENT]: faulty('p-', serving({ zone: 'test', records: parentRecords(names, children) })),
    [SINK]: sinkhole,
    ...Object.fromEntries(children.map(({ address }) => [address, faulty('c-', sinkhole)])),
  };
  const open: NameServer[] = [];
  const routes: Record<string, string> = {};
  for (const [address, handler] of Object.entries(handlers)) {
    const server = await openNameServer(handler);
    open.push(server);
    routes[address] = `127.0.0.1:${server.port}`;
  }
  return {
    root: ROOT,
    routes,
    close: async () => {
      await Promise.all(open.map((server) => server.close()));
    },
  };
}

function zoneOf(zone: string) {
  return [zone, `*.${zone}`].flatMap((owner) => [
    record(owner, 'A', '192.0.2.80'),
    record(owner, 'AAAA', '2001:db8:5::80'),
  ]);
}

function parentRecords(
  names: readonly string[],
  children: readonly { readonly name: string; readonly address: string }[],
) {
  const own = new Map(children.map(({ name, address }) => [name, address]));
  return [
    record('sink.test', 'NS', 'ns1.sink.test'),
    record('ns1.sink.test', 'A', SINK),
    ...names.flatMap((name) => {
      const address = own.get(name);
      if (address === undefined) return [record(name, 'NS', 'ns1.sink.test')];
      return [record(name, 'NS', `ns1.${name}`), record(`ns1.${name}`, 'A', address)];
    }),
  ];
}

function faulty(prefix: string, honest: Handler): Handler {
  return (query, transport) => {
    const name = query.questions[0]?.name.toLowerCase() ?? '';
    const fault = DNS_FAULTS.find((one) => name === `${prefix}${one}.test` || name.endsWith(`.${prefix}${one}.test`));
    return fault === undefined ? honest(query, transport) : misbehave(fault, query, { honest, transport });
  };
}

function misbehave(
  fault: DnsFault,
  query: DnsMessage,
  { honest, transport }: { readonly honest: Handler; readonly transport: Transport },
): readonly (DnsMessage | Uint8Array)[] {
  switch (fault) {
    case 'silent':
      return [];
    case 'wrong-id':
      return messages(honest(query, transport)).map((one) => ({ ...one, id: one.id ^ 1 }));
    case 'wrong-question':
      return messages(honest(query, transport)).map((one) => ({
        ...one,
        questions: one.questions.map((question) => ({ ...question, name: 'evil.test' })),
      }));
    case 'truncated':
      return transport === 'tcp' ? [] : [reply(query, { truncated: true })];
    case 'oversized':
      return [reply(query, { authoritative: true, answers: Array.from({ length: 3000 }, () => EVIL) })];
    case 'garbage':
      return [Buffer.from('ff00fe1b5d303b6869078001c0809b324a', 'hex')];
    case 'loop':
      return [looping(query)];
    case 'refusing':
      return [reply(query, { rcode: 5 })];
    default:
      return fault satisfies never;
  }
}

function messages(replies: readonly (DnsMessage | Uint8Array)[]): readonly DnsMessage[] {
  return replies.flatMap((one) => (one instanceof Uint8Array ? [] : [one]));
}

/** An answer whose owner name is a pointer to itself (RFC 1035 section 4.1.4). */
function looping(query: DnsMessage): Uint8Array {
  const { edns: _edns, ...plain } = reply(query, {});
  const octets = Buffer.from(encodeMessage(plain));
  octets.writeUInt16BE(1, 6);
  const here = octets.length;
  return Buffer.concat([
    octets,
    Buffer.from([0xc0 | (here >> 8), here & 0xff, 0, 1, 0, 1, 0, 0, 1, 0, 0, 4, 192, 0, 2, 80]),
  ]);
}
