// `evidence export --json`: the same for scripts, with nothing cut.
import type { EvidenceExportDocument } from '../documents.ts';
import { isSound, totalsOf } from '../evidence/verify-text.ts';
import { jsonDocument } from '../json.ts';
import type { Envelope } from '../report.ts';
import type { WrittenBag } from './exported-bag.ts';

export function bagJson(bag: WrittenBag, { toolVersion, generatedAt, problems }: Envelope): Iterable<string> {
  const { theCase, verified } = bag;
  const { damaged, disagrees, verdict, edited } = verified.counts;
  const document: EvidenceExportDocument = {
    schema: 'takedown/evidence-export/1',
    toolVersion,
    generatedAt,
    case: theCase.id,
    illustrative: theCase.illustrative,
    rehearsal: theCase.rehearsal,
    simulated: bag.simulated,
    sealedUntil: bag.sealedUntil ?? null,
    bag: bag.bag,
    form: bag.form,
    digest: bag.digest,
    whole: bag.only.length === 0,
    files: bag.files,
    octets: bag.octets,
    runs: bag.runs,
    unfinished: bag.unfinished,
    setAside: bag.setAside,
    shared: bag.shared,
    leftOut: bag.leftOut,
    sound: isSound(verified),
    totals: {
      ...totalsOf(verified.runs),
      damaged,
      disagrees,
      notReread: verified.counts['not-reread'],
      verdicts: verdict,
      edited,
      notKept: verified.counts['not-kept'],
    },
    findings: bag.findings.map(({ kind, file, what }) => ({ kind, file, what })),
    problems: problems.map(({ code, severity, message }) => ({ code, severity, message })),
  };
  return jsonDocument(Object.entries(document));
}
