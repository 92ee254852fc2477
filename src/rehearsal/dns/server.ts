// One server of the simulated DNS at one address: UDP and TCP, with the faults of the day. A packet that makes no sense
// gets FORMERR or nothing, and never harms the server.
import type { Socket } from 'node:net';
import type { DnsMessage, Question } from '../../lookups/dns/codec/message.ts';
import { CLASS_IN, RCODES, TYPES } from '../../lookups/dns/codec/types.ts';
import { parseAddress } from '../../model/address.ts';
import type { ServerFault } from '../../model/case/scenario.ts';
import type { Instant } from '../../model/instant.ts';
import { type Listening, type Load, listenPair, pause, SLOW, timedAtOnce } from '../sockets.ts';
import { octetsFrom } from '../world/chance.ts';
import type { Role } from '../world/setting.ts';
import { faultAt, type World } from '../world/world.ts';
import { authoritativeAnswer } from './authoritative.ts';
import { type Answered, datagramLimit, exchange } from './exchange.ts';
import { resolve } from './resolve.ts';
import { type Asking, empty, REFUSED, type Reply } from './zone.ts';

interface DnsPlace {
  readonly role: Role;
  readonly roles: readonly Role[];
  /** Today's. */
  readonly world: () => World;
  readonly clock: () => Instant;
  /** Milliseconds before each answer. */
  readonly latency: number;
  readonly load: Load;
}

const MAX_MESSAGE = 65_535;
/** A datagram with nothing in it but the question and TC. */
const NOTHING_FITS = 0;

export function openNameServer(place: DnsPlace): Promise<Listening> {
  return listenPair(
    (octets, answer) => {
      const answered = answerOctets(place, octets, fault(place) === 'truncating' ? () => NOTHING_FITS : datagramLimit);
      if (answered !== undefined) pause(delay(place)).then(() => answer(answered));
    },
    (socket) => serveStream(place, socket),
  );
}

function fault({ world, role }: DnsPlace): ServerFault | undefined {
  return faultAt(world(), role.host);
}

function delay(place: DnsPlace): number {
  return place.latency + (fault(place) === 'slow' ? SLOW : 0);
}

/** `undefined`: nothing is answered. */
function answerOctets(
  place: DnsPlace,
  octets: Uint8Array,
  limit: (query: DnsMessage) => number,
): Uint8Array | undefined {
  const { load, role } = place;
  const today = fault(place);
  if (today === 'silent' || today === 'rate-limited') return undefined;
  if (today === 'garbage') return octetsFrom(role.host, `question ${load.questions}`, 40);
  return timedAtOnce(load, () => exchange(octets, (query, question) => answerQuestion(place, query, question), limit));
}

function answerQuestion(place: DnsPlace, query: DnsMessage, question: Question): Answered {
  const { role, roles, world, clock } = place;
  const today = fault(place);
  if (today === 'denied') return { reply: REFUSED };
  if (today === 'failing') return { reply: { ...empty(RCODES.SERVFAIL), authoritative: false } };
  const asking = { name: question.name, type: question.type, dnssecOk: query.edns?.dnssecOk ?? false };
  if (role.role !== 'resolver') return { reply: authoritativeAnswer(world(), role, asking) };
  if (!query.recursionDesired) return { reply: REFUSED };
  const { validates } = role;
  const { checkingDisabled } = query;
  const resolved = resolve(world(), { asking, checkingDisabled, validates, now: clock(), roles });
  return {
    ...resolved,
    ...(today === 'rewriting' ? { reply: rewritten(resolved.reply, asking) } : {}),
    recurses: true,
  };
}

/** Where providers lead whoever mistypes a name. */
const PARKING = parseAddress('203.0.113.80');

function rewritten(reply: Reply, { name, type }: Asking): Reply {
  if (reply.rcode !== RCODES.NXDOMAIN || PARKING === undefined) return reply;
  const found = { name, type: TYPES.A, class: CLASS_IN, ttl: 60, rdata: { kind: 'a', address: PARKING } } as const;
  return { ...empty(RCODES.NOERROR), authoritative: false, answers: type === TYPES.A ? [found] : [] };
}

/** Messages over TCP, each after its length in two octets (RFC 1035 section 4.2.2), answered in their order. */
function serveStream(place: DnsPlace, socket: Socket): void {
  let waiting: Buffer = Buffer.alloc(0);
  let turn = Promise.resolve();
  socket.on('data', (chunk: Buffer) => {
    waiting = Buffer.concat([waiting, chunk]);
    while (waiting.length >= 2 && waiting.length >= 2 + waiting.readUInt16BE(0)) {
      const end = 2 + waiting.readUInt16BE(0);
      const octets = waiting.subarray(2, end);
      waiting = waiting.subarray(end);
      turn = turn.then(() => answerOnStream(place, socket, octets));
    }
    if (waiting.length > MAX_MESSAGE + 2) socket.destroy();
  });
  socket.on('end', () => turn.then(() => socket.end()));
}

async function answerOnStream(place: DnsPlace, socket: Socket, octets: Uint8Array): Promise<void> {
  const answer = answerOctets(place, octets, () => MAX_MESSAGE);
  if (answer === undefined) return;
  await pause(delay(place));
  if (socket.writable) socket.write(Buffer.concat([Uint8Array.of(answer.length >> 8, answer.length & 255), answer]));
}
