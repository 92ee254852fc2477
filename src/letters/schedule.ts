// The table of names behind a letter: only this recipient's, a row each. Which columns it has follows from what the letter is
// for: what is to be done, what is not done yet, a form to fill in, or the bare names.

import type { ColumnHolds, ScheduleColumn, ScheduleTable } from './document.ts';
import { LETTER_FORMS, type LetterForm } from './forms.ts';
import { ACTION_WORDS, paragraphWords, scheduleWords } from './labels.ts';
import { plain, prose } from './print-text.ts';
import { shortWords, targetNotes } from './target-words.ts';
import type { LetterValues, NameValues } from './values.ts';

/** Points between the margins of a US Letter page: six and a half inches. */
export const TEXT_WIDTH = 468;
/** Points that a cell keeps free on its left and right together. */
export const CELL_PADDING = 8;
/** Of the face in which names are set: its size in points, and the width of each character as a part of that. */
export const NAME_SIZE = 8.5;
export const NAME_ADVANCE = 0.6025;

interface Column {
  readonly title: string;
  readonly holds: ColumnHolds;
  /** The least width; the first of the widest asks takes what is left over. */
  readonly least: number;
  /** What is left over goes to the column that has the most to say. */
  readonly grows?: true;
  readonly cell: (name: NameValues, row: number) => string;
}

export function scheduleOf(values: LetterValues): ScheduleTable | undefined {
  if (values.names.length === 0) return undefined;
  const columns = columnsFor(values).filter(
    ({ holds, cell }) => holds === 'blank' || values.names.some((name, row) => cell(name, row) !== ''),
  );
  return {
    title: plain(`Schedule of Names: ${scheduleWords(values.schedules)}`),
    notes: formOf(values) === 'bare' ? [] : targetNotes(values),
    columns: widthsOf(columns, values),
    rows: values.names.map((name, row) => columns.map(({ holds, cell }) => textOf(holds, cell(name, row)))),
  };
}

function textOf(holds: ColumnHolds, text: string): string {
  return holds === 'words' ? prose(text) : plain(text);
}

function columnsFor(values: LetterValues): readonly Column[] {
  const several = values.schedules.length > 1;
  const titles = new Map(values.schedules.map(({ id, title }) => [id, title]));
  const names: readonly Column[] = [
    { title: 'No.', holds: 'number', least: numberWidth(values), cell: (_, row) => String(row + 1) },
    { title: 'Domain name', holds: 'name', least: 150, cell: ({ name }) => name },
    { title: 'As displayed', holds: 'displayed', least: 76, cell: (name) => (name.is_idn ? name.unicode : '') },
  ];
  const appendix: Column = {
    title: 'Schedule',
    holds: 'words',
    least: 54,
    cell: ({ schedule }) => (several ? (titles.get(schedule) ?? schedule) : ''),
  };
  const paragraphs: Column = {
    title: 'Paragraph',
    holds: 'words',
    least: 56,
    cell: (name) => paragraphWords(name.paragraphs, values),
  };
  switch (formOf(values)) {
    case 'actions':
      return [...names, action, targetColumn(values), paragraphs, appendix];
    case 'open':
      return [...names, paragraphs, open];
    case 'form':
      // The operative form alone: the rest of the page is for a pen.
      return [...names.filter(({ holds }) => holds !== 'displayed'), ...blanks];
    case 'bare':
      return [...names, paragraphs, appendix];
  }
}

function formOf({ letter }: LetterValues): LetterForm['schedule'] {
  return LETTER_FORMS[letter.purpose]?.schedule ?? 'actions';
}

/** Five thousand names have four figures. */
function numberWidth({ names }: LetterValues): number {
  return Math.max(26, String(names.length).length * 5 + CELL_PADDING);
}

const action: Column = {
  title: 'Action',
  holds: 'words',
  least: 62,
  cell: (name) => {
    const first = firstWords(name);
    return first === '' ? ACTION_WORDS[name.action] : `${ACTION_WORDS[name.action]}; first ${first}`;
  },
};

/** What only some of the names need; what all of them need stands in the letter. */
function firstWords({ held, remove_ds }: NameValues): string {
  return [held ? 'lift the hold' : '', dsWords(remove_ds)].filter((step) => step !== '').join(', ');
}

/** The target's letter stands there only where the letter has several. */
function targetColumn({ targets }: LetterValues): Column {
  const words = new Map(
    targets.map((target) => [target.id, `${targets.length > 1 ? `${target.id}: ` : ''}${shortWords(target)}`]),
  );
  return { title: 'Target', holds: 'words', least: 86, cell: ({ target = '' }) => words.get(target) ?? '' };
}

const open: Column = {
  title: 'Not done, or not to be seen',
  holds: 'words',
  least: 150,
  grows: true,
  cell: (name) => [...name.open, ...name.unknown].join('; '),
};

const blanks: readonly Column[] = [
  { title: 'Done (yes or no)', holds: 'blank', least: 44, cell: () => '' },
  { title: 'Date and time (UTC)', holds: 'blank', least: 58, cell: () => '' },
  { title: 'Transaction ID', holds: 'blank', least: 66, cell: () => '' },
  { title: 'If not done: why', holds: 'blank', least: 72, cell: () => '' },
];

function dsWords(records: readonly string[]): string {
  return records.length === 0 ? '' : `remove DS ${records.map(shortDs).join(', ')}`;
}

/** `4711 8 2 3F2A…`: the whole digest stands in the file of the names, which a machine reads. */
function shortDs(record: string): string {
  const [tag = '', algorithm = '', type = '', digest = ''] = record.split(/\s+/);
  return `${tag} ${algorithm} ${type} ${digest.length > 8 ? `${digest.slice(0, 8)}…` : digest}`.trim();
}

/** Points that a character of the text's face takes, on the average, in the size of the table. */
const WORD_ADVANCE = 4.6;

/** Names come first: what their longest does not need goes to the columns of words that would run over several lines. */
function widthsOf(columns: readonly Column[], { names }: LetterValues): readonly ScheduleColumn[] {
  const longest = names.reduce((most, { name }) => Math.max(most, name.length), 0);
  const wanted = Math.max(Math.ceil(longest * NAME_SIZE * NAME_ADVANCE) + CELL_PADDING, LEAST_FOR_NAMES);
  let left = TEXT_WIDTH - wanted - columns.reduce((sum, { holds, least }) => sum + (holds === 'name' ? 0 : least), 0);
  const grown = columns.map(({ least, holds, grows, cell }) => {
    if (holds !== 'words' || left <= 0) return least;
    const most = names.reduce((length, name, row) => Math.max(length, cell(name, row).length), 0);
    const asked = Math.min(Math.ceil(most * WORD_ADVANCE) + CELL_PADDING, grows ? TEXT_WIDTH : WIDEST_WORDS) - least;
    const more = Math.min(Math.max(asked, 0), left);
    left -= more;
    return least + more;
  });
  const others = columns.reduce((sum, { holds }, at) => sum + (holds === 'name' ? 0 : (grown[at] ?? 0)), 0);
  return columns.map(({ title, holds }, at) => ({
    title,
    holds,
    width: holds === 'name' ? TEXT_WIDTH - others : (grown[at] ?? 0),
  }));
}

const LEAST_FOR_NAMES = 150;
const WIDEST_WORDS = 130;
