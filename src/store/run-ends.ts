// The head and the foot of a run, without what lies between: what a run is, and whether it is whole. A file without its
// last line is not read as a run at all.
import { closeSync, fstatSync, openSync } from 'node:fs';
import type { RunSummary } from '../model/record.ts';
import { readPart } from './files.ts';
import { COMPLETE, OBSERVATIONS, parseFoot, parseHeader, type RunFoot, type RunHeader } from './run-file.ts';

export type RunEnds =
  | {
      readonly ok: true;
      readonly header: RunHeader;
      readonly foot: RunFoot;
      readonly size: number;
      readonly tail: Tail;
    }
  | { readonly ok: false; readonly reason: string };

/** The last piece of the file, which has been read anyway. */
export interface Tail {
  readonly from: number;
  readonly text: string;
}

const HEAD = 4096;
/** The foot, and the whole index of a run of a few hundred names. */
const TAIL = 1 << 15;

export function readEnds(path: string): RunEnds {
  const handle = openSync(path, 'r');
  try {
    const size = fstatSync(handle).size;
    const from = Math.max(0, size - TAIL);
    const tail = { from, text: readPart(handle, from, size - from).toString('latin1') };
    const head = from === 0 ? tail.text : readPart(handle, 0, HEAD).toString('latin1');
    return endsFrom(head, tail, size);
  } finally {
    closeSync(handle);
  }
}

function endsFrom(head: string, tail: Tail, size: number): RunEnds {
  if (!tail.text.endsWith(COMPLETE)) return broken('the last line "complete: true" is missing');
  const header = parseHeader(head.slice(0, Math.max(0, head.indexOf(OBSERVATIONS))));
  if (header === undefined) return broken('the head cannot be read');
  const foot = parseFoot(tail.text.slice(tail.text.lastIndexOf('\nended: ') + 1));
  if (foot === undefined) return broken('the foot cannot be read');
  if (foot.indexAt >= size) return broken('the foot names a place outside the file');
  return { ok: true, header, foot, size, tail };
}

function broken(reason: string): RunEnds {
  return { ok: false, reason };
}

/** The head alone, for a run that is not whole. */
export function readHead(path: string): RunHeader | undefined {
  const handle = openSync(path, 'r');
  try {
    const head = readPart(handle, 0, HEAD).toString('latin1');
    const end = head.indexOf(OBSERVATIONS);
    return end < 0 ? undefined : parseHeader(head.slice(0, end));
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
