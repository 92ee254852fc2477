// The work halves of the commands, by name. Loaded as one piece when a command is carried out: a status needs most of it, and
// many small pieces cost more to find than one larger one. What asks the world or rehearses is loaded by those who do it.
import type { Call } from '../command.ts';
import { due } from './due.ts';
import { importNames } from './import.ts';
import { list } from './list.ts';
import { show } from './show.ts';
import { status } from './status.ts';
import { validate } from './validate.ts';

export { terminalOf } from '../terminal/terminal.ts';

export type Work = (call: Call) => Promise<number>;

export const works: Readonly<Record<string, Work>> = {
  check: async (call) => (await import('./check.ts')).check(call),
  due,
  explain: async (call) => (await import('./explain.ts')).explain(call),
  import: importNames,
  list,
  lookup: async (call) => (await import('./lookup.ts')).lookup(call),
  new: async (call) => (await import('./new.ts')).newCase(call),
  rehearse: async (call) => (await import('./rehearse.ts')).rehearse(call),
  schema: async (call) => (await import('./schema.ts')).schema(call),
  show,
  status,
  validate,
};
