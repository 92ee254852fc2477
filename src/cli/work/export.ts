// The work half of `takedown export`: what is typed stands in commands/export.ts.

import { TakedownError } from '../../model/takedown-error.ts';
import { show } from '../../model/text/harmless.ts';
import { count } from '../../model/text/phrase.ts';
import { exportJson } from '../../reports/export/json.ts';
import { fits, LIST_FORMATS, type ListFormat, listPieces, type NameList } from '../../reports/export/name-list.ts';
import type { Call } from '../command.ts';
import { EXIT } from '../exit.ts';
import { printPieces, printStream } from '../print.ts';
import { formatIn, type OutputMeant, writeOutput, writePieces } from '../typed/output-format.ts';
import { scheduleMeant } from '../typed/schedule-meant.ts';
import { envelopeOf } from '../view.ts';
import { caseIn, caseMeant } from '../workspace.ts';

const ENDINGS = Object.fromEntries(LIST_FORMATS.map((format) => [`.${format}`, format]));

export async function exportNames(call: Call): Promise<number> {
  const { context, terminal, options } = call;
  const meant = outputMeant(call);
  const { theCase } = await caseIn(caseMeant(call, call.arguments[0]), { quick: true, from: context.folder });
  const schedule = scheduleMeant(theCase.schedules, options['schedule']);
  const { illustrative, rehearsal } = theCase;
  if (meant.format === 'json') {
    const list = { ...schedule, schedule: schedule.id, case: theCase.id, illustrative };
    const pieces = exportJson(list, envelopeOf(context, []));
    if (meant.file === undefined) await printPieces(context.out, pieces);
    else writeOutput({ file: meant.file, from: context.folder }, [...pieces].join(''));
    return EXIT.done;
  }
  const list: NameList = {
    title: theCase.title,
    schedule: schedule.id,
    marks: [...(illustrative ? ['illustrative'] : []), ...(rehearsal ? ['SIMULATED'] : [])],
    names: schedule.names,
  };
  if (!fits(meant.format, list)) throw tooMany(list);
  const pieces = listPieces(meant.format, list);
  if (meant.file === undefined) await printStream(context.out, pieces);
  else {
    await writePieces({ file: meant.file, from: context.folder }, pieces);
    if (!terminal.quiet) await context.err.write(`${show(meant.file)}: ${count(list.names.length, 'name')}\n`);
  }
  return EXIT.done;
}

function outputMeant({ terminal, options }: Call): OutputMeant<ListFormat | 'json'> {
  return formatIn<ListFormat | 'json'>({
    output: options['output'],
    flags: { json: terminal.json, csv: options['csv'] === true },
    formats: { ...ENDINGS, '.json': 'json' },
    otherwise: 'txt',
  });
}

function tooMany({ names }: NameList): TakedownError {
  return new TakedownError('use', {
    code: 'too-many-rows',
    message: `A sheet has no room for ${names.length} names.`,
    hint: 'Write them as text or CSV: -o names.txt, -o names.csv.',
  });
}
