// `evidence verify` for people: one sentence when all is sound; otherwise what is not, with its place, worst first.
import type { EvidenceCounts, EvidenceFinding, FindingKind, VerdictCounts } from '../../model/seen/evidence.ts';
import type { StampSeen } from '../../model/seen/time-stamp.ts';
import { show } from '../../model/text/harmless.ts';
import { count } from '../../model/text/phrase.ts';
import { hang } from '../layout.ts';
import { finished, type Paint, type Surface } from '../paint.ts';
import { caseWords } from '../say.ts';
import { stampLines } from './stamps.ts';

export interface VerifiedRun extends EvidenceCounts {
  readonly run: string;
  /** That stands at its end, over all of it; absent where there is none. */
  readonly digest?: string;
}

interface RunDigest {
  readonly id: string;
  readonly digest: string;
}

export interface VerifiedEvidence {
  readonly caseId: string;
  /** Oldest first. */
  readonly runs: readonly VerifiedRun[];
  /** Time stamps of the runs. */
  readonly stamps: readonly StampSeen[];
  /** Exact, whatever was kept or shown. */
  readonly counts: Readonly<Record<FindingKind, number>>;
  /** Digests of runs that together vouch for all others, newest last; absent: only some of the record was examined. */
  readonly vouching?: readonly RunDigest[];
  /** Files beside the runs; absent: they were not examined. */
  readonly papers?: number;
  /** Absent: the case or its journal cannot be read. */
  readonly verdicts?: VerdictCounts;
}

export function totalsOf(runs: readonly EvidenceCounts[]): EvidenceCounts {
  const sum = (of: keyof EvidenceCounts) => runs.reduce((total, run) => total + run[of], 0);
  return {
    observations: sum('observations'),
    exchanges: sum('exchanges'),
    reread: sum('reread'),
    damaged: sum('damaged'),
    disagrees: sum('disagrees'),
    notReread: sum('notReread'),
  };
}

/** Files that people may edit are not part of it. */
export function isSound({ counts }: Pick<VerifiedEvidence, 'counts'>): boolean {
  return counts.damaged + counts.disagrees + counts.verdict + counts.untrusted + counts['not-reread'] === 0;
}

/** Findings of a kind that are handed to the text; the counts are of all. */
export const MOST_KEPT = 10_000;

/** `kept`: of each kind the first ones. */
export function evidenceVerifyLines(
  report: VerifiedEvidence,
  kept: readonly EvidenceFinding[],
  surface: Surface,
): Iterable<string> {
  return finished(lines(report, kept, surface), surface);
}

/** On a screen, a file that is wrong all over need not be told to its end. */
const MOST_SHOWN = 50;

const KINDS: readonly (readonly [FindingKind, string])[] = [
  ['damaged', 'Not as it was written'],
  ['disagrees', "Facts that are not what the octets say to today's readers"],
  ['verdict', 'Verdicts that are others when they are judged by what the octets say'],
  ['untrusted', 'Time stamps that nobody who is trusted here vouches for'],
  ['not-reread', 'Sound, and not read again'],
  ['edited', 'Changed since the newest run, as people may'],
  ['not-kept', 'Documents of which there is a digest and no copy'],
];

function* lines(report: VerifiedEvidence, kept: readonly EvidenceFinding[], surface: Surface): Iterable<string> {
  yield* hang('', headLine(report), surface.width);
  for (const [kind, title] of KINDS) {
    const all = report.counts[kind];
    if (all === 0) continue;
    yield '';
    yield surface.paint.bold(`${title}: ${all}`);
    const those = kept.filter((finding) => finding.kind === kind);
    const shown = surface.width === undefined ? those : those.slice(0, MOST_SHOWN);
    for (const finding of shown) yield* findingLines(finding, surface);
    if (shown.length < all) yield `  … and ${all - shown.length} more (--json has them)`;
  }
  yield '';
  yield verdictWords(report, surface.paint);
  yield* vouching(report, surface.width);
  yield* stampsLines(report, surface.width);
}

export function headLine({ caseId, runs, papers, verdicts }: VerifiedEvidence): string {
  const { observations, exchanges, reread } = totalsOf(runs);
  const seen = `${count(runs.length, 'run')}, ${count(observations, 'observation')}, ${count(exchanges, 'exchange')}`;
  const files = papers === undefined ? '' : `; ${count(papers, 'other file')}`;
  return `${caseWords(caseId)}: ${seen}; ${reread} read again${files}${judgedWords(verdicts)}`;
}

