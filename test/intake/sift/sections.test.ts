// Sheets as people make them: titles above the head, labels and values, merged cells, several tables, blank columns. The names under a
// head that speaks of them are sure, and no other name ever is.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { PlacedLine } from '../../../src/intake/placed.ts';
import { siftLines, told } from './support.ts';

/** A row a line, `|` between cells; a blank line is a blank row. */
function sheet(table: string): readonly PlacedLine[] {
  return table.split('\n').flatMap((row, at) =>
    row.split('|').flatMap((text, column): readonly PlacedLine[] => {
      const words = text.trim();
      return words === ''
        ? []
        : [{ text: words, kind: 'cell', place: { sheet: 'S', row: at + 1, column: column + 1 } }];
    }),
  );
}

const sureIn = (table: string) => told(siftLines(sheet(table), 'xlsx')).sure;

describe('the names under their head are sure', () => {
  test.each([
    ['the head in the first row', 'No.|Domain|Registrar\n1|a.com|GoDaddy.com\n2|b.net|Tucows.com'],
    [
      'titles above',
      'APPENDIX A: DOMAIN NAMES\nMicrosoft v. Does\n\nNo.|Domain|Registrar\n1|a.com|GoDaddy.com\n2|b.net|NA',
    ],
    [
      'a title right above',
      'Domain names to be transferred\nNo.|Domain|Registrar\n1|a.com|GoDaddy.com\n2|b.net|Tucows.com',
    ],
    [
      'labels and values above',
      'Case No.:|1:19-cv-00716\nCourt:|D.D.C.\nSource:|Registry\nNo.|Domain|Registrar\n1|a.com|GoDaddy.com\n2|b.net|NA',
    ],
    [
      'titles that say where they come from',
      'Source: Registry\nStatus: final\n\nDomain|Registrar\na.com|GoDaddy.com\nb.net|NA',
    ],
    ['an empty first column', '||\n|APPENDIX A|\n||\n|Domain|Registrar\n|a.com|GoDaddy.com\n|b.net|Tucows.com'],
    [
      'a merged title in the middle',
      '|||Schedule of names\n\nNo.|Domain|Registrar|Expiry\n1|a.com|GoDaddy.com|2020\n2|b.net|NA|2021',
    ],
    ['a blank row below the head', 'Domain|Registrar\n\na.com|GoDaddy.com\nb.net|Tucows.com'],
    ['a title with a name in it', 'See court.example/notice\n\nDomain|Registrar\na.com|GoDaddy.com\nb.net|Tucows.com'],
    ['one column with titles', 'APPENDIX A\nfiled under seal\n\nDomain\na.com\nb.net'],
    ['one column of names without a head, titles above', 'APPENDIX A\n\na.com|1\nb.net|2'],
    [
      'a second part with the head again',
      'No.|Domain|Registrar\n1|a.com|NA\n\nPart 2\nNo.|Domain|Registrar\n2|b.net|GoDaddy.com',
    ],
    ['two tables side by side', 'Domain|Registrar||Domain|Registrar\na.com|GoDaddy.com||b.net|Tucows.com'],
    ['groups in between', 'Domain|Expiry\na.com|2020\nVerisign\nb.net|2021'],
  ])('%s', (_, table) => {
    expect(sureIn(table)).toEqual(['a.com', 'b.net']);
  });

  test('thirty rows of titles are not too many', () => {
    const titles = Array.from({ length: 25 }, (_, at) => `Line ${at} of the cover`).join('\n');
    expect(sureIn(`${titles}\nNo.|Domain|Registrar\n1|a.com|GoDaddy.com\n2|b.net|x`)).toEqual(['a.com', 'b.net']);
  });
});

