// `letter plan --json`: every planned letter with its names, its clauses and what stands in the way.
import { isSettled, type PlannedLetter } from '../../model/letter/letter.ts';
import type { LetterPlanDocument } from '../documents.ts';
import { jsonDocument, rowsOf } from '../json.ts';
import type { Envelope } from '../report.ts';
import { caseHead, nextStepRow, problemRow } from '../rows.ts';
import type { LetterPlan } from './plan.ts';

export function letterPlanJson(plan: LetterPlan, envelope: Envelope): Iterable<string> {
  const { letters, nextSteps, problems, ...head } = letterPlanDocument(plan, envelope);
  return jsonDocument([
    ...Object.entries(head),
    ['letters', rowsOf(letters)],
    ['nextSteps', rowsOf(nextSteps)],
    ['problems', rowsOf(problems)],
  ]);
}

export function letterPlanDocument(plan: LetterPlan, envelope: Envelope): LetterPlanDocument {
  return {
    schema: 'takedown/letter-plan/1',
    toolVersion: envelope.toolVersion,
    generatedAt: envelope.generatedAt,
    ...caseHead(plan),
    letters: plan.planned.map(letterRow),
    nextSteps: plan.steps.map(nextStepRow),
    withoutLetter: plan.withoutLetter,
    problems: envelope.problems.map(problemRow),
  };
}

function letterRow(letter: PlannedLetter): LetterPlanDocument['letters'][number] {
  const { recipient, about, purpose, template, names, unconfirmed = [], clauses, deadline, seenAt, sent } = letter;
  return {
    recipient: recipient.id,
    recipientName: recipient.name,
    role: recipient.role,
    reach: recipient.reach,
    about: about?.id ?? null,
    purpose,
    template: template ?? null,
    names: names.map(({ name }) => name),
    unconfirmed: unconfirmed.map(({ name }) => name),
    clauses: clauses.map(({ ref, relief, rule, deadline: due }) => ({
      paragraph: ref,
      relief,
      rule: rule ?? null,
      due: due?.due ?? null,
      arithmetic: due?.arithmetic ?? null,
    })),
    due: deadline?.due ?? null,
    arithmetic: deadline?.arithmetic ?? null,
    seenAt: seenAt ?? null,
    sent,
    settled: isSettled(letter),
    blocked: letter.refusals.map(({ word, text, hint, reasonOutweighs }) => ({
      word,
      text,
      hint: hint ?? null,
      reasonOutweighs,
    })),
  };
}
