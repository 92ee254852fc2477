// `evidence verify --json`: totals, runs, and everything that is not as it should be.
import type { EvidenceVerifyDocument } from './documents.ts';
import { isSound, totalsOf, type VerifiedEvidence } from './evidence-verify-text.ts';
import { jsonDocument, rowsOf } from './json.ts';
import type { Envelope } from './report.ts';

export function evidenceVerifyJson(report: VerifiedEvidence, envelope: Envelope): Iterable<string> {
  const { runs, findings, ...head } = documentOf(report, envelope);
  return jsonDocument([...Object.entries(head), ['runs', rowsOf(runs)], ['findings', rowsOf(findings)]]);
}

function documentOf(report: VerifiedEvidence, envelope: Envelope): EvidenceVerifyDocument {
  return {
    schema: 'takedown/evidence-verify/1',
    toolVersion: envelope.toolVersion,
    generatedAt: envelope.generatedAt,
    case: report.caseId,
    sound: isSound(report),
    totals: { ...totalsOf(report.runs), papers: report.papers ?? null },
    runs: report.runs,
    findings: report.findings,
    problems: envelope.problems.map(({ code, severity, message }) => ({ code, severity, message })),
  };
}
