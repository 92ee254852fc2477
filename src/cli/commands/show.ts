// `takedown show CASE NAME`: one name's requirements, history and every observation. Without a name, the case's names.
import { nameOrNone } from '../../model/name.ts';
import { TakedownError } from '../../model/takedown-error.ts';
import { AS_OF_OPTION } from '../as-of.ts';
import { type Call, defineCommand } from '../command.ts';
import { JSON_OPTION } from '../options.ts';
import { printLines, printPieces, surfaceOf } from '../print.ts';
import type { CaseView } from '../view.ts';
import { CASE_ARGUMENT } from '../workspace.ts';

export const show = defineCommand({
  name: 'show',
  summary: 'one case name by name, or one name with its whole history',
  arguments: [CASE_ARGUMENT, { form: '[name]', about: 'a name of the case' }],
  options: [AS_OF_OPTION, JSON_OPTION],
  examples: [
    { line: 'takedown show phosphorus', about: 'every name with its verdicts' },
    {
      line: 'takedown show phosphorus outlook-verify.net',
      about: 'one name: requirements, history, every observation',
    },
  ],
  async run(call) {
    const { envelopeOf, viewMeant } = await import('../view.ts');
    const view = await viewMeant(call);
    const { context, terminal } = call;
    const name = call.arguments[1];
    if (name === undefined) return showCase(call, view);
    const report = nameReport(view, name);
    if (terminal.json) {
      const { showJson } = await import('../../reports/show-json.ts');
      await printPieces(context.out, showJson(report, envelopeOf(context, view.problems)));
    } else {
      const { nameLines } = await import('../../reports/name-text.ts');
      await printLines(context.out, nameLines(report, surfaceOf(terminal)));
    }
    return 0;
  },
});

async function showCase({ context, terminal }: Call, view: CaseView): Promise<number> {
  if (terminal.json) {
    const [{ statusJson }, { envelopeOf }] = await Promise.all([
      import('../../reports/status-json.ts'),
      import('../view.ts'),
    ]);
    await printPieces(context.out, statusJson(view.report, envelopeOf(context, view.problems)));
  } else {
    const { caseLines } = await import('../../reports/case-text.ts');
    await printLines(context.out, caseLines(view.report, surfaceOf(terminal)));
  }
  return 0;
}

function nameReport(view: CaseView, typed: string) {
  const { record, report, progress, paths } = view;
  const name = nameOrNone(typed);
  const row = progress.names.find((one) => one.name === name);
  if (name === undefined || row === undefined) {
    throw new TakedownError('use', {
      code: 'no-such-name',
      message: `${typed} is not a name of the case ${paths.id}.`,
      hint: `Its names: takedown show ${paths.id}`,
    });
  }
  const latest = sightedOf(record, name);
  return {
    ...report,
    row,
    ...(latest === undefined ? {} : { latest }),
    earlier: record.earlier(name),
    journal: record.journal,
  };
}

function sightedOf(record: CaseView['record'], name: string) {
  for (const sighted of record.latest()) if (sighted.name === name) return sighted;
  return undefined;
}
