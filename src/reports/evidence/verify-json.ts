// `evidence verify --json`: every finding as it is made, then totals and runs, which are known only at the end. Nothing is cut.
import type { EvidenceFinding } from '../../model/seen/evidence.ts';
import type { EvidenceVerifyDocument } from '../documents.ts';
import { rowsOf } from '../json.ts';
import { jsonFlow } from '../json-flow.ts';
import type { Envelope } from '../report.ts';
import { stampRow } from './stamps.ts';
import { isSound, totalsOf, type VerifiedEvidence } from './verify-text.ts';

interface Findings {
  readonly findings: AsyncIterable<EvidenceFinding>;
  /** When the last one has come. */
  report(): VerifiedEvidence;
}

type Ending = Pick<EvidenceVerifyDocument, 'sound' | 'totals' | 'stamps' | 'runs' | 'problems'>;

export function evidenceVerifyJson(
  caseId: string,
  { findings, report }: Findings,
  envelope: Envelope,
): AsyncIterable<string> {
  const { toolVersion, generatedAt } = envelope;
  const head = { schema: 'takedown/evidence-verify/1', toolVersion, generatedAt, case: caseId };
  return jsonFlow(Object.entries(head), { key: 'findings', rows: findings }, () => {
    const { runs, ...rest } = endingOf(report(), envelope);
    return [...Object.entries(rest), ['runs', rowsOf(runs)]];
  });
}

function endingOf(report: VerifiedEvidence, { problems }: Envelope): Ending {
  const { counts, verdicts, papers, runs, stamps } = report;
  const { damaged, disagrees, verdict, untrusted, edited } = counts;
  return {
    sound: isSound(report),
    totals: {
      ...totalsOf(runs),
      damaged,
      disagrees,
      untrusted,
      notReread: counts['not-reread'],
      edited,
      notKept: counts['not-kept'],
      papers: papers ?? null,
      verdicts: verdicts === undefined ? null : { ...verdicts, differ: verdict },
    },
    stamps: stamps.map(stampRow),
    runs,
    problems: problems.map(({ code, severity, message }) => ({ code, severity, message })),
  };
}
