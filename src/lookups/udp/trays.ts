// A tray holds messages as sendmmsg(2) and recvmmsg(2) take them: struct mmsghdr with its iovec and socket address for each, which
// point at fixed places in memory that the collector of garbage does not move. Layouts are Linux's on x86-64 (recvmmsg(2), ip(7), ipv6(7)).
import type { Address } from '../../model/address.ts';
import type { Endpoint } from '../../model/asking/network.ts';
import { addressOf, octetsOf } from '../address-octets.ts';
import { boundedMap } from '../bulk/bounded-map.ts';
import { room } from '../bulk/shelf.ts';
import { SERVERS_REMEMBERED } from './limits.ts';
import type { Family, Sender } from './ports.ts';
import type { System } from './system.ts';

/** AF_INET and AF_INET6; where the address stands in struct sockaddr_in and sockaddr_in6, and how long these are. */
export const FAMILIES = {
  4: { number: 2, size: 16, address: 4, octets: 4 },
  6: { number: 10, size: 28, address: 8, octets: 16 },
} as const;

/** Messages on one tray: more in one call save nothing further. */
export const PLACES = 64;

const HEADER = { size: 64, name: 0, nameSize: 8, vector: 16, vectors: 24, length: 56 };
const VECTOR = { size: 16, base: 0, length: 8 };
/** Octets that are copied one by one sooner than by a call, which makes a view of its own for each message. */
const SHORT = 256;
/** The largest socket address, rounded up. */
const ADDRESS_SIZE = 32;

export interface Tray {
  /** What the calls are given. */
  readonly headers: Uint8Array;
  put(place: number, octets: Uint8Array, to: Endpoint): void;
  /** A copy of what came. */
  octets(place: number): Uint8Array;
  sender(place: number): Sender;
}

/** `largest`: octets that a message may have. */
export function openTray({ address }: Pick<System, 'address'>, family: Family, largest: number): Tray {
  const { size, address: addressAt, octets: count, number } = FAMILIES[family];
  // A little more than asked, so that the beginnings of messages do not all fall on the same lines of the processor's cache.
  const stride = largest + 192;
  const [data, names, vectors, headers] = [stride, ADDRESS_SIZE, VECTOR.size, HEADER.size].map((each) =>
    Buffer.from(new ArrayBuffer(each * PLACES)),
  ) as [Buffer, Buffer, Buffer, Buffer];
  const memory = { data: address(data), names: address(names), vectors: address(vectors) };
  for (let place = 0; place < PLACES; place += 1) {
    names.writeUInt16LE(number, place * ADDRESS_SIZE);
    vectors.writeBigUInt64LE(memory.data + BigInt(place * stride), place * VECTOR.size + VECTOR.base);
    vectors.writeUInt32LE(largest, place * VECTOR.size + VECTOR.length);
    headers.writeBigUInt64LE(memory.names + BigInt(place * ADDRESS_SIZE), place * HEADER.size + HEADER.name);
    headers.writeUInt32LE(size, place * HEADER.size + HEADER.nameSize);
    headers.writeBigUInt64LE(memory.vectors + BigInt(place * VECTOR.size), place * HEADER.size + HEADER.vector);
    headers.writeUInt32LE(1, place * HEADER.size + HEADER.vectors);
  }
  const lengths = new Uint32Array(headers.buffer);
  const sizes = new Uint32Array(vectors.buffer);
  const words = new Uint32Array(names.buffer);
  const spelled = boundedMap<Uint8Array>(SERVERS_REMEMBERED);
  const spell = (text: Address): Uint8Array => {
    const octets = spelled.get(text) ?? octetsOf(text);
    spelled.set(text, octets);
    return octets;
  };
  const written: (Address | undefined)[] = Array.from({ length: PLACES }, () => undefined);
  // Answers come in rows from one server, so the sender that was read last is nearly always this one's as well.
  const last = new Uint32Array(size / 4);
  let sender: Sender = { address: '', port: 0 };
  return {
    headers,
    put(place, octets, { address: text, port }) {
      if (octets.length > largest) throw new RangeError(`${octets.length} octets on a tray for ${largest}`);
      data.set(octets, place * stride);
      sizes[(place * VECTOR.size + VECTOR.length) / 4] = octets.length;
      const name = place * ADDRESS_SIZE;
      names[name + 2] = port >> 8;
      names[name + 3] = port & 0xff;
      // A run asks few servers, so the one that was written here last is often the same.
      if (written[place] === text) return;
      names.set(spell(text), name + addressAt);
      written[place] = text;
    },
    octets(place) {
      const length = lengths[(place * HEADER.size + HEADER.length) / 4] ?? 0;
      const octets = room(length);
      const start = place * stride;
      if (length > SHORT) data.copy(octets, 0, start, start + length);
      else for (let at = 0; at < length; at += 1) octets[at] = data[start + at] ?? 0;
      return octets;
    },
    sender(place) {
      const from = (place * ADDRESS_SIZE) / 4;
      let same = true;
      for (let at = 0; at < last.length; at += 1) same &&= last[at] === words[from + at];
      if (same) return sender;
      last.set(words.subarray(from, from + last.length));
      const name = place * ADDRESS_SIZE;
      const octets = names.subarray(name + addressAt, name + addressAt + count);
      sender = { address: addressOf(octets) ?? '', port: names.readUInt16BE(name + 2) };
      return sender;
    },
  };
}
