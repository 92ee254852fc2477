// The work half of `takedown letter plan`: what is typed stands in commands/letter-plan.ts.
import { nearest } from '../../casefile/nearest.ts';
import { nextStepsOf } from '../../letters/next-steps.ts';
import { namesOfNobody } from '../../letters/recipients.ts';
import { PURPOSES, type Purpose } from '../../model/letter.ts';
import { TakedownError } from '../../model/takedown-error.ts';
import type { LetterPlan } from '../../reports/letter-plan.ts';
import { letterPlanJson } from '../../reports/letter-plan-json.ts';
import { letterPlanLines } from '../../reports/letter-plan-text.ts';
import type { Call } from '../command.ts';
import { planOf, type Wanted } from '../planning.ts';
import { printLines, printPieces, surfaceOf } from '../print.ts';
import { type CaseView, envelopeOf, viewMeant } from '../view.ts';
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

/** What `--to`, `--purpose` and `--reason` say, for all commands about planned letters. */
export function wantedOf({ options }: Pick<Call, 'options'>, { theCase }: Pick<CaseView, 'theCase'>): Wanted {
  const to = textsOf(options['to']);
  const purpose = options['purpose'];
  const reason = options['reason'];
  const ids = theCase.recipients.map(({ id }) => id);
  for (const id of to) if (!ids.includes(id)) throw unheardOf('--to', id, ids);
  return {
    ...(to.length === 0 ? {} : { to }),
    ...(purpose === undefined ? {} : { purpose: purposeIn(purpose) }),
    ...(typeof reason === 'string' ? { reason } : {}),
  };
}

function textsOf(value: unknown): readonly string[] {
  return Array.isArray(value) ? value.filter((one) => typeof one === 'string') : [];
}

function purposeIn(typed: unknown): Purpose {
  const found = PURPOSES.find((purpose) => purpose === typed);
  if (found === undefined) throw unheardOf('--purpose', String(typed), PURPOSES);
  return found;
}

function unheardOf(option: string, typed: string, known: readonly string[]): TakedownError {
  const near = nearest(typed, known);
  return new TakedownError('use', {
    code: option === '--to' ? 'no-such-recipient' : 'no-such-purpose',
    message: `${option}: there is no "${typed}".`,
    hint:
      near === undefined ? `There is: ${known.join(', ')}.` : `Did you mean ${near}? There is: ${known.join(', ')}.`,
  });
}
