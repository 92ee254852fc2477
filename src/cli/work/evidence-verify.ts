// The work half of `takedown evidence verify`: what is typed stands in commands/evidence-verify.ts.
import type { EvidenceFinding, FindingKind } from '../../model/seen/evidence.ts';
import { evidenceVerifyJson } from '../../reports/evidence/verify-json.ts';
import { evidenceVerifyLines, MOST_KEPT } from '../../reports/evidence/verify-text.ts';
import { keepLittleMemory } from '../check/little-memory.ts';
import type { Call } from '../command.ts';
import { trustedMeant } from '../evidence/trusted-meant.ts';
import { openVerification } from '../evidence/verifying-case.ts';
import { EXIT } from '../exit.ts';
import { printFlow, printLines, surfaceOf } from '../print.ts';
import { progressBar } from '../terminal/progress-bar.ts';
import { runMeant } from '../typed/run-meant.ts';
import { envelopeOf } from '../view.ts';
import { caseMeant } from '../workspace.ts';

export async function evidenceVerify(call: Call): Promise<number> {
  keepLittleMemory();
  const { context, terminal, options } = call;
  const paths = caseMeant(call, call.arguments[0]);
  const trusted = await trustedMeant(call);
  const bar = progressBar(context.err, terminal, context.clock.monotonic);
  const verification = openVerification({
    paths,
    // Nothing that was remembered: everything is read anew.
    look: { from: context.folder, now: context.clock.now(), asOf: undefined },
    ...(options['run'] === undefined ? {} : { only: runMeant(paths, String(options['run'])) }),
    ...(trusted && { trusted }),
    interruption: context.interruption,
    onProgress: bar.show,
  });
  const envelope = envelopeOf(context, []);
  try {
    if (terminal.json) await printFlow(context.out, evidenceVerifyJson(paths.id, verification, envelope));
    else {
      const kept = await keptOf(verification.findings);
      bar.clear();
      await printLines(context.out, evidenceVerifyLines(verification.report(), kept, surfaceOf(terminal)));
    }
  } finally {
    bar.clear();
  }
  return exitOf(verification.report().counts);
}

/** The first ones of each kind: of a record that is wrong all over nobody reads more, and --json has them. */
async function keptOf(findings: AsyncIterable<EvidenceFinding>): Promise<readonly EvidenceFinding[]> {
  const kept: EvidenceFinding[] = [];
  const counts = new Map<FindingKind, number>();
  for await (const finding of findings) {
    const count = (counts.get(finding.kind) ?? 0) + 1;
    counts.set(finding.kind, count);
    if (count <= MOST_KEPT) kept.push(finding);
  }
  return kept;
}

/** Octets that are not those that were written outweigh all that was read out of them. What people may edit weighs nothing. */
function exitOf(counts: Readonly<Record<FindingKind, number>>): number {
  if (counts.damaged > 0) return EXIT.input;
  if (counts.disagrees + counts.verdict + counts.untrusted > 0) return EXIT.gate;
  return counts['not-reread'] > 0 ? EXIT.incomplete : EXIT.done;
}
