// The command line, built from the list of commands: names, flags and help. What a command does stands in its own file.
import { Option, Command as Parser } from 'commander';
import { type Command, GROUPS, type Typed } from './command.ts';
import { EXIT_MEANINGS } from './exit.ts';
import { GLOBAL_OPTIONS } from './options.ts';

/** What was typed, understood as far as commander goes. */
export interface Invocation extends Typed {
  readonly command: Command;
}

interface ProgramOutput {
  readonly out: (text: string) => void;
  readonly err: (text: string) => void;
  readonly columns: number;
}

const ABOUT =
  'Court-ordered domain seizures: which names are transferred, which resolve to the sinkhole, and the proof.';

/** A parser that hands every command to `invoke`; commander's own ways to end the process are turned into exceptions. */
export function programOf(
  commands: readonly Command[],
  output: ProgramOutput,
  invoke: (invocation: Invocation) => void,
): Parser {
  const program = new Parser('takedown');
  program
    .description(ABOUT)
    .usage('<command> [options]')
    .version(TAKEDOWN_VERSION, '-V, --version', 'print the version')
    .helpOption('-h, --help', 'print this help')
    .helpCommand('help [command]', 'print the help of a command')
    .exitOverride()
    .configureOutput({
      writeOut: output.out,
      writeErr: output.err,
      getOutHelpWidth: () => output.columns,
      getErrHelpWidth: () => output.columns,
    })
    .configureHelp({ sortSubcommands: false, showGlobalOptions: false })
    .addHelpText(
      'after',
      `\n${exitCodes()}\n\nOne command: takedown help <command>. Offline practice: takedown rehearse.`,
    );
  for (const given of GLOBAL_OPTIONS) {
    const option = new Option(given.flags, given.about);
    program.addOption('oneOf' in given ? option.choices(given.oneOf) : option);
  }
  const groups = new Map<string, Parser>();
  for (const command of commands) {
    const [group, verb] = command.name.split(' ');
    const above = verb === undefined || group === undefined ? program : groupOf(groups, group, program);
    above.addCommand(parserOf(command, above, invoke));
  }
  return program;
}

/** Commands of two words stand together: `letter plan` and `letter send` under `letter`. */
function groupOf(groups: Map<string, Parser>, name: string, program: Parser): Parser {
  const known = groups.get(name);
  if (known !== undefined) return known;
  const summary = GROUPS[name] ?? name;
  const group = new Parser(name).summary(summary).description(summary).usage('<command> [options]');
  group.copyInheritedSettings(program).helpCommand('help [command]', 'print the help of a command');
  group.addHelpText('after', `\nOne command: takedown help ${name} <command>.`);
  program.addCommand(group);
  groups.set(name, group);
  return group;
}

function parserOf(command: Command, program: Parser, invoke: (invocation: Invocation) => void): Parser {
  const parser = new Parser(command.name.split(' ').at(-1)).summary(command.summary).description(command.summary);
  parser.copyInheritedSettings(program);
  for (const argument of command.arguments) parser.argument(argument.form, argument.about);
  for (const option of command.options) {
    if (option.repeatable) parser.option(option.flags, `${option.about}; may be repeated`, alsoThis);
    else parser.option(option.flags, option.about);
  }
  parser.addHelpText('after', `\n${examples(command)}\n\n${exitCodes()}`);
  parser.action(() => {
    invoke({
      command,
      arguments: parser.processedArgs.flat().filter((given) => typeof given === 'string'),
      options: parser.optsWithGlobals(),
    });
  });
  return parser;
}

function alsoThis(value: string, before: readonly string[] = []): readonly string[] {
  return [...before, value];
}

function examples(command: Command): string {
  return ['Examples:', ...command.examples.flatMap(({ line, about }) => [`  $ ${line}`, `      ${about}`])].join('\n');
}

function exitCodes(): string {
  return [
    'Exit codes:',
    ...Object.entries(EXIT_MEANINGS).map(([code, meaning]) => `  ${code.padStart(3)}  ${meaning}`),
  ].join('\n');
}
