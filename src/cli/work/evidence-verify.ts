// The work half of `takedown evidence verify`: what is typed stands in commands/evidence-verify.ts.
import type { EvidenceFinding } from '../../model/evidence.ts';
import { evidenceVerifyJson } from '../../reports/evidence-verify-json.ts';
import { evidenceVerifyLines, type VerifiedRun } from '../../reports/evidence-verify-text.ts';
import { runsThere } from '../../store/run-list.ts';
import type { Call } from '../command.ts';
import { EXIT } from '../exit.ts';
import { printLines, printPieces, surfaceOf } from '../print.ts';
import { runMeant } from '../run-meant.ts';
import { progressBar } from '../terminal/progress-bar.ts';
import { verifyRun } from '../verifying.ts';
import { verifyPapers } from '../verifying-papers.ts';
import { envelopeOf } from '../view.ts';
import { caseMeant } from '../workspace.ts';

/** Of a record that is wrong all over, so many are told; the others are counted. */
const MOST_TOLD = 10_000;

export async function evidenceVerify(call: Call): Promise<number> {
  const { context, terminal, options } = call;
  const paths = caseMeant(call, call.arguments[0]);
  const one = options['run'] === undefined ? undefined : runMeant(paths, String(options['run']));
  const { runs, findings } = await runsVerified(call, paths, one === undefined ? runsThere(paths) : [one]);
  const papers = one === undefined ? await verifyPapers(paths) : undefined;
  const report = {
    caseId: paths.id,
    runs,
    papers: papers?.files,
    findings: [...findings, ...(papers?.findings ?? [])],
  };
  if (terminal.json) await printPieces(context.out, evidenceVerifyJson(report, envelopeOf(context, [])));
  else await printLines(context.out, evidenceVerifyLines(report, surfaceOf(terminal)));
  return exitOf(report.findings);
}

async function runsVerified(call: Call, paths: Parameters<typeof verifyRun>[0], ids: readonly string[]) {
  const { context, terminal } = call;
  const bar = progressBar(context.err, terminal, () => context.clock.monotonic());
  const findings: EvidenceFinding[] = [];
  const runs: VerifiedRun[] = [];
  try {
    for (const [done, id] of ids.entries()) {
      const counts = { run: id, observations: 0, exchanges: 0, reread: 0, damaged: 0, disagrees: 0, notReread: 0 };
      for await (const verified of verifyRun(paths, id)) {
        context.interruption.throwIfAborted();
        if (verified.is === 'finding') {
          const { kind } = verified.finding;
          counts[kind === 'not-reread' ? 'notReread' : kind] += 1;
          if (findings.length < MOST_TOLD) findings.push(verified.finding);
        } else {
          counts.observations += 1;
          counts.exchanges += verified.exchanges;
          if (verified.reread) counts.reread += 1;
        }
        bar.show(done, ids.length, `runs; ${id}: ${counts.observations} observations`);
      }
      runs.push(counts);
    }
  } finally {
    bar.clear();
  }
  return { runs, findings };
}

/** Octets that are not those that were written outweigh all that was read out of them. */
function exitOf(findings: readonly EvidenceFinding[]): number {
  const has = (kind: EvidenceFinding['kind']) => findings.some((finding) => finding.kind === kind);
  if (has('damaged')) return EXIT.input;
  if (has('disagrees')) return EXIT.gate;
  return has('not-reread') ? EXIT.incomplete : EXIT.done;
}
