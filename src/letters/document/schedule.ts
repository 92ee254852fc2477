// The table of names behind a letter: only this recipient's, a row each. Which columns it has follows from what the letter is
// for: what is to be done, what is not done yet, a form to fill in, or the bare names.
import type { ColumnHolds, ScheduleTable } from '../../paper/document.ts';
import { CELL_PADDING } from '../../paper/measures.ts';
import type { LetterValues, NameValues } from '../values/values.ts';
import { type Column, leastFor, widthBeside, widthsForNames, widthsOf } from './column-widths.ts';
import { LETTER_FORMS, type LetterForm } from './forms.ts';
import { ACTION_WORDS, paragraphWords, scheduleWords } from './labels.ts';
import { plain, prose } from './print-text.ts';
import { rowWords, type TargetTold, targetNotes } from './target-words.ts';

export function scheduleOf(values: LetterValues): ScheduleTable | undefined {
  if (values.names.length === 0) return undefined;
  const whole = columnsFor(values, 'whole');
  const told = widthBeside(whole, widthsForNames(values).least) >= 0 ? 'whole' : 'letter';
  const columns = told === 'whole' ? whole : columnsFor(values, told);
  return {
    title: plain(`Schedule of Names: ${scheduleWords(values.schedules)}`),
    notes: formOf(values) === 'bare' ? [] : targetNotes(values, formOf(values) === 'actions' ? told : 'whole'),
    columns: widthsOf(columns, values),
    rows: values.names.map((name, row) => columns.map(({ holds, cell }) => textOf(holds, cell(name, row)))),
  };
}

function textOf(holds: ColumnHolds, text: string): string {
  return holds === 'words' ? prose(text) : plain(text);
}

function columnsFor(values: LetterValues, told: TargetTold): readonly Column[] {
  return columnsOf(values, told)
    .filter(({ holds, cell }) => holds === 'blank' || values.names.some((name, row) => cell(name, row) !== ''))
    .map((column) => (column.holds === 'words' ? { ...column, least: leastFor(column, values) } : column));
}

function columnsOf(values: LetterValues, told: TargetTold): readonly Column[] {
  const several = values.schedules.length > 1;
  const titles = new Map(values.schedules.map(({ id, title }) => [id, title]));
  const names: readonly Column[] = [
    { title: 'No.', holds: 'number', least: numberWidth(values), cell: (_, row) => String(row + 1) },
    { title: 'Domain name', holds: 'name', least: 150, cell: ({ name }) => name },
    { title: 'As displayed', holds: 'displayed', least: 72, cell: (name) => (name.is_idn ? name.unicode : '') },
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
  // Where there are several, each is told by its letter; the line above the table has the rest.
  const letters = values.targets.length > 1 ? [targetColumn(values, 'letter')] : [];
  switch (formOf(values)) {
    case 'actions':
      return [...names, action, targetColumn(values, told), paragraphs, appendix];
    case 'open':
      return [...names, paragraphs, ...letters, open];
    case 'form':
      // The operative form alone: the rest of the page is for a pen.
      return [...names.filter(({ holds }) => holds !== 'displayed'), ...letters, ...blanks];
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
  least: 54,
  cell: (name) => {
    const first = firstWords(name);
    return first === '' ? ACTION_WORDS[name.action] : `${ACTION_WORDS[name.action]}; first ${first}`;
  },
};

/** What only some of the names need; what all of them need stands in the letter. */
function firstWords({ held, remove_ds }: NameValues): string {
  return [held ? 'lift the hold' : '', dsWords(remove_ds)].filter((step) => step !== '').join(', ');
}

function targetColumn({ targets }: LetterValues, told: TargetTold): Column {
  const words = new Map(targets.map((target) => [target.id, rowWords(target, { told, of: targets.length })]));
  const least = told === 'whole' ? 86 : 39;
  return { title: 'Target', holds: 'words', least, cell: ({ target = '' }) => words.get(target) ?? '' };
}

const open: Column = {
  title: 'Not done, or not to be seen',
  holds: 'words',
  least: 150,
  grows: true,
  cell: (name) => [...name.open, ...name.unknown].join('; '),
};

const blanks: readonly Column[] = [
  { title: 'Done (yes or no)', holds: 'blank', least: 40, most: 44, cell: () => '' },
  { title: 'Date and time (UTC)', holds: 'blank', least: 54, most: 58, cell: () => '' },
  { title: 'Transaction ID', holds: 'blank', least: 58, most: 66, cell: () => '' },
  { title: 'If not done: why', holds: 'blank', least: 60, most: 72, cell: () => '' },
];

function dsWords(records: readonly string[]): string {
  return records.length === 0 ? '' : `remove DS ${records.map(shortDs).join(', ')}`;
}

/** `4711 8 2 3F2A…`: the whole digest stands in the file of the names, which a machine reads. */
function shortDs(record: string): string {
  const [tag = '', algorithm = '', type = '', digest = ''] = record.split(/\s+/);
  return `${tag} ${algorithm} ${type} ${digest.length > 8 ? `${digest.slice(0, 8)}…` : digest}`.trim();
}
