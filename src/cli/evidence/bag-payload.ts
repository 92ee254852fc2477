// What goes into a bag: the files of a case that are its record, those that were asked for besides, and a stop where one that belongs
// there cannot be copied.
import type { Case } from '../../model/case/case.ts';
import type { JournalEntry } from '../../model/case/journal.ts';
import { TakedownError } from '../../model/takedown-error.ts';
import { show } from '../../model/text/harmless.ts';
import { count } from '../../model/text/phrase.ts';
import { type Payload, payloadOf, type Remark } from '../../store/bag/payload.ts';
import { runsUnderWay } from '../../store/bag/under-way.ts';
import { machineOf } from '../../store/disk/lock.ts';
import type { CasePaths } from '../../store/workspace.ts';
import type { Call } from '../command.ts';
import { textsOf } from '../options.ts';

interface OfCase {
  readonly paths: CasePaths;
  readonly theCase: Pick<Case, 'schedules' | 'orders'>;
  readonly journal: readonly JournalEntry[];
  /** Only these; none: the whole record. */
  readonly runs: readonly string[];
}

export function bagPayload({ context, options }: Call, { paths, theCase, journal, runs }: OfCase): Payload {
  const besides = textsOf(options['with']).map((typed) => typed.replace(/^\.\//, '').replace(/\/+$/, ''));
  const cited = runs.length > 0 ? [] : journal.flatMap(({ evidence }) => evidence?.file ?? []);
  const copies = theCase.orders.flatMap(({ copy }) => copy?.file ?? []);
  const payload = payloadOf(paths, {
    runs,
    besides,
    named: new Set([...theCase.schedules.map(({ file }) => file), ...copies, ...cited]),
    underWay: runsUnderWay(paths, machineOf(context.process.pid, context.process.lives)),
    caseOnly: options['caseOnly'] === true,
  });
  const found = [...payload.files.map(({ place }) => place), ...payload.wrong.map(({ file }) => file)];
  const home = `data/cases/${paths.id}/`;
  const lacking = besides.find((one) => {
    const ways = [one, home + one];
    return !found.some((place) => ways.some((way) => place === way || place.startsWith(`${way}/`)));
  });
  if (lacking !== undefined) throw notThere(lacking, payload.leftOut);
  if (payload.wrong.length > 0) throw cannotGo(payload.wrong);
  return payload;
}

/** More than a screen of them says no more. */
const MOST = 10;

function cannotGo(wrong: readonly Remark[]): TakedownError {
  const lines = wrong.slice(0, MOST).map(({ file, why }) => `\n  ${show(file)}: ${why}`);
  const more = wrong.length > MOST ? `\n  … and ${wrong.length - MOST} more` : '';
  const what = `${count(wrong.length, 'file')} of the record cannot go into a bag; none was made.`;
  return new TakedownError('input', {
    code: 'cannot-copy',
    message: `${what}${lines.join('')}${more}`,
    hint: 'Put the files themselves there, or have them opened to you; a bag without them would not be the record.',
  });
}

function notThere(typed: string, leftOut: readonly Remark[]): TakedownError {
  const some = leftOut.slice(0, 5).map(({ file }) => show(file));
  return new TakedownError('use', {
    code: 'no-such-file',
    message: `--with "${show(typed)}": there is no such file in the folder of the case.`,
    hint:
      some.length === 0
        ? "It is named by its way in the case's folder; nothing there is left out."
        : `It is named by its way in the case's folder. Left out there: ${some.join(', ')}.`,
  });
}
