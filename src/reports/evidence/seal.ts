// `evidence seal`: the time stamp that was kept, what it proves and what it does not.

import type { StampSeen } from '../../model/seen/time-stamp.ts';
import { show } from '../../model/text/harmless.ts';
import type { EvidenceSealDocument } from '../documents.ts';
import { jsonDocument } from '../json.ts';
import { hang } from '../layout.ts';
import { finished, type Surface } from '../paint.ts';
import type { Envelope } from '../report.ts';
import { stampLines, stampRow } from './stamps.ts';

interface Sealed {
  readonly caseId: string;
  readonly simulated: boolean;
  readonly seen: StampSeen;
}

export function evidenceSealJson({ caseId, simulated, seen }: Sealed, envelope: Envelope): Iterable<string> {
  const document: EvidenceSealDocument = {
    schema: 'takedown/evidence-seal/1',
    toolVersion: envelope.toolVersion,
    generatedAt: envelope.generatedAt,
    case: caseId,
    simulated,
    stamp: stampRow(seen),
    problems: [],
  };
  return jsonDocument(Object.entries(document));
}

export function evidenceSealLines(sealed: Sealed, surface: Surface): Iterable<string> {
  return finished(lines(sealed, surface), surface);
}

function* lines({ caseId, simulated, seen }: Sealed, { width }: Surface): Iterable<string> {
  if (simulated) yield 'SIMULATED: a stamp for practice, which proves nothing.';
  yield* stampLines(seen, width);
  yield '';
  const what =
    'It proves that the run file was there by then, as it is, and with it the evidence whose digest it states; not that what they say is true.';
  yield* hang('', what, width);
  // Lines to be copied are never broken.
  const run = show(seen.run);
  yield 'Checked again, offline:';
  yield `  takedown evidence verify ${show(caseId)} --run ${run} --ca FILE`;
  yield 'By others, in the folder of the case:';
  yield `  openssl ts -verify -CAfile FILE -data runs/${run}.yaml \\`;
  yield `    -in ${show(seen.file)}`;
}
