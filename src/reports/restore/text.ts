// `takedown restore plan` on a terminal: who lets the name go, what was and what is with the lines that say so, and the steps.

import { isBefore } from '../../model/instant.ts';
import type { RestorePlan, RestoreStep } from '../../model/judged/restore.ts';
import { show } from '../../model/text/harmless.ts';
import { flow, hang, wrap } from '../layout.ts';
import { finished, type Surface } from '../paint.ts';
import { caseWords, courtWords, nameWords, utcWords } from '../say.ts';
import { pictureLines } from './picture-text.ts';
import { type RestoreReport, restoreMarks } from './report.ts';

export function restoreLines(report: RestoreReport, surface: Surface): Iterable<string> {
  return finished(sections(report, surface), surface);
}

function* sections(report: RestoreReport, surface: Surface): Iterable<string> {
  const { theCase, plan } = report;
  const title = [caseWords(theCase.id), show(theCase.title), show(theCase.docket)];
  yield* flow(title, ' · ', surface.width).map((line) => surface.paint.bold(line));
  const marks = restoreMarks(report).join(' · ');
  if (marks !== '') yield surface.paint.doubt(marks);
  yield* wrap(`The way back for ${nameWords(plan.name)}, as of ${utcWords(plan.asOf)}`, surface.width);
  yield '';
  yield* releaseLines(report, surface);
  yield '';
  yield* pictureLines(plan, surface);
  yield '';
  yield* stepLines(plan, surface);
  yield* unknownLines(plan, surface);
  yield* closing(report, surface);
}

function* releaseLines({ theCase, plan }: RestoreReport, surface: Surface): Iterable<string> {
  const { timeZone } = theCase.court;
  const { release, bound, served } = plan;
  if (release === undefined) {
    const text =
      'No order lets the name go: nothing may be given back before one does. Add it to case.yaml when it is entered.';
    yield* hang('  released by  ', text, surface.width).map((line) => surface.paint.bad(line));
  } else {
    const entry = release.docketEntry === undefined ? '' : `, docket entry ${release.docketEntry}`;
    const why = release.because === undefined ? '' : `: ${show(release.because)}`;
    const text = `${show(release.order)}, entered ${courtWords(release.entered, timeZone, plan.asOf)}${entry}${why}`;
    yield* hang('  released by  ', text, surface.width);
  }
  if (bound.length > 0) yield* hang('  still bound  ', `by ${bound.map(show).join(', ')}`, surface.width);
  const whom = served?.recipient === undefined ? '' : ` by ${show(served.recipient)}`;
  const text =
    served === undefined
      ? 'nothing shows that the order was served about it'
      : `${served.event}${whom} ${courtWords(served.at, timeZone, plan.asOf)}`;
  yield* hang('  served       ', text, surface.width);
}

function* stepLines({ steps, kind }: RestorePlan, surface: Surface): Iterable<string> {
  yield surface.paint.bold('Steps, in this order');
  if (kind === 'never-served') {
    yield* wrap('  Nothing shows that anybody had the order, so what was and what is are one picture.', surface.width);
  }
  const digits = `${steps.length}`.length;
  for (const [at, step] of steps.entries()) {
    yield* hang(`  ${`${at + 1}`.padStart(digits)}. `, stepText(step), surface.width);
  }
}

function stepText({ who, reach, what, because }: RestoreStep): string {
  const bound = reach === undefined ? '' : ` (${reach})`;
  return `${show(who)}${bound}: ${show(what)}${because === undefined ? '' : `; ${show(because)}`}`;
}

function* unknownLines({ unknowns }: RestorePlan, surface: Surface): Iterable<string> {
  if (unknowns.length === 0) return;
  yield '';
  yield surface.paint.doubt('Not known, and to be asked for');
  for (const one of unknowns) yield* hang('  ', show(one), surface.width);
}

function* closing({ theCase, plan }: RestoreReport, surface: Surface): Iterable<string> {
  const ahead = plan.dates.filter(({ at }) => isBefore(plan.asOf, at));
  if (plan.dates.length > 0) yield '';
  for (const { what, at } of plan.dates) {
    const over = ahead.some((one) => one.at === at) ? '' : ', which is over';
    yield* hang('  does not wait  ', `${what} on ${utcWords(at)}${over}`, surface.width);
  }
  yield '';
  const id = show(theCase.id);
  yield* hang('  the letter     ', `takedown letter plan ${id} --purpose release`, surface.width);
  yield* hang('  its whole past ', `takedown show ${id} ${plan.name}`, surface.width);
}
