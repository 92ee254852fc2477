// The paragraphs of a new case, for `takedown new`: each a row of the library of relief under its own number and words.
import type { Role } from '../model/case/party.ts';
import { wrapWords } from '../model/text/width.ts';
import { flowText, quotedForm, textForm } from './flow.ts';
import { clauseLines, type LibraryRow, libraryRow } from './relief-library.ts';

export const SCHEDULE = 'appendix-a';

export interface NewParagraph {
  readonly relief: LibraryRow;
  readonly number: string;
  /** The order's own words; absent: still to be written. */
  readonly text?: string;
  readonly directedTo: readonly Role[];
  readonly due?: string;
}

interface ParagraphAnswers {
  readonly petitioner: string;
  /** Absent: what is usual where a registrar and a sinkhole are known, or not. */
  readonly paragraphs?: readonly NewParagraph[];
  readonly registrar?: unknown;
  readonly sinkhole?: unknown;
  readonly due?: string;
}

export function paragraphLines(answers: ParagraphAnswers): readonly string[] {
  const { petitioner, paragraphs = usual(answers) } = answers;
  return paragraphs.flatMap(({ relief, number, text, directedTo, due }) => [
    `      - number: ${quotedForm(number)}`,
    ...(text === undefined ? [TO_BE_WRITTEN] : proseLines(text)),
    `        directed-to: ${flowText(directedTo)}`,
    `        applies-to: ${SCHEDULE}`,
    ...(due === undefined ? [] : [`        due: { within: ${due}, of: receipt }`]),
    '        relief:',
    ...clauseLines(relief, petitioner).map((line) => `          - ${line}`),
  ]);
}

/** What an order usually directs where this is known. */
function usual({ registrar, sinkhole, due }: ParagraphAnswers): readonly NewParagraph[] {
  const known = { registrar: registrar !== undefined, sinkhole: sinkhole !== undefined };
  const rows = ['transfer', 'redirect', 'preserve'].flatMap((id) => libraryRow(id) ?? []);
  return rows
    .filter(({ needs }) => needs === undefined || known[needs])
    .map((relief, index) => ({
      relief,
      number: String(index + 1),
      directedTo: relief.directedTo,
      ...(due === undefined ? {} : { due }),
    }));
}

const TO_BE_WRITTEN = "        text: The order's own words of this paragraph stand here.";
const PROSE_WIDTH = 110;

/** A long text is folded at its blanks; one that folding would change stands on one line, in quotes. */
function proseLines(text: string): readonly string[] {
  const foldable = /^[!-~]+(?: [!-~]+)*$/.test(text) && text.length > PROSE_WIDTH;
  if (!foldable) return [`        text: ${textForm(text)}`];
  return ['        text: >-', ...wrapWords(text.split(' '), PROSE_WIDTH).map((line) => `          ${line}`)];
}
