// Which letters are due: for every recipient of a case the one that carries the order out, the next step where it is late, and
// the release of names that it was told of. What stands in the way is part of the plan; nothing is left out of it.
import type { Case } from '../../model/case/case.ts';
import { isBefore } from '../../model/instant.ts';
import { isSettled, type PlannedLetter, PURPOSES, type Purpose } from '../../model/letter/letter.ts';
import { byCodeUnit } from '../../model/name.ts';
import { checklistRefusals } from '../guards/checklist.ts';
import { type Copies, type GuardContext, guardRefusals, recipientsThreshold } from '../guards/guards.ts';
import { refuse, standing } from '../guards/refusals.ts';
import { templateFor } from '../templates/choose.ts';
import type { TemplateSet } from '../templates/template.ts';
import { abuseDeskWords } from './abuse-desk.ts';
import { sentBefore } from './correspondence.ts';
import { firstDrafts } from './first-letters.ts';
import { followUpDrafts } from './follow-ups.ts';
import { deskOf, nextStepsAt, type StepsQuestion } from './next-steps.ts';
import type { Draft } from './planned.ts';
import { releaseDrafts } from './releases.ts';

export interface PlanQuestion extends StepsQuestion {
  readonly templates: TemplateSet;
  /** Why it is right all the same: outweighs what may be outweighed, and is kept with the letter. */
  readonly reason?: string;
  /** Only letters to these recipients, by their ids; limits on how many count these alone. */
  readonly to?: readonly string[];
  /** Only letters of this purpose. */
  readonly purpose?: Purpose;
  /** How the copies of orders in the case folder compare, by file; absent: they are not compared. */
  readonly copies?: Copies;
}

export function planLetters(question: PlanQuestion): readonly PlannedLetter[] {
  const desk = deskOf(question);
  const { theCase, asOf, to, purpose, copies, progress } = question;
  const lookAhead = progress.ahead?.runs !== undefined;
  const steps = nextStepsAt(question, desk).filter(({ from }) => !isBefore(asOf, from));
  const followUps = followUpDrafts(steps, { question, desk });
  const late = new Set(followUps.map((draft) => (draft.about ?? draft.recipient).id));
  const drafts = [...firstDrafts(desk, { theCase, late }), ...followUps, ...releaseDrafts({ question, desk })]
    .filter((draft) => to === undefined || to.includes(draft.recipient.id))
    .filter((draft) => purpose === undefined || draft.purpose === purpose);
  const planned = drafts.map((draft) => {
    const sent = draft.sent.length > 0 ? draft.sent : sentBefore(desk.correspondence, draft);
    const template = templateOf(draft, question.templates);
    const { correspondence } = desk;
    const context = { theCase, asOf, correspondence, lookAhead, template, ...(copies && { copies }) };
    return plannedFrom({ ...draft, sent }, context);
  });
  return limited(planned, theCase)
    .map((letter) => ({ ...letter, refusals: standing(letter.refusals, question.reason) }))
    .sort(byPlace);
}

/** Where the recipient's language has no template the letter is not written in another one: that is a refusal. */
function templateOf({ recipient, purpose, clauses, missing }: Draft, templates: TemplateSet) {
  if (missing !== undefined) return undefined;
  const { role, reach, language = 'en' } = recipient;
  const relief = [...new Set(clauses.flatMap((clause) => clause.relief))];
  return templateFor(templates, { purpose, role, reach, language, relief });
}

function plannedFrom(draft: Draft, context: GuardContext): PlannedLetter {
  const { missing, servedAt: _past, ...letter } = draft;
  if (missing !== undefined) {
    const desk = missing.role === 'registrar' ? abuseDeskWords(letter.names, context.theCase) : '';
    return { ...letter, refusals: [missingRefusal(missing, desk)] };
  }
  const { template } = context;
  const refusals = [...guardRefusals(draft, context), ...checklistRefusals(draft, context)];
  return { ...letter, ...(template === undefined ? {} : { template: template.id }), refusals };
}

function missingRefusal({ role, who, entry }: NonNullable<Draft['missing']>, abuseDesk: string) {
  if (entry === undefined && role === 'registrar' && who.includes('not seen')) {
    return refuse('registrar-not-seen', `not known: ${who}`);
  }
  const fields = [`role: ${role}`, ...(entry === undefined ? [] : [entry])].join(', ');
  const hint = `Add an entry to cases/recipients.yaml with ${fields}. ${abuseDesk}`.trim();
  return refuse('no-recipient', `nobody is listed for ${who}`, hint);
}

/** The limit on recipients is one of the whole plan; who was written to before does not count. */
function limited(planned: readonly PlannedLetter[], theCase: Case): readonly PlannedLetter[] {
  const now = planned.filter(
    (letter) => !isSettled(letter) && letter.refusals.every(({ word }) => word !== 'no-recipient'),
  );
  const [tooMany] = recipientsThreshold(
    theCase,
    now.map(({ recipient }) => recipient.id),
  );
  if (tooMany === undefined) return planned;
  return planned.map((letter) =>
    now.includes(letter) ? { ...letter, refusals: [...letter.refusals, tooMany] } : letter,
  );
}

const ROLES = ['registry-operator', 'registrar', 'provider'] as const;

function byPlace(a: PlannedLetter, b: PlannedLetter): number {
  return (
    ROLES.indexOf(a.recipient.role) - ROLES.indexOf(b.recipient.role) ||
    byCodeUnit(a.recipient.id, b.recipient.id) ||
    PURPOSES.indexOf(a.purpose) - PURPOSES.indexOf(b.purpose) ||
    byCodeUnit(a.names[0]?.name ?? '', b.names[0]?.name ?? '')
  );
}
