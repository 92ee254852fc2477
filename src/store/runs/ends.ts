// The head and the foot of a run, without what lies between: what a run is, and whether it is whole. A file without its
// last line is not read as a run at all.
import { fstatSync } from 'node:fs';
import type { RunSummary } from '../../model/judged/record.ts';
import { fill, readPart, unlessMissing } from '../disk/files.ts';
import { withFile, withListed } from '../disk/open-file.ts';
import { COMPLETE, parseFoot, type RunFoot } from '../run-form/foot.ts';
import { OBSERVATIONS, parseHeader, type RunHeader } from '../run-form/head.ts';
import { runPaths } from '../run-form/paths.ts';
import type { CasePaths } from '../workspace.ts';

type RunEnds =
  | { readonly ok: true; readonly header: RunHeader; readonly foot: RunFoot; readonly size: number }
  | { readonly ok: false; readonly reason: string };

type RunTail =
  | {
      readonly ok: true;
      readonly foot: RunFoot;
      readonly size: number;
      /** The octets of the index up to the end of the file, where it is small. */
      readonly index?: Buffer;
    }
  | { readonly ok: false; readonly reason: string };

/** A head with many resolvers is read again with more. */
const HEAD = 1 << 11;
const LONG_HEAD = 1 << 19;
const FOOT = 1 << 11;
/** A year of runs is opened for one status, and of most of them the foot is all that is asked for. */
const TAIL = 1 << 12;

export function readEnds(path: string): RunEnds {
  const tail = readTail(path);
  if (!tail.ok) return tail;
  const header = readHead(path);
  return header === undefined
    ? broken('the head cannot be read')
    : { ok: true, header, foot: tail.foot, size: tail.size };
}

/** `undefined` where there is no such run. */
export function readRunEnds(paths: Pick<CasePaths, 'runs'>, id: string): RunEnds | undefined {
  return unlessMissing(() => readEnds(runPaths(paths, id).run));
}

/** For many files, one after the other, one slab is handed on. */
export function readTail(path: string, slab: Slab = Buffer.allocUnsafe): RunTail {
  return withListed(path, (handle) => {
    const size = fstatSync(handle).size;
    const from = Math.max(0, size - TAIL);
    return tailFrom(fill(handle, from, slab(size - from)), size);
  });
}

/** Gives so many octets that nobody else has. */
export type Slab = (length: number) => Buffer;

/** One piece of memory for many small files: hundreds of small ones would set off collections of garbage. */
export function openSlab(piece = 1 << 20): Slab {
  let free = Buffer.alloc(0);
  return (length) => {
    if (free.length < length) free = Buffer.allocUnsafeSlow(Math.max(piece, length));
    const taken = free.subarray(0, length);
    free = free.subarray(length);
    return taken;
  };
}

function tailFrom(octets: Buffer, size: number): RunTail {
  const text = octets.toString('latin1', Math.max(0, octets.length - FOOT));
  if (!text.endsWith(COMPLETE)) return broken('the last line "complete: true" is missing');
  const foot = parseFoot(text.slice(text.lastIndexOf('\nended: ') + 1));
  if (foot === undefined) return broken('the foot cannot be read');
  if (foot.indexAt >= size) return broken('the foot names a place outside the file');
  const start = foot.indexAt - (size - octets.length);
  return start < 0 ? { ok: true, foot, size } : { ok: true, foot, size, index: octets.subarray(start) };
}

function headIn(handle: number): RunHeader | undefined {
  for (const length of [HEAD, LONG_HEAD]) {
    const head = readPart(handle, 0, length).toString('latin1');
    const end = head.indexOf(OBSERVATIONS);
    if (end >= 0) return parseHeader(head.slice(0, end));
  }
  return undefined;
}

function broken(reason: string): { readonly ok: false; readonly reason: string } {
  return { ok: false, reason };
}

/** The head alone. */
export function readHead(path: string): RunHeader | undefined {
  return withFile(path, headIn);
}

export function summaryOf(
  header: RunHeader,
  foot: { readonly ended: RunSummary['ended']; readonly names: number },
): RunSummary {
  const { id, started, simulated, caseDigest, tool, purpose, shard } = header;
  const { ended, names } = foot;
  return {
    id,
    started,
    ended,
    simulated,
    names,
    caseDigest,
    tool,
    ...(purpose && { purpose }),
    ...(shard && { shard }),
  };
}
