// Who accepts the names of an import: it stands in the record beside them, so it is shown before anything is written.

import { TakedownError } from '../../model/takedown-error.ts';
import { drop } from '../../model/text/harmless.ts';
import type { Call } from '../command.ts';
import { textOf } from '../options.ts';

export interface Person {
  readonly name: string;
  /** Nobody said so: it is the name of the login. */
  readonly guessed: boolean;
}

export function personOf({ context: { env }, options }: Pick<Call, 'context' | 'options'>): Person {
  const said = textOf(options['by']) ?? env['TAKEDOWN_BY'];
  const name = drop(said ?? env['USER'] ?? env['LOGNAME'] ?? env['USERNAME'] ?? '').trim();
  if (name !== '') return { name, guessed: said === undefined };
  throw new TakedownError('use', {
    code: 'no-person',
    message: 'Who accepts these names is not known.',
    hint: 'Say it with --by "Jane Roe".',
  });
}

export function personWords({ name, guessed }: Person): string {
  return guessed ? `${name} (the login; another: --by)` : name;
}
