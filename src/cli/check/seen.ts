// What a command that has looked says at its end. Names pass one by one: what they answer, what is alarming about them and the
// rows of a document are each kept small, and nothing else of a hundred thousand names is.
import type { Summary } from '../../model/judged/progress.ts';
import { type NameAlarms, openAlarms } from '../../progress/alarms.ts';
import { type Answers, openAnswers } from '../../progress/answers.ts';
import { openProgress, type Receive } from '../../progress/progress.ts';
import type { NameRow } from '../../reports/documents.ts';
import { openKeeper } from '../../reports/kept/keep.ts';
import type { KeptRows } from '../../reports/kept/kept.ts';
import { readNameRows } from '../../reports/kept/read.ts';
import type { Report } from '../../reports/report.ts';
import type { CasePaths } from '../../store/workspace.ts';
import type { Call } from '../command.ts';
import { textsOf } from '../options.ts';
import { type CaseView, reportOf, type Standing } from '../view.ts';
import type { LoadedCase } from '../workspace.ts';

/** For a document, or a CI system. */
export interface Shown extends LoadedCase {
  readonly paths: CasePaths;
  readonly progress: Summary;
  readonly report: Report;
  /** None where nobody wants rows. Each is made when its turn comes, as often as somebody goes through them. */
  readonly rows: Iterable<NameRow>;
}

export interface Seen extends Shown {
  readonly answers: Answers;
  /** Empty where nobody is to be told. */
  readonly alarms: NameAlarms;
}

export function seenIn(standing: Standing, call: Pick<Call, 'options' | 'terminal'>): Seen {
  const { paths, theCase, problems, record, asOf } = standing;
  const opened = openProgress({ theCase, record, asOf: asOf.at });
  const { receive, kept } = openKeeping(opened.names, asOf.at, call);
  const { progress, report } = reportOf(standing, opened.join(opened.all(receive)));
  return { paths, theCase, problems, progress, report, ...kept() };
}

/** Of a view that has its rows in any case. */
export function seenOf(view: CaseView, call: Pick<Call, 'options' | 'terminal'>): Seen {
  const { paths, theCase, problems, progress, report, asOf } = view;
  const { receive, kept } = openKeeping(progress.names.length, asOf.at, call);
  for (const [at, row] of progress.names.entries()) receive(row, at);
  return { paths, theCase, problems, progress, report, ...kept() };
}

interface Keeping {
  readonly receive: Receive;
  kept(): Pick<Seen, 'answers' | 'alarms' | 'rows'>;
}

function openKeeping(
  names: number,
  asOf: Summary['asOf'],
  { options, terminal }: Pick<Call, 'options' | 'terminal'>,
): Keeping {
  const answers = openAnswers(names);
  const alarms = openAlarms(asOf);
  const rows = terminal.json || textsOf(options['reporter']).length > 0 ? openKeeper(names) : undefined;
  const tellsOf = textsOf(options['notify']).length > 0;
  return {
    receive(row, at) {
      answers.add(row, at);
      if (tellsOf) alarms.add(row);
      rows?.add(row, at);
    },
    kept: () => ({ answers, alarms, rows: rows === undefined ? [] : rowsIn([rows.kept()]) }),
  };
}

export function rowsIn(parts: readonly KeptRows[]): Iterable<NameRow> {
  return { [Symbol.iterator]: () => readNameRows(parts) };
}

/** Of an option that may be given several times. */
