// `evidence verify` for people: one sentence when all is sound; otherwise what is not, with its place, worst first.
import type { EvidenceCounts, EvidenceFinding, FindingKind } from '../model/evidence.ts';
import { show } from '../model/harmless.ts';
import { hang } from './layout.ts';
import { finished, type Paint, type Surface } from './paint.ts';
import { caseWords, count } from './say.ts';

export interface VerifiedRun extends EvidenceCounts {
  readonly run: string;
}

export interface VerifiedEvidence {
  readonly caseId: string;
  readonly runs: readonly VerifiedRun[];
  /** Files beside the runs; absent: they were not examined. */
  readonly papers: number | undefined;
  readonly findings: readonly EvidenceFinding[];
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

export function isSound({ findings }: VerifiedEvidence): boolean {
  return findings.length === 0;
}

export function evidenceVerifyLines(report: VerifiedEvidence, surface: Surface): Iterable<string> {
  return finished(lines(report, surface), surface);
}

/** On a screen, a file that is wrong all over need not be told to its end. */
const MOST_SHOWN = 50;

const KINDS: readonly (readonly [FindingKind, string])[] = [
  ['damaged', 'Not as it was written'],
  ['disagrees', "Facts that are not what the octets say to today's readers"],
  ['not-reread', 'Sound, and not read again'],
];

function* lines(report: VerifiedEvidence, surface: Surface): Iterable<string> {
  const { caseId, runs, papers, findings } = report;
  const { observations, exchanges, reread } = totalsOf(runs);
  const seen = `${count(runs.length, 'run')}, ${count(observations, 'observation')}, ${count(exchanges, 'exchange')}`;
  yield `${caseWords(caseId)}: ${seen}; ${reread} read again${papers === undefined ? '' : `; ${count(papers, 'other file')}`}`;
  for (const [kind, title] of KINDS) {
    const those = findings.filter((finding) => finding.kind === kind);
    if (those.length === 0) continue;
    yield '';
    yield surface.paint.bold(`${title}: ${those.length}`);
    const shown = surface.width === undefined ? those : those.slice(0, MOST_SHOWN);
    for (const finding of shown) yield* findingLines(finding, surface);
    if (shown.length < those.length) yield `  … and ${those.length - shown.length} more (--json has them)`;
  }
  yield '';
  yield verdict(report, surface.paint);
}

function* findingLines(finding: EvidenceFinding, surface: Surface): Iterable<string> {
  const { file, line, octet, observation, name, lookup, what } = finding;
  const where = [
    line === undefined ? show(file) : `${show(file)}:${line}`,
    ...(octet === undefined ? [] : [`octet ${octet}`]),
    ...(observation === undefined ? [] : [show(observation)]),
    ...(name === undefined ? [] : [show(name)]),
    ...(lookup === undefined ? [] : [lookup]),
  ];
  yield* hang('  ', where.join('  '), surface.width);
  yield* hang('    ', show(what), surface.width);
  if ('stored' in finding) yield* hang('    stored  ', valueWords(finding.stored), surface.width);
  if ('now' in finding) yield* hang('    now     ', valueWords(finding.now), surface.width);
}

function valueWords(value: unknown): string {
  return show(typeof value === 'string' ? value : JSON.stringify(value));
}

function verdict(report: VerifiedEvidence, paint: Paint): string {
  const kinds = new Set(report.findings.map(({ kind }) => kind));
  if (kinds.has('damaged')) return paint.bad('Something is not as it was written.');
  if (kinds.has('disagrees')) return paint.bad('Every octet is as it was written; some facts are not what they say.');
  if (kinds.has('not-reread')) {
    return paint.doubt('Every octet is as it was written, and all that was read again agrees.');
  }
  return paint.good('Every octet is as it was written, and every answer reads as it was read.');
}