function judgedWords(verdicts: VerdictCounts | undefined): string {
  if (verdicts === undefined) return '; no verdict judged again';
  const { verdicts: all, asTheyWere, leftOut } = verdicts;
  const words = [
    ...(asTheyWere > 0 ? [`${asTheyWere} of them resting on what could not be read again`] : []),
    ...(leftOut > 0 ? [`without ${count(leftOut, 'observation')} of those that read otherwise`] : []),
  ];
  return `; ${[`${count(all, 'verdict')} judged again`, ...words].join(', ')}`;
}

/**
 * Whoever can change every file of a case can make all its digests anew; what others hold he cannot. Said of what is as it was
 * written and reads so alone: nobody is to keep the digest of a damaged record as that of a sound one.
 */
function* vouching({ counts, vouching: all = [] }: VerifiedEvidence, width: number | undefined): Iterable<string> {
  if (counts.damaged + counts.disagrees + counts.verdict > 0 || all.length === 0) return;
  const shown = all.slice(-MOST_VOUCHING).reverse();
  const runs = shown.map(({ id, digest }) => `${show(id)}  sha-256 ${show(digest)}`);
  const these = all.length === 1 ? 'this vouches' : 'these together vouch';
  const but = counts.edited > 0 ? ' but for what is told as changed' : '';
  const more = all.length > shown.length ? [`… and ${count(all.length - shown.length, 'more run')}`] : [];
  yield* hang('', `Kept with somebody else, ${these} for all of it${but}: ${[...runs, ...more].join(', ')}`, width);
}

/** More than one is there where checks were made side by side; --json has the digest of every run. */
const MOST_VOUCHING = 3;

/** The newest ones: of a record that is stamped every night nobody reads on, and --json has them. */
const MOST_STAMPS = 3;

function* stampsLines({ stamps }: VerifiedEvidence, width: number | undefined): Iterable<string> {
  if (stamps.length === 0) return;
  yield '';
  for (const seen of stamps.slice(-MOST_STAMPS)) yield* stampLines(seen, width);
  if (stamps.length > MOST_STAMPS)
    yield `… and ${count(stamps.length - MOST_STAMPS, 'older time stamp')} (--json has all)`;
}

function* findingLines(finding: EvidenceFinding, surface: Surface): Iterable<string> {
  const { file, line, octet, observation, name, lookup, requirement, what } = finding;
  const where = [
    line === undefined ? show(file) : `${show(file)}:${line}`,
    ...(octet === undefined ? [] : [`octet ${octet}`]),
    ...[observation, name, lookup, requirement].flatMap((part) => (part === undefined ? [] : [show(part)])),
  ];
  yield* hang('  ', where.join('  '), surface.width);
  yield* hang('    ', show(what), surface.width);
  if ('stored' in finding) yield* hang('    stored  ', valueWords(finding.stored), surface.width);
  if ('now' in finding) yield* hang('    now     ', valueWords(finding.now), surface.width);
}

function valueWords(value: unknown): string {
  return show(typeof value === 'string' ? value : JSON.stringify(value));
}

/** One sentence on all of it. */
export function verdictWords({ counts }: Pick<VerifiedEvidence, 'counts'>, paint: Paint): string {
  if (counts.damaged > 0) return paint.bad('Something is not as it was written.');
  if (counts.disagrees > 0) return paint.bad('Every octet is as it was written; some facts are not what they say.');
  if (counts.verdict > 0)
    return paint.bad("Every octet is as it was written; today's readers make other verdicts of it.");
  if (counts.untrusted > 0)
    return paint.bad('Every octet is as it was written; not every time stamp is of somebody whom --ca vouches for.');
  const edited = counts.edited > 0 ? ' What people may change has changed.' : '';
  if (counts['not-reread'] > 0) {
    return paint.doubt(`Every octet is as it was written, and all that was read again agrees.${edited}`);
  }
  const whole = 'Every octet is as it was written, and every answer reads as it was read.';
  return edited === '' ? paint.good(whole) : paint.doubt(`${whole}${edited}`);
}
