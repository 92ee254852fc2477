// The record verified before it is handed out, as `evidence verify` does it, and stopped where something is not as it was written: a bag
// with sound lists of digests makes the damage look like the record.
import { type EvidenceFinding, FINDING_KINDS, type FindingKind } from '../../model/seen/evidence.ts';
import { TakedownError } from '../../model/takedown-error.ts';
import { show } from '../../model/text/harmless.ts';
import { count } from '../../model/text/phrase.ts';
import type { VerifiedEvidence } from '../../reports/evidence/verify-text.ts';
import type { CasePaths } from '../../store/workspace.ts';
import type { Call } from '../command.ts';
import { openVerification } from './verifying-case.ts';

interface ToVerify {
  readonly paths: CasePaths;
  /** Only these; none: everything. */
  readonly runs: readonly string[];
  onProgress(done: number, of: number, what: string): void;
}

interface VerifiedForBag {
  readonly verified: VerifiedEvidence;
  /** The first ones, those that weigh most in front. */
  readonly findings: readonly EvidenceFinding[];
}

/** Kept of each kind, and told in all. */
const MOST = 200;

export async function verifiedForBag(
  { context }: Call,
  { paths, runs, onProgress }: ToVerify,
): Promise<VerifiedForBag> {
  const kept = new Map<FindingKind, EvidenceFinding[]>(FINDING_KINDS.map((kind) => [kind, []]));
  const reports: VerifiedEvidence[] = [];
  for (const only of runs.length === 0 ? [undefined] : runs) {
    const verification = openVerification({
      paths,
      look: { from: context.folder, now: context.clock.now(), asOf: undefined },
      ...(only !== undefined && { only }),
      interruption: context.interruption,
      onProgress,
    });
    for await (const finding of verification.findings) {
      const those = kept.get(finding.kind);
      if (those !== undefined && those.length < MOST) those.push(finding);
    }
    reports.push(verification.report());
  }
  const findings = [...kept.values()].flat().slice(0, MOST);
  return { verified: together(reports), findings };
}

/** Verdicts are judged of the case as it stands, once for each run that was asked for: of several, the last says it. */
function together(reports: readonly VerifiedEvidence[]): VerifiedEvidence {
  const [first, ...others] = reports;
  if (first === undefined) throw new Error('nothing was verified');
  const counts = { ...first.counts };
  for (const one of others) for (const kind of FINDING_KINDS) counts[kind] += one.counts[kind];
  return {
    ...first,
    ...reports.at(-1),
    runs: reports.flatMap((one) => one.runs),
    stamps: reports.flatMap((one) => one.stamps),
    counts,
  };
}

/** As many as a person reads. */
const SHOWN = 5;

export function refuseDamaged(paths: CasePaths, { verified, findings }: VerifiedForBag): void {
  const { damaged } = verified.counts;
  if (damaged === 0) return;
  const those = findings.filter(({ kind }) => kind === 'damaged').slice(0, SHOWN);
  const lines = those.map(({ file, what }) => `\n  ${show(file)}: ${show(what)}`);
  const more = damaged > those.length ? `\n  … and ${damaged - those.length} more` : '';
  throw new TakedownError('input', {
    code: 'damaged',
    message: `${count(damaged, 'place')} of the record ${damaged === 1 ? 'is' : 'are'} not as written; no bag was made.${lines.join('')}${more}`,
    hint: `All of it: takedown evidence verify ${paths.id}. To hand it out as it is, with this said in the bag: --as-is.`,
  });
}
