// Letters and papers of the ladder, once a step is due: only names that a look after the deadline shows undone, with what is
// undone. Names of which it could not be seen are told apart, as not confirmed.

import { type Recipient, registryOperatorOf } from '../../model/case/party.ts';
import type { NextStep } from '../../model/letter/letter.ts';
import { topLabel } from '../../model/name.ts';
import { isForHouse } from './correspondence.ts';
import { type Desk, isLate, type StepsQuestion } from './next-steps.ts';
import { type Draft, gather, letterName } from './planned.ts';
import { type Item, type Party, refOf, unlistedOperator } from './recipients.ts';

export interface FollowUpContext {
  readonly question: StepsQuestion;
  readonly desk: Desk;
}

export function followUpDrafts(steps: readonly NextStep[], context: FollowUpContext): readonly Draft[] {
  return steps.flatMap((step): readonly Draft[] => {
    if (step.step === 'execute') return [];
    return step.step === 'registry' ? registryDrafts(step, context) : [draftOf(step, addressedAt(step), context)];
  });
}

interface Addressed extends Party {
  readonly about?: Recipient;
}

/** A paper for the house has no address that it could go to by mistake. */
function addressedAt({ recipient, step }: NextStep): Addressed {
  const { contacts } = recipient;
  if (isForHouse(step)) {
    const { form: _form, ...others } = contacts;
    return { recipient: { ...recipient, contacts: { ...others, email: [] } } };
  }
  if (step !== 'general-counsel') return { recipient };
  const { form: _form, ...others } = contacts;
  const email = contacts.generalCounsel?.email;
  return { recipient: { ...recipient, contacts: { ...others, email: email === undefined ? [] : [email] } } };
}

/** One to each registry operator, about the names of its top levels alone. */
function registryDrafts(step: NextStep, context: FollowUpContext): readonly Draft[] {
  const groups = new Map<string, { readonly operator: Party; readonly names: NextStep['names'][number][] }>();
  for (const name of step.names) {
    const listed = registryOperatorOf(context.question.theCase.recipients, topLabel(name));
    const operator = listed === undefined ? unlistedOperator(topLabel(name)) : { recipient: listed };
    const group = groups.get(operator.recipient.id) ?? { operator, names: [] };
    groups.set(operator.recipient.id, group);
    group.names.push(name);
  }
  return [...groups.values()].map(({ operator, names }) =>
    draftOf({ ...step, names }, { ...operator, about: step.recipient }, context),
  );
}

function draftOf(step: NextStep, addressed: Addressed, { question, desk }: FollowUpContext): Draft {
  const { recipient: party } = step;
  const { asOf, theCase } = question;
  const own = desk.addressees.find(({ recipient }) => recipient.id === party.id)?.items ?? [];
  const names = new Set(step.names);
  const late = own.flatMap((item): readonly Item[] => {
    if (!names.has(item.row.name)) return [];
    const findings = item.findings.filter((finding) => isLate({ recipient: party, item, finding }, { desk, asOf }));
    return [{ ...item, findings }];
  });
  const gathered = gather({
    theCase,
    items: late,
    deadline: (item, finding) => desk.deadline(party, item, finding),
  });
  const unconfirmed = unconfirmedOf(own, step, late).map(letterName);
  return {
    ...addressed,
    purpose: step.step,
    ...gathered,
    ...(unconfirmed.length === 0 ? {} : { unconfirmed }),
    sent: [],
  };
}

/** Of the same paragraphs, names that nothing is known to be undone of, and something not known. */
function unconfirmedOf(own: readonly Item[], { paragraphs }: NextStep, late: readonly Item[]): readonly Item[] {
  const told = new Set(late.map(({ row }) => row.name));
  return own.flatMap((item): readonly Item[] => {
    if (told.has(item.row.name)) return [];
    const findings = item.findings.filter(({ requirement }) => paragraphs.includes(refOf(requirement.clause)));
    if (findings.some(({ verdict }) => verdict === 'unmet')) return [];
    const open = findings.filter(({ verdict }) => verdict === 'unknown');
    return open.length === 0 ? [] : [{ ...item, findings: open }];
  });
}
