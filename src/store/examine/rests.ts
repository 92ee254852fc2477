// What runs vouch for: the run before each of them, the journal as far as it went, the files that people write. Each run
// states their digests as they were when it began; what lies in the folder now is held against that.

import type { Instant } from '../../model/instant.ts';
import type { EvidenceFinding } from '../../model/seen/evidence.ts';
import { sha256 } from '../../model/sha256.ts';
import { sharedOctets } from '../case/shared-files.ts';
import type { OctetsThen, RestsOn } from '../run-form/rests-on.ts';
import { readInside } from '../sources.ts';
import type { CasePaths } from '../workspace.ts';
import { bitByCrc, bitByDigest, bitWords, type FlippedBit } from './flipped-bit.ts';

/** Of a run that can be read: its head's word, and the digest that stands at its end. */
export interface Vouching {
  readonly id: string;
  readonly ended: Instant;
  readonly digest: string;
  readonly restsOn?: RestsOn;
}

/** The runs that no other one rests on: they vouch for all the others, one by way of the next. In the order of `runs`. */
export function vouchingFor(runs: readonly Vouching[]): readonly Vouching[] {
  const below = new Set(runs.flatMap(({ restsOn }) => (restsOn?.run ? [restsOn.run.id] : [])));
  return runs.filter(({ id }) => !below.has(id));
}

/** `runs`: oldest first. `there`: ids of all runs that have a file. */
export function* examineRests(
  paths: CasePaths,
  { runs, there }: { readonly runs: readonly Vouching[]; readonly there: readonly string[] },
): Generator<EvidenceFinding> {
  yield* runsBefore(runs, new Set(there));
  yield* journalThen(paths, runs);
  yield* filesThen(paths, runs);
}

function* runsBefore(runs: readonly Vouching[], there: ReadonlySet<string>): Generator<EvidenceFinding> {
  const digests = new Map(runs.map(({ id, digest }) => [id, digest]));
  for (const { id, restsOn } of runs) {
    const before = restsOn?.run;
    if (before === undefined || digests.get(before.id) === before['sha-256']) continue;
    const file = `runs/${before.id}.yaml`;
    if (!there.has(before.id)) yield damaged(file, `it is not there, and the run ${id} was begun after it`);
    else if (digests.has(before.id)) {
      yield damaged(
        file,
        `it is not the run with the digest that the run ${id}, which was begun after it, states of it`,
      );
    }
  }
}

/** Entries are added and none is changed: what a run found stands at the beginning still. */
function* journalThen(paths: CasePaths, runs: readonly Vouching[]): Generator<EvidenceFinding> {
  const stating = runs.flatMap(({ id, restsOn }) => (restsOn?.journal ? [{ id, stated: restsOn.journal }] : []));
  const newest = stating.at(-1);
  const file = 'journal.yaml';
  const octets = octetsOf(paths, file);
  if (newest === undefined) {
    if (octets !== undefined) yield { kind: 'edited', file, what: 'no run vouches for it yet' };
    return;
  }
  if (octets === undefined) return yield damaged(file, `it is not there, and was when the run ${newest.id} began`);
  const first = stating.findIndex(({ stated }) => !isThen(octets, stated));
  const wrong = stating[first];
  if (wrong === undefined) return yield* addedSince(octets, newest);
  const { id, stated } = wrong;
  if (isThen(octets, newest.stated)) {
    return yield { kind: 'edited', file, what: `it was changed after the run ${id} had begun, and not only added to` };
  }
  if (octets.length < stated.length) {
    return yield damaged(file, `it has ${octets.length} octets, and had ${stated.length} when the run ${id} began`);
  }
  const sound = stating[first - 1]?.stated.length ?? 0;
  const bit = bitIn(octets.subarray(0, stated.length), stated, Math.min(sound, stated.length));
  yield { kind: 'damaged', file, ...bit?.place, what: `it is not the journal that the run ${id} found${words(bit)}` };
}

function* addedSince(
  octets: Uint8Array,
  { id, stated }: { readonly id: string; readonly stated: OctetsThen },
): Generator<EvidenceFinding> {
  if (octets.length === stated.length) return;
  const line = Buffer.from(octets.subarray(0, stated.length)).toString('latin1').split('\n').length;
  const what = `entries were added after the newest run, ${id}, had begun: nothing vouches for them yet`;
  yield { kind: 'edited', file: 'journal.yaml', line, what };
}

/** People may change these, and a run says only what they were: a change is told, and is no damage. */
function* filesThen(paths: CasePaths, runs: readonly Vouching[]): Generator<EvidenceFinding> {
  const newest = runs.findLast(({ restsOn }) => restsOn !== undefined);
  if (newest?.restsOn === undefined) return;
  for (const [file, then] of Object.entries(newest.restsOn.files)) {
    const octets = octetsOf(paths, file) ?? sharedOctets(paths, file);
    const what = `it is not the one that the newest run, ${newest.id}, was made with`;
    if (octets === undefined) yield { kind: 'edited', file, what: `it is gone since the newest run, ${newest.id}` };
    else if (octets.length !== then.length) yield { kind: 'edited', file, what };
    else if (!isThen(octets, then)) {
      const bit = bitIn(octets, then, 0);
      yield { kind: 'edited', file, ...bit?.place, what: `${what}${words(bit)}` };
    }
  }
}

function isThen(octets: Uint8Array, { length, 'sha-256': digest }: OctetsThen): boolean {
  if (octets.length < length) return false;
  return sha256(octets.subarray(0, length)) === digest;
}

interface BitPlace {
  readonly place: { readonly line: number; readonly octet: number };
  readonly words: string;
}

function bitIn(octets: Uint8Array, then: OctetsThen, from: number): BitPlace | undefined {
  const sum = then['crc-32'];
  const bit =
    sum === undefined
      ? bitByDigest(octets, then['sha-256'], [[from, octets.length]])
      : bitThen(octets, { sum, digest: then['sha-256'] });
  if (bit === undefined) return undefined;
  const before = Buffer.from(octets.subarray(0, bit.octet)).toString('latin1').split('\n');
  const column = (before.at(-1) ?? '').length + 1;
  return {
    place: { line: before.length, octet: bit.octet },
    words: bitWords(column, octets[bit.octet] ?? 0, bit),
  };
}

/** More than one bit may add up to the same sum by chance, and then the digest is another one. */
function bitThen(octets: Uint8Array, { sum, digest }: { sum: number; digest: string }): FlippedBit | undefined {
  const bit = bitByCrc(octets, sum);
  if (bit === undefined) return undefined;
  const back = Uint8Array.from(octets);
  back[bit.octet] = (back[bit.octet] ?? 0) ^ (1 << bit.bit);
  return sha256(back) === digest ? bit : undefined;
}

function words(bit: BitPlace | undefined): string {
  return bit === undefined ? '' : `: one bit differs, ${bit.words}`;
}

function octetsOf(paths: CasePaths, file: string): Uint8Array | undefined {
  return readInside(paths.folder, file, paths.folder)?.octets;
}

function damaged(file: string, what: string): EvidenceFinding {
  return { kind: 'damaged', file, what };
}