describe('names of others are not', () => {
  test.each([
    [
      'a second table of name servers below',
      'Domain|Registrar\na.com|X\n\nName server|Address\nns1.evil.org|192.0.2.1',
      ['a.com'],
    ],
    [
      'the same without a blank row',
      'Domain|Registrar\na.com|X\nName server|Address\nns1.evil.org|192.0.2.1',
      ['a.com'],
    ],
    ['a second list with a title', 'Domain\na.com\n\nExcluded from the order\nb.com', ['a.com']],
    [
      'a second table of which nobody knows',
      'Domain|Registrar\na.com|X\n\nServeur|Adresse\nns1.evil.org|192.0.2.1',
      ['a.com'],
    ],
    ['a title that speaks of others', 'Name servers seen\n\nHost|Address\nns1.evil.org|192.0.2.1', []],
    ['registrars by their names', 'Registrars\n\nName|IANA ID\ngodaddy.com|146\ntucows.com|69', []],
    ['registrars without a head', 'Registrars\n\ngodaddy.com|146\ntucows.com|69', []],
    ['contacts', 'Registrar contacts\n\nCompany|Domain|Phone\nGoDaddy|godaddy.com|1\nTucows|tucows.com|2', []],
    ['sinkhole domains', 'Sinkhole\nDomain|Owner\nsink.com|Acme', []],
    [
      'a common head over some columns',
      'Registrar||Domain|\nname|ID|name|unicode\ngodaddy.com|1|a.com|a.com',
      ['a.com'],
    ],
    ['a common head on the left alone', 'Registrar\nname|ID|Domain|Note\ngodaddy.com|1|a.com|x', []],
    ['a common head in the middle alone', '||Registrar\nNo.|Domain|name|ID\n1|a.com|godaddy.com|146', ['a.com']],
    ['what stands above the head', 'acme.com\n\nDomain|Registrar\na.com|X', ['a.com']],
    ['a note in another column', 'Notes|Domain\nsite is up|a.com\nb.org|c.com', ['a.com', 'c.com']],
    ['side by side under different heads', 'Domain||Name server\na.com||ns1.evil.org', ['a.com']],
    [
      'side by side, the other one further down',
      'Domain||\na.com||Name server\nb.com||ns1.evil.org',
      ['a.com', 'b.com'],
    ],
    ['names that were let go', 'Domains withdrawn\n\nNo.|Domain|Date\n1|a.com|2020', []],
  ])('%s', (_, table, sure) => {
    expect(sureIn(table)).toEqual(sure);
  });

  const word = fc.constantFrom(
    'No.',
    'Domain',
    'Registrar',
    'Name',
    'Name server',
    'Status',
    'IANA ID',
    'Hébergeur',
    '',
    '7',
    'Source: x',
  );
  const cell = fc.oneof(word, fc.constantFrom('theirs1.org', 'theirs2.org', 'see theirs3.org'));

  test('a table of theirs below ours, whatever stands around it, where its head says so', () => {
    const block = fc.array(fc.array(cell, { minLength: 3, maxLength: 3 }), { maxLength: 4 });
    fc.assert(
      fc.property(
        block,
        fc.boolean(),
        fc.constantFrom('Name server', 'Registrar', 'Sinkhole host'),
        (above, apart, head) => {
          const ours = 'No.|Domain|Expiry\n1|ours1.com|2020\n2|ours2.com|2021';
          const theirs = `Nr|${head}|Seen\n1|theirs4.org|2020\n2|theirs5.org|2021`;
          const rows = above.map((row) => row.join('|'));
          const table = [...rows, '', ours, ...(apart ? [''] : []), theirs].join('\n');
          expect(sureIn(table).filter((name) => /theirs[45]/.test(name))).toEqual([]);
        },
      ),
      { numRuns: 200 },
    );
  });
});

test('rows of thousands of cells are read in one go', () => {
  const wide = Array.from({ length: 30 }, (_, row) =>
    Array.from({ length: 1500 }, (_, at) => (row % 2 === 0 ? `head ${at}` : `n${row}-${at}.com`)).join('|'),
  ).join('\n\n');
  expect(sureIn(wide).every((name) => name.startsWith('n1-'))).toBe(true);
});
