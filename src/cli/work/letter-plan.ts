// The work half of `takedown letter plan`: what is typed stands in commands/letter-plan.ts.
import { nextStepsOf } from '../../letters/plan/next-steps.ts';
import { namesOfNobody } from '../../letters/plan/recipients.ts';
import type { Purpose } from '../../model/letter/letter.ts';
import type { LetterPlan } from '../../reports/letter/plan.ts';
import { letterPlanJson } from '../../reports/letter/plan-json.ts';
import { letterPlanLines } from '../../reports/letter/plan-text.ts';
import type { Call } from '../command.ts';
import { planOf } from '../letter/planning.ts';
import { type Wanted, wantedOf } from '../letter/wanted.ts';
import { printLines, printPieces, surfaceOf } from '../print.ts';
import { envelopeOf, viewMeant } from '../view.ts';
import { workspaceOf } from '../workspace.ts';

export async function letterPlan(call: Call): Promise<number> {
  const { context, terminal } = call;
  const view = await viewMeant(call);
  const wanted = wantedOf(call, view);
  const { planned, question } = planOf(view, { workspace: workspaceOf(call), from: context.folder }, wanted);
  const steps = nextStepsOf(question).filter(({ recipient, step }) =>
    isWanted({ recipient: recipient.id, step }, wanted),
  );
  const partial = wanted.to !== undefined || wanted.purpose !== undefined;
  const withoutLetter = partial ? [] : namesOfNobody(question);
  const plan: LetterPlan = { ...view.report, planned, steps, withoutLetter };
  if (terminal.json) await printPieces(context.out, letterPlanJson(plan, envelopeOf(context, view.problems)));
  else await printLines(context.out, letterPlanLines(plan, surfaceOf(terminal)));
  return 0;
}

function isWanted(
  { recipient, step }: { readonly recipient: string; readonly step: Purpose },
  { to, purpose }: Wanted,
): boolean {
  return (to?.includes(recipient) ?? true) && (purpose === undefined || purpose === step);
}
