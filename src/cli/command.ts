// The shape of a command: what is typed, its help, and the run half that does the work. One file a command in commands/.
import type { Context } from './context.ts';
import type { Terminal } from './terminal/terminal.ts';

export interface CommandArgument {
  /** `case` is optional, `<name>` is required, `<names...>` takes several. */
  readonly form: string;
  readonly about: string;
}

export interface CommandOption {
  /** As commander takes it: `--as-of <instant>`. */
  readonly flags: string;
  readonly about: string;
  /** A repeatable option collects its values. */
  readonly repeatable?: true;
}

export interface CommandExample {
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

export interface Command {
  readonly name: string;
  readonly summary: string;
  readonly arguments: readonly CommandArgument[];
  readonly options: readonly CommandOption[];
  readonly examples: readonly [CommandExample, CommandExample, ...CommandExample[]];
  /** The outcome, as an exit code of exit.ts. Rooms that are slow to load are imported in here. */
  run(call: Call): Promise<number>;
}

export function defineCommand(command: Command): Command {
  return command;
}
