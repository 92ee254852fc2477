// `takedown report --certificate`: the draft certification of the record under Fed. R. Evid. 902(13) and (14). The whole record is read
// again for it, so that what it says of accuracy was tried and not assumed.
import { runOf } from '../../model/seen/observation-id.ts';
import { certificateBlanks } from '../../reports/certificate/blanks.ts';
import type { CertificateParts, Certifier, ReadAgain } from '../../reports/certificate/certificate.ts';
import { totalsOf } from '../../reports/evidence/verify-text.ts';
import type { Call } from '../command.ts';
import { openVerification } from '../evidence/verifying-case.ts';
import { EXIT } from '../exit.ts';
import { textOf } from '../options.ts';
import { progressBar } from '../terminal/progress-bar.ts';
import { VERSION } from '../version.ts';
import { caseMeant } from '../workspace.ts';
import { placeOf, signerIn, writePaper } from './court-papers.ts';
import { exhibitsOf } from './exhibits.ts';
import { redactionFor } from './redacting.ts';
import { reportedOn } from './reporting.ts';

export async function certify(call: Call): Promise<number> {
  const place = await placeOf('certificate', call);
  const custody = textOf(call.options['custody']);
  const signer: Certifier = { ...signerIn(call.options), ...(custody !== undefined && { custody }) };
  const paths = caseMeant(call, call.arguments[0]);
  const made = await reportedOn(call, { paths });
  if (made === undefined) return EXIT.interrupted;
  const { report, standing } = made;
  const files = exhibitsOf({ paths, theCase: standing.theCase, report, journal: [], letters: [] }).filter(({ file }) =>
    file.startsWith('runs/'),
  );
  const again = await readAgain(call, { paths, runs: new Set(report.method.runs.map(({ id }) => id)) });
  const read: CertificateParts = { report, signer, again, files, toolVersion: VERSION };
  const redaction = redactionFor(call, standing);
  const parts =
    redaction === undefined
      ? read
      : (await import('../../reports/redaction/papers.ts')).redactedCertificate(read, redaction);
  const { certificateDocument } = await import('../../reports/certificate/document.ts');
  await writePaper(call, {
    place,
    document: certificateDocument(parts),
    blanks: certificateBlanks(parts),
    names: report.names.length,
    ...(redaction && { redaction }),
  });
  return EXIT.done;
}

interface Wanted {
  readonly paths: ReturnType<typeof caseMeant>;
  /** Those of the paper: what came after its instant is none of its business. */
  readonly runs: ReadonlySet<string>;
}

async function readAgain({ context, terminal }: Call, { paths, runs }: Wanted): Promise<ReadAgain> {
  const bar = progressBar(context.err, terminal, context.clock.monotonic);
  const counts = { unsound: 0 };
  try {
    const verification = openVerification({
      paths,
      look: { from: context.folder, now: context.clock.now(), asOf: undefined },
      interruption: context.interruption,
      onProgress: bar.show,
    });
    for await (const { kind, observation } of verification.findings) {
      const of = observation && runOf(observation);
      if (kind !== 'edited' && (of === undefined || runs.has(of))) counts.unsound += 1;
    }
    const read = verification.report().runs.filter(({ run }) => runs.has(run));
    return { ...totalsOf(read), ...counts };
  } finally {
    bar.clear();
  }
}
