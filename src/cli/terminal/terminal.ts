// How the program may speak: colour, prompts, progress and width, decided once from the streams, the environment and the flags.
import type { Paint } from '../../reports/paint.ts';
import type { Context } from '../context.ts';
import { paintFor } from './paint.ts';

export interface Terminal {
  readonly paint: Paint;
  /** Columns of standard output; absent when it is piped, and then nothing is cut. */
  readonly width: number | undefined;
  /** True where only ASCII should be drawn. */
  readonly ascii: boolean;
  /** True where questions may be asked. */
  readonly asks: boolean;
  /** True where a progress bar may be drawn on standard error. */
  readonly moves: boolean;
  readonly json: boolean;
  readonly quiet: boolean;
  readonly verbose: boolean;
}

interface TerminalFlags {
  readonly color?: unknown;
  readonly json?: unknown;
  readonly quiet?: unknown;
  readonly verbose?: unknown;
  readonly debug?: unknown;
}

export function terminalOf(context: Context, flags: TerminalFlags): Terminal {
  const { env, out, err, input } = context;
  const unattended = isUnattended(env);
  const dumb = env['TERM'] === 'dumb';
  const json = flags.json === true;
  const quiet = flags.quiet === true;
  return {
    paint: paintFor(colourWanted(context, flags.color)),
    width: out.columns,
    ascii: dumb,
    asks: input.isTerminal && err.isTerminal && !unattended,
    moves: err.isTerminal && !unattended && !dumb && !quiet,
    json,
    quiet,
    verbose: flags.verbose === true || flags.debug === true,
  };
}

/** A CI job: nobody is asked anything, and nothing is sent. */
export function isUnattended(env: Context['env']): boolean {
  return env['CI'] !== undefined && env['CI'] !== '' && env['CI'] !== 'false';
}

/** `--color` and `--no-color` win, then NO_COLOR (any value, https://no-color.org), then FORCE_COLOR, then the terminal itself. */
function colourWanted({ env, out }: Context, flag: unknown): boolean {
  if (flag === 'always' || flag === 'never') return flag === 'always';
  if (flag === false) return false;
  if (env['NO_COLOR'] !== undefined && env['NO_COLOR'] !== '') return false;
  if (env['FORCE_COLOR'] !== undefined && env['FORCE_COLOR'] !== '') return env['FORCE_COLOR'] !== '0';
  return out.isTerminal && env['TERM'] !== 'dumb' && (env['CI'] === undefined || env['CI'] === '');
}
