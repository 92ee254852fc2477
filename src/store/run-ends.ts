// The head and the foot of a run, without what lies between: what a run is, and whether it is whole. A file without its
// last line is not read as a run at all.
import { closeSync, fstatSync, openSync } from 'node:fs';
import type { RunSummary } from '../model/record.ts';
import { readPart } from './files.ts';
import { COMPLETE, OBSERVATIONS, parseFoot, parseHeader, type RunFoot, type RunHeader } from './run-file.ts';

export type RunEnds =
  | { readonly ok: true; readonly header: RunHeader; readonly foot: RunFoot; readonly size: number }
  | { readonly ok: false; readonly reason: string };

/** Small, since a year of runs is opened at once; a head with many resolvers is read again with more. */
const HEAD = 1 << 10;
const LONG_HEAD = 1 << 16;
const TAIL = 1 << 11;

export function readEnds(path: string): RunEnds {
  const handle = openSync(path, 'r');
  try {
    const size = fstatSync(handle).size;
    const from = Math.max(0, size - TAIL);
    const tail = readPart(handle, from, size - from).toString('latin1');
    if (!tail.endsWith(COMPLETE)) return broken('the last line "complete: true" is missing');
    return endsFrom(headIn(handle), tail, size);
  } finally {
    closeSync(handle);
  }
}

function headIn(handle: number): RunHeader | undefined {
  for (const length of [HEAD, LONG_HEAD]) {
    const head = readPart(handle, 0, length).toString('latin1');
    const end = head.indexOf(OBSERVATIONS);
    if (end >= 0) return parseHeader(head.slice(0, end));
  }
  return undefined;
}

function endsFrom(header: RunHeader | undefined, tail: string, size: number): RunEnds {
  if (header === undefined) return broken('the head cannot be read');
  const foot = parseFoot(tail.slice(tail.lastIndexOf('\nended: ') + 1));
  if (foot === undefined) return broken('the foot cannot be read');
  if (foot.indexAt >= size) return broken('the foot names a place outside the file');
  return { ok: true, header, foot, size };
}

function broken(reason: string): RunEnds {
  return { ok: false, reason };
}

/** The head alone, for a run that is not whole. */
export function readHead(path: string): RunHeader | undefined {
  const handle = openSync(path, 'r');
  try {
    return headIn(handle);
  } finally {
    closeSync(handle);
  }
}

export function summaryOf(
  header: RunHeader,
  foot: { readonly ended: RunSummary['ended']; readonly names: number },
): RunSummary {
  const { id, started, simulated, caseDigest, tool } = header;
  return { id, started, ended: foot.ended, simulated, names: foot.names, caseDigest, tool };
}
