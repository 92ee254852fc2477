// From what was typed to an exit code. Every error ends here: expected stops in one sentence, bugs with their stack.
import { CommanderError } from 'commander';
import { TakedownError } from '../model/takedown-error.ts';
import { GROUPS } from './command.ts';
import { commands } from './commands/index.ts';
import type { Ci, Context } from './context.ts';
import { diskStop } from './disk.ts';
import { EXIT, EXIT_OF_STOP } from './exit.ts';
import { begunIn, misuseOf } from './misuse.ts';
import { codeAfterOutput, lostOutput } from './output.ts';
import { type Invocation, programOf } from './program.ts';
import { stopText } from './stop.ts';

export async function run(context: Context): Promise<number> {
  const code = await runTyped(context);
  const lost = lostOutput(context.out);
  if (lost !== undefined) {
    const json = context.args.includes('--json');
    await context.err.write(await stopText(lost, { json, debug: false, to: context.err }));
  }
  return codeAfterOutput(code, lost);
}

async function runTyped(context: Context): Promise<number> {
  const said: { readonly to: 'out' | 'err'; readonly text: string }[] = [];
  let invocation: Invocation | undefined;
  const program = programOf(
    commands,
    {
      out: (text) => said.push({ to: 'out', text }),
      err: (text) => said.push({ to: 'err', text }),
      columns: context.out.columns ?? 100,
    },
    (given) => {
      invocation = given;
    },
  );
  try {
    if (context.args.length === 0) program.outputHelp();
    else program.parse([...asParsed(context.args)], { from: 'user' });
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
    if (error.exitCode !== 0) return misuse(context, error, said.map(({ text }) => text).join(''));
  }
  for (const { to, text } of said) await context[to].write(text);
  return invocation === undefined ? EXIT.done : carryOut(context, invocation);
}

/** `help letter plan`, which commander knows as `letter plan --help` only. */
function asParsed(args: readonly string[]): readonly string[] {
  const [help, group = '', verb] = args;
  return help === 'help' && Object.hasOwn(GROUPS, group) && verb !== undefined ? [group, verb, '--help'] : args;
}

async function carryOut(outer: Context, { command, ...typed }: Invocation): Promise<number> {
  const { ciLogOf, terminalOf, works } = await import('./work/index.ts');
  const ci = await ciLogOf(outer, typed);
  const context = ci?.context ?? outer;
  const terminal = terminalOf(context, typed.options);
  const work = works[command.name];
  if (work === undefined) throw new Error(`the command ${command.name} has no work half`);
  try {
    return await work({ context, terminal, ...typed });
  } catch (error) {
    const stop = error instanceof TakedownError ? error : (brokenOff(error, context) ?? diskStop(error));
    if (stop === undefined) throw context.ci === undefined ? error : hiddenBug(error, context.ci);
    const text = await stopText(stop, { json: terminal.json, debug: typed.options['debug'] === true, to: context.err });
    await context.err.write(text);
    return EXIT_OF_STOP[stop.kind];
  } finally {
    await ci?.end();
  }
}

/** What was in the middle of something when it was asked to end says so by this error. */
function brokenOff(error: unknown, { interruption }: Context): TakedownError | undefined {
  if (!interruption.aborted || !(error instanceof Error) || error.name !== 'AbortError') return undefined;
  return new TakedownError('interrupted', { code: 'interrupted', message: 'Interrupted.', cause: error });
}

/** What the front door prints of a bug. */
function hiddenBug(error: unknown, { hide }: Ci): Error {
  const told = error instanceof Error ? (error.stack ?? error.message) : String(error);
  return Object.assign(new Error('a bug'), { stack: hide(told) });
}

async function misuse(context: Context, error: CommanderError, said: string): Promise<number> {
  const json = context.args.includes('--json');
  // Commander has shown its help already: that says more than a sentence.
  if (!json && said.includes('Usage:')) await context.err.write(said);
  else {
    const about = begunIn(context.args, [...commands.map(({ name }) => name), ...Object.keys(GROUPS)]);
    await context.err.write(await stopText(misuseOf(error, about), { json, debug: false, to: context.err }));
  }
  return EXIT.use;
}
