// The work half of `takedown due`: what is typed stands in commands/due.ts.
import { dueJson } from '../../reports/due/json.ts';
import { dueLines } from '../../reports/due/text.ts';
import { PLAIN } from '../../reports/paint.ts';
import { caseIds, casePaths } from '../../store/workspace.ts';
import type { Call } from '../command.ts';
import type { Context } from '../context.ts';
import { EXIT } from '../exit.ts';
import { dueViews, tellDamage, type Views } from '../letter/due-view.ts';
import { printLines, printPieces, surfaceOf } from '../print.ts';
import { formatIn, writeOutput } from '../typed/output-format.ts';
import { envelopeOf } from '../view.ts';
import { caseMeant, workspaceOf } from '../workspace.ts';

const FORMATS = { '.ics': 'ics', '.json': 'json', '.txt': 'text' } as const;

export async function due(call: Call): Promise<number> {
  const { context, terminal, options } = call;
  const flags = { ics: options['ics'] === true, json: terminal.json };
  const { format, file } = formatIn({ output: options['output'], flags, formats: FORMATS, otherwise: 'text' });
  const views = await dueViews(call, pathsMeant(call));
  await tellDamage(call, views);
  if (file !== undefined) {
    const pieces = await piecesOf(views, { format, context });
    writeOutput({ file, from: context.folder }, [...pieces].join(''));
  } else if (format === 'text') {
    await printLines(context.out, dueLines(reportsOf(views), surfaceOf(terminal)));
  } else {
    await printPieces(context.out, await piecesOf(views, { format, context }));
  }
  return views.unread.length === 0 ? EXIT.done : EXIT.input;
}

interface How {
  readonly format: 'ics' | 'json' | 'text';
  readonly context: Context;
}

async function piecesOf(views: Views, { format, context }: How): Promise<Iterable<string>> {
  const reports = reportsOf(views);
  if (format === 'ics') return (await import('../../reports/due/calendar.ts')).dueIcs(reports);
  if (format === 'text') return ended(dueLines(reports, { width: undefined, paint: PLAIN }));
  const problems = [...views.unread, ...views.read.flatMap((view) => view.problems)];
  return dueJson(reports, envelopeOf(context, problems));
}

function reportsOf({ read }: Views) {
  return read.map(({ report }) => report);
}

function* ended(lines: Iterable<string>): Iterable<string> {
  for (const line of lines) yield `${line}\n`;
}

function pathsMeant(call: Call) {
  const id = call.arguments[0];
  if (id !== undefined) return [caseMeant(call, id)];
  const workspace = workspaceOf(call);
  const real = caseIds(workspace).filter((one) => !one.endsWith('.rehearsal'));
  return real.flatMap((one) => casePaths(workspace, one) ?? []);
}
