// The steps of the way back for a name, from its holder to the last look; the moves at registry and registrar are return-moves.ts's.
// What is not known becomes a question.

import { providerFinder } from '../model/case/party.ts';
import type { Fact } from '../model/judged/dossier.ts';
import type { Picture, RestorePlan, RestoreStep } from '../model/judged/restore.ts';
import type { Name } from '../model/name.ts';
import { movesBack } from './return-moves.ts';
import { COUNSEL, registry, type StepsQuestion } from './return-who.ts';

type Steps = Pick<RestorePlan, 'steps' | 'unknowns'>;

export function returnSteps(question: StepsQuestion): Steps {
  const { before, now, under } = question;
  const whose = holderSteps(question);
  if (under !== undefined) return { steps: [...whose, providerStep(question, under), LOOK], unknowns: [] };
  if (before === undefined || now === undefined) {
    return { steps: [...whose, LOOK], unknowns: [before ? 'how it stands now' : 'how it stood before it was served'] };
  }
  const gone = goneSteps(question, before, now);
  if (gone !== undefined) return { steps: [...whose, ...gone, LOOK], unknowns: unknownsOf(before) };
  const steps = movesBack(question, before, now);
  return { steps: [...whose, ...steps, LOOK], unknowns: unknownsOf(before) };
}

const LOOK: RestoreStep = {
  who: 'you',
  what: 'look again with takedown check, compare with what was, and record what each party confirms',
};

function holderSteps({ before }: StepsQuestion): readonly RestoreStep[] {
  const holder = before?.registrant.known === true ? before.registrant.value : undefined;
  const shown = holder?.shown === 'stated' ? (holder.organisation ?? holder.name) : undefined;
  const what = shown === undefined ? 'find out from the registrar of before who its customer was' : `write to ${shown}`;
  return [{ who: COUNSEL, what, because: 'a name goes back to its holder, and to nobody who only asks for it' }];
}

function providerStep({ theCase, name }: StepsQuestion, under: Name): RestoreStep {
  const provider = providerFinder(theCase.recipients)(name);
  const who = provider ? { who: provider.name, reach: provider.reach } : { who: `the provider of ${under}` };
  return {
    ...who,
    what: `let ${name} answer as it did, and tell what was changed`,
    because: 'it has no registration of its own',
  };
}

/** There is nothing to move where there was, or is, no registration. */
function goneSteps(question: StepsQuestion, before: Picture, now: Picture): readonly RestoreStep[] | undefined {
  if (before.registered.known && before.registered.value !== 'registered') {
    return [
      {
        who: COUNSEL,
        what: 'decide what becomes of it',
        because: 'it was not registered before: there is nobody to give it back to',
      },
    ];
  }
  if (now.registered.known && now.registered.value !== 'registered') {
    return [
      {
        ...registry(question),
        what: 'restore the registration, or keep it from everybody until its holder can register it',
        because: 'it is not registered any more',
      },
    ];
  }
  return undefined;
}

const FIELDS = [
  ['registrar', 'the registrar of before'],
  ['registrant', 'the registrant of before'],
  ['statuses', 'the statuses of before'],
  ['nameServers', 'the name servers of before'],
  ['ds', 'the DS of before'],
  ['expires', 'when the registration ended before'],
] as const;

function unknownsOf(before: Picture): readonly string[] {
  return FIELDS.flatMap(([field, what]) => {
    const fact: Fact<unknown> = before[field];
    if (!fact.known) return [`${what}: ${fact.reason}`];
    const withheld = field === 'registrant' && before.registrant.known && before.registrant.value.shown !== 'stated';
    return withheld ? [`${what}: it was withheld`] : [];
  });
}
