// The shape of a command: what is typed and its help, one file a command in commands/. Its other half, the work, has the same
// name in work/ and ends in an exit code of exit.ts.
import type { Context } from './context.ts';
import type { Terminal } from './terminal/terminal.ts';

/** What may stand somewhere: these words, or what is looked up when a shell asks how a word goes on. */
export type OneOf = readonly string[] | 'cases' | 'names' | 'topics' | 'schemas';

interface CommandArgument {
  /** `[case]` is optional, `<name>` is required, `<names...>` takes several. */
  readonly form: string;
  readonly about: string;
  /** Absent: a file, or words of one's own. */
  readonly oneOf?: OneOf;
}

export interface CommandOption {
  /** As commander takes it: `--as-of <instant>`. */
  readonly flags: string;
  readonly about: string;
  /** As of an argument; several may be joined by commas. */
  readonly oneOf?: readonly string[];
  /** Its values are collected, and its help says that it may be repeated. */
  readonly repeatable?: true;
}

interface CommandExample {
  readonly line: string;
  readonly about: string;
}

/** What was typed, read by commander and not yet understood: option values by their camel-case name. */
export interface Typed {
  readonly arguments: readonly string[];
  readonly options: Readonly<Record<string, unknown>>;
}

export interface Call extends Typed {
  readonly context: Context;
  readonly terminal: Terminal;
}

/** What the commands of one first word are about. */
export const GROUPS: Readonly<Record<string, string>> = {
  evidence: 'the octets behind the verdicts: which, what they say, whether they are sound',
  letter: 'letters: who gets which one, drafts, issue, sending',
  restore: 'giving a name back',
  template: 'templates of letters: check them all, start one',
};

export interface Command {
  /** One word, or two of which the first is a group. */
  readonly name: string;
  readonly summary: string;
  readonly arguments: readonly CommandArgument[];
  readonly options: readonly CommandOption[];
  readonly examples: readonly [CommandExample, CommandExample, ...CommandExample[]];
}

export function defineCommand(command: Command): Command {
  return command;
}
