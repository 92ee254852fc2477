// Exhibit A-1: the words of Exhibit A of every name as a sheet, a row at a time, for a declaration of more names than fit on paper.
import { type Sheet, sheetPieces } from '../formats/csv.ts';
import { FACET_WORDS } from '../say.ts';
import type { DeclarationParts } from './declaration.ts';
import { doneWords, nextWordsIn, seenWords } from './name-words.ts';

const HEAD = [
  'Name',
  'As displayed',
  'Schedule',
  'Line',
  'Registry operator',
  'Transferred',
  'Sinkholed',
  'Everything ordered',
  'What was seen, and where the record shows it',
  'Next step',
] as const;

/** Which line of the sheet a name has is that of the schedules. */
export function namesSheet(parts: DeclarationParts, hide: (text: string) => string = (text) => text): Sheet {
  return sheetPieces(rowsOf(parts, hide));
}

function* rowsOf(parts: DeclarationParts, hide: (text: string) => string): Iterable<readonly string[]> {
  const { report } = parts;
  const next = nextWordsIn(parts);
  yield HEAD;
  for (const row of report.names) {
    const { name, unicode, schedule, line, registryName, transferred, sinkholed } = row;
    const facets = [transferred, sinkholed].map((facet) => FACET_WORDS[facet]);
    const said = [doneWords(row, report), seenWords(row, report), next(row)];
    yield [name, unicode, schedule, `${line}`, registryName, ...facets, ...said].map(hide);
  }
}
