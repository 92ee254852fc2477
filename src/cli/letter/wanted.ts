// Which of the planned letters are wanted: what `--to`, `--purpose` and `--reason` say, for every command about them.
import { nearest } from '../../casefile/nearest.ts';
import { PURPOSES, type Purpose } from '../../model/letter/letter.ts';
import { TakedownError } from '../../model/takedown-error.ts';
import type { Call } from '../command.ts';
import { textsOf } from '../options.ts';
import type { CaseView } from '../view.ts';

export interface Wanted {
  /** Ids of recipients; absent: all. */
  readonly to?: readonly string[];
  readonly purpose?: Purpose;
  readonly reason?: string;
}

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
