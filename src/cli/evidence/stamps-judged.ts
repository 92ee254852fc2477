// The time stamps that are kept beside runs, judged by their octets and those of the run that each is of. Offline. The reader of
// stamps is loaded where there is one.

import { type Instant, millisecondsOf } from '../../model/instant.ts';
import type { EvidenceFinding } from '../../model/seen/evidence.ts';
import type { StampJudged, StampSeen, TimeStamp } from '../../model/seen/time-stamp.ts';
import type { CertificateRead } from '../../stamps/read.ts';
import { bitByDigest, bitWords } from '../../store/examine/flipped-bit.ts';
import { readRunEnds } from '../../store/runs/ends.ts';
import { digestsOfRun, isAsNamed, type KeptStamp, readStamp, stampsThere } from '../../store/runs/stamps.ts';
import type { CasePaths } from '../../store/workspace.ts';

interface JudgedStamp {
  readonly seen: StampSeen;
  readonly findings: readonly EvidenceFinding[];
}

interface StampsWanted {
  /** Only of this run; absent: of all. */
  readonly run?: string;
  /** Absent: nobody was given as trusted. */
  readonly trusted?: readonly CertificateRead[];
}

/**
 * Milliseconds between two clocks that are still told as one time: an authority's is right to the second, a machine that is
 * looked after is off by less, and what it is off by is no proof of anything.
 */
export const CLOCKS_APART = 300_000;

export async function* stampsJudged(paths: CasePaths, { run, trusted }: StampsWanted): AsyncGenerator<JudgedStamp> {
  for (const kept of stampsThere(paths, run)) yield await judgedOne(paths, kept, trusted);
}

async function judgedOne(
  paths: CasePaths,
  kept: KeptStamp,
  trusted: readonly CertificateRead[] | undefined,
): Promise<JudgedStamp> {
  const octets = readStamp(paths, kept);
  if (octets === undefined) return broken(kept, kept.file, 'is not there any more');
  if (!isAsNamed(kept, octets)) return changed(kept, octets);
  const runFile = `runs/${kept.run}.yaml`;
  const of = digestsOfRun(paths, kept.run).run();
  if (of === undefined) return broken(kept, runFile, 'is of a run that is not there');
  const { judgeStamp } = await import('../../stamps/judge.ts');
  const judged = judgeStamp(octets, { of, ...(trusted && { trusted }) });
  if (judged.ok) return sound(paths, kept, judged);
  const { fault, why, stamp } = judged;
  if (fault === 'other-octets') return broken(kept, runFile, 'is of another run file than the one that is there');
  if (fault !== 'untrusted') return broken(kept, kept.file, why);
  const seen = { run: kept.run, file: kept.file, state: 'untrusted', why, ...(stamp && { stamp }) } as const;
  return { seen, findings: [{ kind: 'untrusted', file: kept.file, what: `the time stamp ${why}` }] };
}

/** Not even what it says is worth anything: its own name says that its octets were others. */
function changed(kept: KeptStamp, octets: Uint8Array): JudgedStamp {
  const bit = bitByDigest(octets, kept.figures, [[0, octets.length]]);
  const where = bit === undefined ? '' : `: one bit differs, ${bitWords(bit.octet, octets[bit.octet] ?? 0, bit)}`;
  return broken(kept, kept.file, `is not the one that was kept${where}`, bit?.octet);
}

function broken({ run, file }: KeptStamp, at: string, why: string, octet?: number): JudgedStamp {
  const what = at === file ? `the time stamp ${why}` : `${file} ${why}`;
  const finding: EvidenceFinding = { kind: 'damaged', file: at, ...(octet !== undefined && { octet }), what };
  return { seen: { run, file, state: 'damaged', why }, findings: [finding] };
}

function sound(paths: CasePaths, { run, file }: KeptStamp, judged: StampJudged & { readonly ok: true }): JudgedStamp {
  const { stamp, root } = judged;
  const state = root === undefined ? 'not-checked' : 'vouched';
  const seen: StampSeen = { run, file, state, stamp, ...(root !== undefined && { root }) };
  const ends = readRunEnds(paths, run);
  return { seen, findings: ends?.ok === true ? clockFindings(stamp, { run, ended: ends.foot.ended }) : [] };
}

/** What an authority has seen was there by then: a run that says that it ended later was made by a clock that was wrong. */
function clockFindings(
  { at }: TimeStamp,
  { run, ended }: { readonly run: string; readonly ended: Instant },
): readonly EvidenceFinding[] {
  if (millisecondsOf(ended) - millisecondsOf(at) <= CLOCKS_APART) return [];
  const what = 'it says that it ended after the instant of a time stamp over it: the clock of the machine was wrong';
  return [{ kind: 'disagrees', file: `runs/${run}.yaml`, field: 'ended', stored: ended, now: at, what }];
}
