// A name was typed that the case does not have: told with the nearest that it has.
import { nearest } from '../../casefile/nearest.ts';
import type { Case } from '../../model/case/case.ts';
import { TakedownError } from '../../model/takedown-error.ts';

export function noSuchName(typed: string, { id, schedules }: Pick<Case, 'id' | 'schedules'>): TakedownError {
  const near = nearest(
    typed,
    schedules.flatMap(({ names }) => names.map(({ name }) => name)),
  );
  return new TakedownError('use', {
    code: 'no-such-name',
    message: `${typed} is not a name of the case ${id}.`,
    hint: `${near === undefined ? '' : `Did you mean ${near}? `}Its names: takedown show ${id}`,
  });
}
