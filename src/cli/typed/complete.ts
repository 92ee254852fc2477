// How a line that is being typed goes on: from the words before the cursor to what may stand there. Pure: what has to be looked
// up, as the cases of a workspace, is named and not read.
import { type Command, type CommandOption, GROUPS, type OneOf } from '../command.ts';
import { GLOBAL_OPTIONS } from '../options.ts';

export interface Candidate {
  readonly word: string;
  /** Absent where the word says it all. */
  readonly about?: string;
}

/** `files`: nothing of ours; the shell offers what lies there. */
export type Next =
  | { readonly of: 'words'; readonly candidates: readonly Candidate[] }
  | { readonly of: 'cases' | 'topics' | 'schemas' | 'files' }
  | { readonly of: 'names'; readonly caseId: string };

/** `words`: those behind `takedown`; the last one is being typed, and may be empty. */
export function nextOn(commands: readonly Command[], words: readonly string[]): Next {
  const typed = words.at(-1) ?? '';
  const { operands, waiting, given } = readLine(commands, words.slice(0, -1));
  if (waiting !== undefined) return ofList(waiting.oneOf, typed, []);
  const command = commandIn(commands, operands);
  if (typed.startsWith('-')) return { of: 'words', candidates: flagsOf(command, given) };
  if (command === undefined) return { of: 'words', candidates: commandWords(commands, operands) };
  const { arguments: places, name } = command;
  const behind = operands.slice(name.split(' ').length);
  const last = places.at(-1);
  const place = places[behind.length] ?? (last?.form.includes('...') === true ? last : undefined);
  return place === undefined ? { of: 'words', candidates: [] } : ofList(place.oneOf, typed, behind);
}

interface Line {
  readonly operands: readonly string[];
  /** The option whose value comes next. */
  readonly waiting: CommandOption | undefined;
  readonly given: ReadonlySet<string>;
}

function readLine(commands: readonly Command[], words: readonly string[]): Line {
  const operands: string[] = [];
  const given = new Set<string>();
  let waiting: CommandOption | undefined;
  for (const word of words) {
    if (waiting !== undefined) waiting = undefined;
    else if (word.startsWith('-') && word !== '-') {
      const option = optionsOf(commandIn(commands, operands)).find(({ flags }) => flagsIn(flags).includes(word));
      given.add(option?.flags ?? word);
      waiting = option?.flags.includes('<') === true ? option : undefined;
    } else operands.push(word);
  }
  return { operands, waiting, given };
}

function commandIn(commands: readonly Command[], [first, second]: readonly string[]): Command | undefined {
  return commands.find(({ name }) => name === first || name === `${first} ${second}`);
}

function optionsOf(command: Command | undefined): readonly CommandOption[] {
  return [...(command?.options ?? []), ...GLOBAL_OPTIONS];
}

/** `-o, --output <file>`: both of them, without the value. */
function flagsIn(flags: string): readonly string[] {
  return flags.split(', ').map((flag) => flag.split(' ')[0] ?? flag);
}

/** In long, since those can be read; one that was given is not offered again unless it may be repeated. */
function flagsOf(command: Command | undefined, given: ReadonlySet<string>): readonly Candidate[] {
  const offered = optionsOf(command).filter(({ flags, repeatable }) => repeatable === true || !given.has(flags));
  const flags = offered.map(({ flags, about }) => ({ word: flagsIn(flags).at(-1) ?? flags, about }));
  return [...flags, { word: '--help', about: 'print the help' }];
}

function commandWords(commands: readonly Command[], operands: readonly string[]): readonly Candidate[] {
  const [group, ...rest] = operands[0] === 'help' ? operands.slice(1) : operands;
  if (rest.length > 0) return [];
  const below = commands.filter(({ name }) => group === undefined || name.startsWith(`${group} `));
  const words = below.map(({ name, summary }): Candidate => {
    const [first = name, verb] = name.split(' ');
    if (group !== undefined) return { word: verb ?? first, about: summary };
    return { word: first, about: verb === undefined ? summary : (GROUPS[first] ?? first) };
  });
  const help =
    group === undefined && operands.length === 0 ? [{ word: 'help', about: 'print the help of a command' }] : [];
  return [...new Map([...words, ...help].map((candidate) => [candidate.word, candidate])).values()];
}

/** Behind a comma the list begins anew: `--fail-on reverted,over`. */
function ofList(oneOf: OneOf | undefined, typed: string, [caseId]: readonly string[]): Next {
  if (oneOf === undefined) return { of: 'files' };
  if (oneOf === 'names') return caseId === undefined ? { of: 'files' } : { of: 'names', caseId };
  if (typeof oneOf === 'string') return { of: oneOf };
  const before = typed.slice(0, typed.lastIndexOf(',') + 1);
  return { of: 'words', candidates: oneOf.map((word) => ({ word: `${before}${word}` })) };
}
