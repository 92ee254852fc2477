// `takedown report --declaration`: the draft declaration of a case, made of its report, its journal and what was typed of the
// declarant. What is blank is told, so that nobody takes a draft for more.

import { isBefore } from '../../model/instant.ts';
import { TakedownError } from '../../model/takedown-error.ts';
import { show } from '../../model/text/harmless.ts';
import { openJournal } from '../../progress/journal.ts';
import { blanksOf } from '../../reports/declaration/blanks.ts';
import type { Declarant, DeclarationParts } from '../../reports/declaration/declaration.ts';
import type { Redaction } from '../../reports/redaction/redaction.ts';
import { MOST_ON_PAGES } from '../../reports/report/shown-names.ts';
import { nextStepRow } from '../../reports/rows.ts';
import { lettersIn } from '../../store/letters/issued.ts';
import type { Call } from '../command.ts';
import { EXIT } from '../exit.ts';
import { textOf } from '../options.ts';
import { VERSION } from '../version.ts';
import type { Standing } from '../view.ts';
import { caseMeant } from '../workspace.ts';
import { type Attached, namedBy, type PaperPlace, placeOf, signerIn, writePaper } from './court-papers.ts';
import { exhibitsOf } from './exhibits.ts';
import { redactionFor } from './redacting.ts';
import { reportedOn } from './reporting.ts';

export async function declare(call: Call): Promise<number> {
  const place = await placeOf('declaration', call);
  const departures = textOf(call.options['departures']);
  const declarant: Declarant = { ...signerIn(call.options), ...(departures !== undefined && { departures }) };
  const read = await partsOf(call, declarant);
  if (read === undefined) return EXIT.interrupted;
  const redaction = redactionFor(call, read.standing);
  const parts =
    redaction === undefined
      ? read.parts
      : (await import('../../reports/redaction/papers.ts')).redactedDeclaration(read.parts, redaction);
  const { declarationDocument } = await import('../../reports/declaration/document.ts');
  const attached = await sheetOf(parts, place, redaction);
  const whole: DeclarationParts = attached === undefined ? parts : { ...parts, sheet: namedBy(attached) };
  await writePaper(call, {
    place,
    document: declarationDocument(whole),
    blanks: blanksOf(whole),
    names: whole.report.names.length,
    ...(redaction && { redaction }),
    ...(attached && { attached }),
  });
  return EXIT.done;
}

/** Of more names than fit on paper, all stand in a sheet beside it, which the paper identifies. */
async function sheetOf(
  parts: DeclarationParts,
  place: PaperPlace,
  redaction: Redaction | undefined,
): Promise<Attached | undefined> {
  if (parts.report.names.length <= MOST_ON_PAGES) return undefined;
  const { namesSheet } = await import('../../reports/declaration/sheet.ts');
  return { file: place.beside('.exhibit-a-1.csv'), pieces: () => namesSheet(parts, redaction?.hide) };
}

async function partsOf(
  call: Call,
  declarant: Declarant,
): Promise<{ readonly parts: DeclarationParts; readonly standing: Standing } | undefined> {
  const { context } = call;
  const paths = caseMeant(call, call.arguments[0]);
  const made = await reportedOn(call, { paths });
  if (made === undefined) return undefined;
  const { report, standing } = made;
  const { theCase, record, asOf } = standing;
  const { letters: issued, problems } = lettersIn(paths, context.folder);
  if (problems.length > 0) {
    const message = `A letter of ${paths.id} is no longer as it was issued, so that nobody can declare what was served.`;
    throw new TakedownError('input', { code: 'letter-changed', message: show(message), problems });
  }
  const letters = issued.filter((letter) => !isBefore(asOf.at, letter.issued));
  const journal = openJournal(theCase, record.journal, asOf.at).entries;
  const exhibits = exhibitsOf({ paths, theCase, report, journal, letters });
  const steps = report.names.length > MOST_STEPS ? undefined : await stepsOf(call, { paths, letters });
  return {
    parts: { report, theCase, journal, letters, declarant, exhibits, ...(steps && { steps }), toolVersion: VERSION },
    standing,
  };
}

/** Beyond this the letters that come next are left to `takedown letter plan`: working them out needs all rows at once. */
const MOST_STEPS = 10_000;

async function stepsOf(
  call: Call,
  { paths, letters }: Pick<Parameters<typeof exhibitsOf>[0], 'paths' | 'letters'>,
): Promise<DeclarationParts['steps']> {
  const { viewIn } = await import('../view.ts');
  const { stepsQuestion } = await import('../letter/question.ts');
  const { nextStepsOf } = await import('../../letters/plan/next-steps.ts');
  return nextStepsOf(stepsQuestion(await viewIn(call, paths), letters)).map(nextStepRow);
}
