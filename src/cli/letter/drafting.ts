// Which of the planned letters are meant, and everything laid out to make them: for drafts and for what is issued.
import { suggestion } from '../../casefile/nearest.ts';
import { standing } from '../../letters/guards/refusals.ts';
import { planLetters } from '../../letters/plan/plan.ts';
import type { Template } from '../../letters/templates/template.ts';
import { isSettled, type PlannedLetter, type Refusal } from '../../model/letter/letter.ts';
import type { MailAddress } from '../../model/letter/mail.ts';
import type { Problem } from '../../model/problem.ts';
import { TakedownError } from '../../model/takedown-error.ts';
import { ownFile } from '../../store/disk/package-files.ts';
import type { Call } from '../command.ts';
import { textOf } from '../options.ts';
import { mailSettingsIn } from '../settings.ts';
import { progressBar } from '../terminal/progress-bar.ts';
import { viewMeant } from '../view.ts';
import { workspaceOf } from '../workspace.ts';
import { type MadeLetter, makeLetter, type Workshop } from './making.ts';
import { type LetterView, planOf } from './planning.ts';
import { wantedOf } from './wanted.ts';

export interface Drafting {
  readonly workshop: Workshop;
  readonly chosen: readonly PlannedLetter[];
  readonly reason?: string;
}

export async function openDrafting(call: Call, { forIssue }: Pick<Workshop, 'forIssue'>): Promise<Drafting> {
  const { context, options } = call;
  const view = await viewMeant(call);
  const workspace = workspaceOf(call);
  const { reason, ...wanted } = wantedOf(call, view);
  const letters = withTemplate(planOf(view, { workspace, from: context.folder }, wanted), textOf(options['template']));
  const { texts, question } = letters;
  const sender = mailSettingsIn(context, workspace.root).from ?? practising(view.theCase);
  const chosen = due(letters.planned, wanted).map((letter) => ({
    ...letter,
    refusals: standing(letter.refusals, reason),
  }));
  const workshop: Workshop = {
    view: letters,
    house: { ...texts.house, own: ownFile },
    at: question.asOf,
    forIssue,
    ...(sender === undefined ? {} : { sender }),
  };
  return { workshop, chosen, ...(reason === undefined ? {} : { reason }) };
}

/** A rehearsal's letters reach only a simulated server: counsel may be taken for the sender. */
function practising({ rehearsal, counsel }: LetterView['theCase']): MailAddress | undefined {
  if (!rehearsal || counsel?.email === undefined) return undefined;
  return { address: counsel.email, ...(counsel.name === undefined ? {} : { name: counsel.name }) };
}

/** The plan as if there were no other template for what this one is for. */
function withTemplate(view: LetterView, id: string | undefined): LetterView {
  if (id === undefined) return view;
  const { templates, question } = view;
  const ids = templates.templates.map((template) => template.id);
  const meant = templates.templates.find((template) => template.id === id);
  if (meant === undefined) {
    throw new TakedownError('use', {
      code: 'no-such-template',
      message: `There is no template "${id}".`,
      hint: suggestion(id, ids, 'templates'),
    });
  }
  const kept = (one: Template) => one.id === id || one.purpose === 'confirm';
  const only = { ...templates, templates: templates.templates.filter(kept) };
  const narrowed = { ...question, templates: only, purpose: meant.purpose };
  return { ...view, templates: only, question: narrowed, planned: planLetters(narrowed) };
}

/**
 * What is to be written now. A letter that went out or lies ready is meant only where it was asked for by recipient and
 * purpose, or where the recipient has nothing else: then it is shown with what stands in its way.
 */
function due(
  planned: readonly PlannedLetter[],
  { to, purpose }: { readonly to?: readonly string[]; readonly purpose?: string },
): readonly PlannedLetter[] {
  const open = planned.filter((letter) => !isSettled(letter));
  if (to === undefined) return open;
  if (purpose !== undefined) return planned;
  const busy = new Set(open.map(({ recipient }) => recipient.id));
  return planned.filter((letter) => !isSettled(letter) || !busy.has(letter.recipient.id));
}

export interface Outcome {
  readonly planned: PlannedLetter;
  readonly letter?: MadeLetter;
  readonly refusals: readonly Refusal[];
  /** Of the template. */
  readonly problems: readonly Problem[];
}

/** In the order of the plan, with a bar that shows how far it is. */
export async function makeAll(
  { context, terminal }: Call,
  { workshop, chosen }: Drafting,
): Promise<readonly Outcome[]> {
  const bar = progressBar(context.err, terminal, context.clock.monotonic);
  const taken = new Set(workshop.view.issued.map(({ id }) => id));
  const outcomes: Outcome[] = [];
  for (const planned of chosen) {
    const making = await makeLetter(planned, { workshop, taken });
    if (making.ok) taken.add(making.letter.id);
    const outcome: Outcome = making.ok
      ? { planned, letter: making.letter, refusals: planned.refusals, problems: [] }
      : { planned, refusals: making.refusals, problems: making.problems };
    outcomes.push(outcome);
    bar.show(outcomes.length, chosen.length, planned.recipient.name);
  }
  bar.clear();
  return outcomes;
}
