// The work half of `takedown import`: what is typed stands in commands/import.ts.
import { show } from '../../model/harmless.ts';
import { TakedownError } from '../../model/takedown-error.ts';
import { importJson } from '../../reports/files-json.ts';
import type { Call } from '../command.ts';
import { EXIT } from '../exit.ts';
import type { ImportDone } from '../importing.ts';
import { gather, write } from '../importing.ts';
import { printLines, printPieces } from '../print.ts';
import { envelopeOf } from '../view.ts';

export async function importNames(call: Call): Promise<number> {
  const found = await gather(call);
  const { refused } = found;
  if (refused.length > 0 && call.options['skipRefused'] !== true) throw refusal(found);
  const done = call.options['dryRun'] === true ? found : await write(found);
  if (call.terminal.json) {
    await printPieces(call.context.out, importJson(done, envelopeOf(call.context, [])));
  } else await printLines(call.context.out, told(call, done));
  return EXIT.done;
}

function refusal({ refused, problems }: ImportDone): TakedownError {
  const count = refused.length === 1 ? 'One entry is no name' : `${refused.length} entries are no names`;
  return new TakedownError('input', {
    code: 'refused-names',
    message: `${count}, so nothing was added.`,
    hint: 'Correct them, or leave them out with --skip-refused.',
    problems,
  });
}

function* told(
  { terminal }: Call,
  { file, added, already, duplicates, refused, written }: ImportDone,
): Iterable<string> {
  const names = (count: number) => `${count} ${count === 1 ? 'name' : 'names'}`;
  yield written
    ? `${names(added.length)} added to ${file}`
    : `${names(added.length)} would be added to ${file}; nothing is written`;
  if (already > 0) yield `  ${names(already)} already there, left alone`;
  if (duplicates > 0) yield `  ${names(duplicates)} more than once in the list, added once`;
  for (const { line, text, reason } of refused) yield `  left out, line ${line}: "${show(text)}" ${show(reason)}`;
  if (terminal.verbose) for (const name of added) yield `  + ${name}`;
}
