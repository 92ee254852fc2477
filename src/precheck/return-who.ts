// Who does a step of the way back, by his legal name where he is listed.
import type { Case } from '../model/case/case.ts';
import { registryOperatorOf } from '../model/case/party.ts';
import type { Picture, RestoreStep } from '../model/judged/restore.ts';
import { type Name, topLabel } from '../model/name.ts';
import { registrarText } from '../model/registrar.ts';

export const COUNSEL = 'counsel';

export interface StepsQuestion {
  readonly theCase: Case;
  readonly name: Name;
  /** The domain of somebody else's under which it stands. */
  readonly under?: Name;
  readonly before?: Picture;
  readonly now?: Picture;
}

type Who = Pick<RestoreStep, 'who' | 'reach'>;

export function registry({ theCase, name }: StepsQuestion): Who {
  const operator = registryOperatorOf(theCase.recipients, topLabel(name));
  return operator
    ? { who: operator.name, reach: operator.reach }
    : { who: `the registry operator of .${topLabel(name)}` };
}

export function registrarOf({ theCase }: StepsQuestion, { registrar }: Picture): Who {
  if (!registrar.known) return { who: 'the registrar of record' };
  const listed = theCase.recipients.find(
    ({ role, ianaId }) => role === 'registrar' && ianaId === registrar.value.ianaId,
  );
  return listed && registrar.value.ianaId !== undefined
    ? { who: listed.name, reach: listed.reach }
    : { who: registrarText(registrar.value) };
}
