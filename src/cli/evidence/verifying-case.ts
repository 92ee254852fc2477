// All of `evidence verify`: runs, their time stamps, what they vouch for, papers, verdicts, in that order. Findings come as they are made and are
// not kept here; the report, with every count, is whole when the last one has come.
import type { EvidenceCounts, EvidenceFinding, FindingKind } from '../../model/seen/evidence.ts';
import { FINDING_KINDS } from '../../model/seen/evidence.ts';
import type { StampSeen } from '../../model/seen/time-stamp.ts';
import type { VerifiedEvidence, VerifiedRun } from '../../reports/evidence/verify-text.ts';
import type { CertificateRead } from '../../stamps/read.ts';
import { besideRuns } from '../../store/examine/beside-runs.ts';
import { examineRests, type Vouching, vouchingFor } from '../../store/examine/rests.ts';
import { readRunEnds } from '../../store/runs/ends.ts';
import { runsThere } from '../../store/runs/list.ts';
import type { CasePaths } from '../../store/workspace.ts';
import { signalsHeard } from '../threads/signals.ts';
import type { Look } from '../view.ts';
import { type Otherwise, openOtherwise } from './otherwise.ts';
import { stampsJudged } from './stamps-judged.ts';
import { type Verified, verifyExamined, verifyRun } from './verifying.ts';
import { lettersAgain } from './verifying-letters.ts';
import { verifyPapers } from './verifying-papers.ts';
import { standingThere, verdictsAgain } from './verifying-verdicts.ts';

interface CaseToVerify {
  readonly paths: CasePaths;
  readonly look: Look;
  /** Only this run, and what was judged by it; absent: everything. */
  readonly only?: string;
  /** To vouch for time-stamping authorities; absent: nobody was given. */
  readonly trusted?: readonly CertificateRead[];
  readonly interruption: AbortSignal;
  onProgress(done: number, of: number, what: string): void;
}

interface Verification {
  readonly findings: AsyncIterable<EvidenceFinding>;
  /** Asked for when the last finding has come. */
  report(): VerifiedEvidence;
}

export function openVerification(wanted: CaseToVerify): Verification {
  const report: Draft = { caseId: wanted.paths.id, runs: [], stamps: [], counts: noCounts() };
  return { findings: counted(verified(wanted, report), report.counts), report: () => report };
}

type Draft = { -readonly [K in keyof VerifiedEvidence]: VerifiedEvidence[K] } & {
  readonly runs: VerifiedRun[];
  readonly stamps: StampSeen[];
  readonly counts: Record<FindingKind, number>;
};

function noCounts(): Record<FindingKind, number> {
  return Object.fromEntries(FINDING_KINDS.map((kind) => [kind, 0])) as Record<FindingKind, number>;
}

async function* counted(findings: AsyncIterable<EvidenceFinding>, counts: Record<FindingKind, number>) {
  for await (const finding of findings) {
    counts[finding.kind] += 1;
    yield finding;
  }
}

async function* verified(wanted: CaseToVerify, report: Draft): AsyncGenerator<EvidenceFinding> {
  const { paths, look, only } = wanted;
  const otherwise = openOtherwise();
  const there = runsThere(paths);
  const ids = only === undefined ? there : [only];
  const runs: Vouching[] = [];
  for (const [done, id] of ids.entries()) {
    const ends = readRunEnds(paths, id);
    const progress = (observations: number) =>
      wanted.onProgress(done, ids.length, `runs; ${id}: ${observations} observations`);
    if (ends?.ok === true) {
      const { foot, header } = ends;
      const { restsOn } = header;
      runs.push({ id, ended: foot.ended, digest: foot.digest, ...(restsOn && { restsOn }) });
    }
    const counts = yield* oneRun(wanted, { id, ...(ends?.ok && { header: ends.header }), otherwise, progress });
    report.runs.push({ run: id, ...(ends?.ok && { digest: ends.foot.digest }), ...counts });
  }
  for await (const { seen, findings } of stampsJudged(paths, wantedStamps(wanted))) {
    report.stamps.push(seen);
    yield* findings;
  }
  if (only === undefined) {
    yield* examineRests(paths, { runs, there });
    yield* verifyBeside(wanted);
    const papers = await verifyPapers(paths, runs);
    report.papers = papers.files;
    report.vouching = vouchingFor(runs);
    yield* papers.findings;
    yield* lettersAgain(paths, look);
  }
  const asOf = only === undefined ? undefined : runs[0]?.ended;
  const standing = await standingThere(paths, { ...look, asOf });
  if (standing !== undefined) report.verdicts = yield* verdictsAgain(standing, { paths, runs, otherwise });
}

function wantedStamps({ only, trusted }: CaseToVerify): Parameters<typeof stampsJudged>[1] {
  return { ...(only !== undefined && { run: only }), ...(trusted && { trusted }) };
}

/** Of what is no run yet the findings alone: it is not counted. */
async function* verifyBeside({ paths, onProgress, interruption }: CaseToVerify): AsyncGenerator<EvidenceFinding> {
  for (const { id, header, examined } of besideRuns(paths)) {
    onProgress(0, 0, id);
    await signalsHeard();
    interruption.throwIfAborted();
    for await (const verified of verifyExamined(examined, header)) {
      if (verified.is === 'finding') yield verified.finding;
    }
  }
}

/** So many, and a Ctrl-C is listened for. */
const TURNS = 256;

interface OneRun {
  readonly id: string;
  readonly header?: Parameters<typeof verifyRun>[2];
  readonly otherwise: Otherwise;
  readonly progress: (observations: number) => void;
}

type Counting = { -readonly [Count in keyof EvidenceCounts]: EvidenceCounts[Count] };

async function* oneRun(
  { paths, interruption }: CaseToVerify,
  { id, header, otherwise, progress }: OneRun,
): AsyncGenerator<EvidenceFinding, EvidenceCounts> {
  const counts: Counting = { observations: 0, exchanges: 0, reread: 0, damaged: 0, disagrees: 0, notReread: 0 };
  let turns = 0;
  for await (const verified of verifyRun(paths, id, header)) {
    turns += 1;
    if (turns % TURNS === 0) await signalsHeard();
    interruption.throwIfAborted();
    count(counts, verified);
    if (verified.is === 'otherwise') otherwise.add(verified.observation, verified.outcome);
    if (verified.is === 'finding') {
      const { kind, observation } = verified.finding;
      if (kind !== 'disagrees' && observation !== undefined) otherwise.addUnread(observation);
      yield verified.finding;
    }
    progress(counts.observations);
  }
  return counts;
}

function count(counts: Counting, verified: Verified): void {
  if (verified.is === 'agrees') {
    counts.observations += 1;
    counts.exchanges += verified.exchanges;
    if (verified.reread) counts.reread += 1;
  } else if (verified.is === 'finding') {
    const { kind } = verified.finding;
    if (kind === 'damaged' || kind === 'disagrees') counts[kind] += 1;
    else if (kind === 'not-reread') counts.notReread += 1;
  }
}
