// Simulated and real never mix, in either direction.
import { TakedownError } from '../model/takedown-error.ts';
import type { Asking } from './network.ts';
import type { LoadedCase } from './workspace.ts';

export function refuseMixing({ theCase }: LoadedCase, { network }: Asking): void {
  if (theCase.rehearsal === network.simulated) return;
  throw new TakedownError('guard', {
    code: 'simulated-and-real',
    message: theCase.rehearsal
      ? `The case ${theCase.id} is a rehearsal: only a simulated network may be asked about it.`
      : `The network file is simulated, and the case ${theCase.id} is not a rehearsal.`,
    hint: theCase.rehearsal
      ? 'Give a network file with "simulated: true", or practise with: takedown rehearse'
      : 'What a simulated network answers must never stand in the record of a real case. A case for trials says "rehearsal: true".',
  });
}
