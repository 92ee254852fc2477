// The parts of a Word or Excel file, which is a zip archive: APPNOTE.TXT 6.3. Nothing is unpacked but what is asked for, and no
// more than it may be; names of parts are looked up and never used as paths.
import { crc32, inflateRawSync } from 'node:zlib';
import { Unreadable } from '../outcome.ts';

export interface Parts {
  readonly names: readonly string[];
  /** `undefined` where there is no such part. */
  part(name: string): Uint8Array | undefined;
}

interface Entry {
  readonly name: string;
  readonly method: number;
  readonly sum: number;
  readonly packed: number;
  readonly size: number;
  readonly offset: number;
  readonly encrypted: boolean;
}

const MEBIBYTE = 1_048_576;
/** A book of a hundred thousand rows has some 40 MiB in its largest part. */
const LARGEST_PART = 96 * MEBIBYTE;
const LARGEST_WHOLE = 160 * MEBIBYTE;
const MOST_PARTS = 10_000;
/** The end of the archive stands within a comment's length of the file's. */
const END_WITHIN = 65_557;
const STORED = 0;
const DEFLATED = 8;

export function openZip(file: string, octets: Uint8Array): Parts {
  const view = Buffer.from(octets.buffer, octets.byteOffset, octets.length);
  const entries = new Map<string, Entry>();
  for (const entry of listed(view, file)) {
    // Two parts of one name: which of them counts depends on who reads.
    if (entries.has(entry.name)) throw broken(file, 'it has two parts of one name');
    entries.set(entry.name, entry);
  }
  let left = LARGEST_WHOLE;
  return {
    names: [...entries.keys()],
    part(name) {
      const entry = entries.get(name);
      if (entry === undefined) return undefined;
      const part = unpacked(view, { entry, file, most: Math.min(LARGEST_PART, left) });
      left -= part.length;
      return part;
    },
  };
}

function listed(view: Buffer, file: string): readonly Entry[] {
  const end = view.lastIndexOf(Buffer.from('PK\u0005\u0006', 'latin1'));
  if (end === -1 || end < view.length - END_WITHIN || end + 22 > view.length)
    throw broken(file, 'its list of parts is missing');
  const count = view.readUInt16LE(end + 10);
  if (count > MOST_PARTS) throw tooLarge(file, `it has ${count} parts or more`);
  const entries: Entry[] = [];
  let at = view.readUInt32LE(end + 16);
  for (let index = 0; index < count; index += 1) {
    if (at + 46 > view.length || view.readUInt32LE(at) !== 0x02014b50)
      throw broken(file, 'its list of parts is damaged');
    const length = view.readUInt16LE(at + 28);
    entries.push({
      name: view.toString('utf8', at + 46, at + 46 + length),
      encrypted: (view.readUInt16LE(at + 8) & 1) === 1,
      method: view.readUInt16LE(at + 10),
      sum: view.readUInt32LE(at + 16),
      packed: view.readUInt32LE(at + 20),
      size: view.readUInt32LE(at + 24),
      offset: view.readUInt32LE(at + 42),
    });
    at += 46 + length + view.readUInt16LE(at + 30) + view.readUInt16LE(at + 32);
  }
  return entries;
}

interface Wanted {
  readonly entry: Entry;
  readonly file: string;
  readonly most: number;
}

function unpacked(view: Buffer, { entry, file, most }: Wanted): Uint8Array {
  const { name, offset, packed, size, method, sum } = entry;
  if (entry.encrypted) throw locked(file);
  if (size > most) throw tooLarge(file, `its part ${name.slice(0, 60)} unfolds to ${size} octets`);
  if (offset + 30 > view.length || view.readUInt32LE(offset) !== 0x04034b50)
    throw broken(file, 'a part of it is not where it should be');
  const start = offset + 30 + view.readUInt16LE(offset + 26) + view.readUInt16LE(offset + 28);
  if (start + packed > view.length) throw broken(file, 'it is cut off');
  const found = inflated(view.subarray(start, start + packed), { method, size, file });
  if (found.length !== size || crc32(found) !== sum) throw broken(file, `its part ${name.slice(0, 60)} is damaged`);
  return found;
}

function inflated(octets: Buffer, { method, size, file }: { method: number; size: number; file: string }): Uint8Array {
  if (method === STORED) return octets;
  if (method !== DEFLATED) throw broken(file, 'it is packed in a way that no word processor uses');
  try {
    // What the list says is the most that is unpacked, whatever is inside.
    return inflateRawSync(octets, { maxOutputLength: Math.max(1, size) });
  } catch {
    throw broken(file, 'a part of it cannot be unpacked');
  }
}

function broken(file: string, why: string): Unreadable {
  return new Unreadable({
    code: 'document-broken',
    message: `${file} cannot be read: ${why}.`,
    hint: 'Fetch the file once more from where it came from.',
  });
}

function tooLarge(file: string, why: string): Unreadable {
  return new Unreadable({
    code: 'document-too-large',
    message: `${file} is larger than any honest document: ${why}.`,
    hint: 'Ask for the list by itself, as text or CSV.',
  });
}

function locked(file: string): Unreadable {
  return new Unreadable({
    code: 'document-encrypted',
    message: `${file} can be opened with a password only.`,
    hint: 'Open it with its password and save a copy without one.',
  });
}
