// The work half of `takedown show`: what is typed stands in commands/show.ts.
import { nameOrNone } from '../../model/name.ts';
import { lingering } from '../../progress/lingering.ts';
import { caseLines } from '../../reports/show/case.ts';
import { showJson } from '../../reports/show/json.ts';
import { nameLines } from '../../reports/show/name.ts';
import { statusJson } from '../../reports/status/json.ts';
import type { Call } from '../command.ts';
import { printLines, printPieces, surfaceOf } from '../print.ts';
import { noSuchName } from '../typed/no-such-name.ts';
import type { CaseView } from '../view.ts';
import { envelopeOf, viewMeant } from '../view.ts';

export async function show(call: Call): Promise<number> {
  const view = await viewMeant(call);
  const { context, terminal } = call;
  const name = call.arguments[1];
  if (name === undefined) return showCase(call, view);
  const report = await nameReport(call, view, name);
  if (terminal.json) {
    await printPieces(context.out, showJson(report, envelopeOf(context, view.problems)));
  } else {
    await printLines(context.out, nameLines(report, surfaceOf(terminal)));
  }
  return 0;
}

async function showCase({ context, terminal }: Call, view: CaseView): Promise<number> {
  if (terminal.json) {
    await printPieces(context.out, statusJson(view.report, envelopeOf(context, view.problems)));
  } else {
    await printLines(context.out, caseLines(view.report, surfaceOf(terminal)));
  }
  return 0;
}

async function nameReport({ context }: Call, view: CaseView, typed: string) {
  const { record, report, progress } = view;
  const name = nameOrNone(typed);
  const row = progress.names.find((one) => one.name === name);
  if (name === undefined || row === undefined) throw noSuchName(typed, view.theCase);
  const latest = sightedOf(record, name);
  const past = { earlier: record.earlier(name), asOf: progress.asOf };
  const lingers = latest === undefined ? undefined : lingering({ latest, ...past });
  const { originIn } = await import('../import/origin.ts');
  const origin = await originIn({ ...view, from: context.folder }, name);
  return {
    ...report,
    row,
    ...(origin === undefined ? {} : { origin }),
    ...(latest === undefined ? {} : { latest }),
    ...(lingers === undefined ? {} : { lingers }),
    earlier: record.earlier(name),
    journal: record.journal,
  };
}

function sightedOf(record: CaseView['record'], name: string) {
  for (const sighted of record.latest()) if (sighted.name === name) return sighted;
  return undefined;
}
