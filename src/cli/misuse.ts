// What commander makes of a wrong command line, told in the words and the form of every other stop.
import type { CommanderError } from 'commander';
import { TakedownError } from '../model/takedown-error.ts';
import { upperFirst } from '../model/text/phrase.ts';

const SUGGESTION = /\n\((Did you mean .+\?)\)$/;

/** The command that was begun, or the word that several begin with: what follows may be a name like any other. */
export function begunIn(args: readonly string[], names: readonly string[]): string | undefined {
  const typed = ` ${args.filter((word) => !word.startsWith('-')).join(' ')} `;
  const begins = (name: string) => typed.indexOf(` ${name} `);
  const begun = names.filter((name) => begins(name) >= 0);
  return begun.sort((a, b) => begins(a) - begins(b) || b.length - a.length)[0];
}

/** `about`: the command that was meant, where one was. */
export function misuseOf(error: CommanderError, about: string | undefined): TakedownError {
  const help = `See: ${helpFor(about)}`;
  if (error.code === 'commander.help') {
    return new TakedownError('use', { code: 'no-command', message: 'No command was given.', hint: help });
  }
  const said = error.message.replace(/^error: /, '');
  const suggestion = SUGGESTION.exec(said)?.[1];
  return new TakedownError('use', {
    code: kebab(error.code.replace(/^commander\./, '')),
    message: sentence(said.replace(SUGGESTION, '')),
    hint: suggestion === undefined ? help : `${suggestion} ${help}`,
  });
}

function helpFor(about: string | undefined): string {
  return about === undefined ? 'takedown help' : `takedown help ${about}`;
}

function kebab(code: string): string {
  return code.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
}

function sentence(said: string): string {
  const begun = upperFirst(said);
  return begun.endsWith('.') ? begun : `${begun}.`;
}
