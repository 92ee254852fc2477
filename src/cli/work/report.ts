// The work half of `takedown report`: what is typed stands in commands/report.ts.

import { TakedownError } from '../../model/takedown-error.ts';
import { show } from '../../model/text/harmless.ts';
import { count } from '../../model/text/phrase.ts';
import type { CaseReport, Reports, UnreadCase } from '../../reports/report/case-report.ts';
import { problemRow } from '../../reports/rows.ts';
import { ownFile } from '../../store/disk/package-files.ts';
import { type CasePaths, caseIds, casePaths } from '../../store/workspace.ts';
import type { Call } from '../command.ts';
import { EXIT } from '../exit.ts';
import { textOf } from '../options.ts';
import { printStream } from '../print.ts';
import { paperMeant } from '../report/court-papers.ts';
import { caseReportOf, type ReportWanted } from '../report/reporting.ts';
import { writePieces } from '../typed/output-format.ts';
import { reportOutput } from '../typed/report-format.ts';
import { sinceIn } from '../typed/since.ts';
import { whereIn } from '../typed/where.ts';
import { whyUnread } from '../unread.ts';
import { VERSION } from '../version.ts';
import { caseMeant, workspaceOf } from '../workspace.ts';

export async function report(call: Call): Promise<number> {
  const { context, terminal, options } = call;
  const paper = paperMeant(call);
  if (paper === 'declaration') return (await import('../report/declaring.ts')).declare(call);
  if (paper === 'certificate') return (await import('../report/certifying.ts')).certify(call);
  const { format, file } = reportOutput(call);
  const reports = await reportsOf(call);
  if (reports === undefined) return EXIT.interrupted;
  const render = await format.load();
  const pieces = render(reports, {
    machine: options['machine'] === true,
    house: { fonts: [], own: ownFile },
  });
  if (file === undefined) {
    await printStream(context.out, pieces);
  } else {
    await writePieces({ file, from: context.folder }, pieces);
    const names = reports.cases.reduce((sum, one) => sum + one.names.length, 0);
    if (!terminal.quiet) await context.err.write(`${show(file)}: ${count(names, 'name')}, ${format.title}\n`);
  }
  return reports.unread.length === 0 ? EXIT.done : EXIT.input;
}

/** `undefined` after an interruption. */
async function reportsOf(call: Call): Promise<Reports | undefined> {
  const { options } = call;
  const all = options['all'] === true;
  const since = textOf(options['since']);
  const typed = textOf(options['where']);
  const where = typed === undefined ? undefined : whereIn(typed);
  const wanted: Omit<ReportWanted, 'paths'> = {
    ...(since !== undefined && { since: (standing) => sinceIn(since, standing) }),
    ...(where && {
      select: (_, rows) => {
        where.learn(rows);
        return where.selection;
      },
    }),
  };
  const cases: CaseReport[] = [];
  const unread: UnreadCase[] = [];
  for (const paths of pathsMeant(call, all)) {
    try {
      const made = await caseReportOf(call, { paths, ...wanted });
      if (made === undefined) return undefined;
      cases.push(made);
    } catch (error) {
      // Of several cases, one that cannot be read hides none of the others.
      const why = all ? whyUnread(error) : undefined;
      if (why === undefined) throw error;
      unread.push({ case: paths.id, problems: why.map(problemRow) });
    }
  }
  where?.refuseUnheard();
  return { toolVersion: VERSION, cases, all, unread };
}

function pathsMeant(call: Call, all: boolean): readonly CasePaths[] {
  const [id] = call.arguments;
  if (!all) return [caseMeant(call, id)];
  if (id !== undefined) {
    throw new TakedownError('use', {
      code: 'case-with-all',
      message: `--all is every case, and "${show(id)}" is one.`,
      hint: 'Leave one of them out.',
    });
  }
  const workspace = workspaceOf(call);
  const real = caseIds(workspace).filter((one) => !one.endsWith('.rehearsal'));
  return real.flatMap((one) => casePaths(workspace, one) ?? []);
}
