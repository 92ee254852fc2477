// The work half of `takedown completion`: what is typed stands in commands/completion.ts.

import { TakedownError } from '../../model/takedown-error.ts';
import { show } from '../../model/text/harmless.ts';
import { caseIds } from '../../store/workspace.ts';
import type { Call } from '../command.ts';
import { commands } from '../commands/index.ts';
import { EXIT } from '../exit.ts';
import { SHELL_NAMES } from '../options.ts';
import { type Candidate, type Next, nextOn } from '../typed/complete.ts';
import { SHELLS } from '../typed/shells.ts';
import { caseIn, caseMeant, workspaceOf } from '../workspace.ts';

export async function completion(call: Call): Promise<number> {
  const [typed = '', ...words] = call.arguments;
  const name = SHELL_NAMES.find((one) => one === typed);
  if (name === undefined) {
    const message = `"${show(typed)}" is no shell that is known here.`;
    throw new TakedownError('use', { code: 'no-such-shell', message, hint: `One of ${SHELL_NAMES.join(', ')}.` });
  }
  const { context } = call;
  const shell = SHELLS[name];
  if (words.length === 0) await context.out.write(shell.script);
  else {
    const begun = words.at(-1) ?? '';
    const fitting = (await candidatesFor(call, nextOn(commands, words))).filter(({ word }) => word.startsWith(begun));
    await context.out.write(fitting.map((candidate) => `${shell.line(candidate)}\n`).join(''));
  }
  return EXIT.done;
}

async function candidatesFor(call: Call, next: Next): Promise<readonly Candidate[]> {
  switch (next.of) {
    case 'words':
      return next.candidates;
    case 'files':
      return [];
    case 'cases':
      return ofWords(await orNone(() => caseIds(workspaceOf(call))));
    case 'names':
      return ofWords(await orNone(() => namesIn(call, next.caseId)));
    case 'topics':
      return ofWords((await import('./explain.ts')).topicsToExplain());
    case 'schemas':
      return ofWords(Object.keys((await import('./schema.ts')).SCHEMAS));
  }
}

function ofWords(words: readonly string[]): readonly Candidate[] {
  return words.map((word) => ({ word }));
}

async function namesIn(call: Call, id: string): Promise<readonly string[]> {
  const { theCase } = await caseIn(caseMeant(call, id), { quick: true, from: call.context.folder });
  return [...new Set(theCase.schedules.flatMap(({ names }) => names.map(({ name }) => name)))];
}

/** In the middle of a line nobody can be told what is wrong with a workspace; the command itself will. */
async function orNone(find: () => readonly string[] | Promise<readonly string[]>): Promise<readonly string[]> {
  try {
    return await find();
  } catch (error) {
    if (error instanceof TakedownError) return [];
    throw error;
  }
}
