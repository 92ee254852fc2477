// What a run rests on besides the world: the files that people write, the journal as far as it went, and the newest run before
// it, each by its digest. So a later run vouches for what was there when it began, and a change of it shows.
import { crc32 } from 'node:zlib';
import { sha256 } from '../../model/sha256.ts';
import { isCount, isRecord } from '../disk/json-text.ts';

/** So many octets and no more: what stands behind them came later. */
export interface OctetsThen {
  readonly length: number;
  readonly 'sha-256': string;
  /** By which one changed bit is found in a file of any size. Absent in runs of old. */
  readonly 'crc-32'?: number;
}

export function thenOf(octets: Uint8Array): OctetsThen {
  const digest = sha256(octets);
  return { length: octets.length, 'sha-256': digest, 'crc-32': crc32(octets) };
}

export interface RestsOn {
  /** case.yaml, schedules and what all cases share, by their names as seen from the case's folder. */
  readonly files: Readonly<Record<string, OctetsThen>>;
  readonly journal?: OctetsThen;
  /** The newest whole run, with the digest that stands at its end. */
  readonly run?: { readonly id: string; readonly 'sha-256': string };
}

export function restsOnFrom(value: unknown): RestsOn | undefined {
  if (!isRecord(value) || !isRecord(value['files'])) return undefined;
  const files = Object.entries(value['files']).flatMap(([file, stated]) => {
    const then = octetsThen(stated);
    return then === undefined ? [] : [[file, then] as const];
  });
  const journal = octetsThen(value['journal']);
  const run = runBefore(value['run']);
  return { files: Object.fromEntries(files), ...(journal && { journal }), ...(run && { run }) };
}

function octetsThen(value: unknown): OctetsThen | undefined {
  if (!isRecord(value)) return undefined;
  const { length, 'sha-256': digest, 'crc-32': sum } = value;
  if (!isCount(length) || !isDigest(digest)) return undefined;
  return { length, 'sha-256': digest, ...(isCount(sum) && { 'crc-32': sum }) };
}

function runBefore(value: unknown): RestsOn['run'] {
  if (!isRecord(value)) return undefined;
  const { id, 'sha-256': digest } = value;
  return typeof id === 'string' && isDigest(digest) ? { id, 'sha-256': digest } : undefined;
}

function isDigest(value: unknown): value is string {
  return typeof value === 'string' && /^[0-9a-f]{64}$/.test(value);
}
