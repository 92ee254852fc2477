// The draft declaration: its sums are those of the report, every finding that is told cites its lines, an unknown is no statement,
// and nothing that was not observed makes an unmarked paper.
import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import type { Block, Inline, LetterDocument } from '../../../src/paper/document.ts';
import { docx } from '../../../src/paper/outputs/docx.ts';
import { pdf } from '../../../src/paper/outputs/pdf.ts';
import { textOf } from '../../../src/paper/outputs/txt.ts';
import { blanksOf } from '../../../src/reports/declaration/blanks.ts';
import { citationWords } from '../../../src/reports/declaration/citations.ts';
import { type Declarant, type DeclarationParts, sidesOf } from '../../../src/reports/declaration/declaration.ts';
import { declarationDocument } from '../../../src/reports/declaration/document.ts';
import { registryRows } from '../../../src/reports/declaration/seen.ts';
import type { CaseReport } from '../../../src/reports/report/case-report.ts';
import { REPORT_FACETS, totalRows } from '../../../src/reports/report/report-words.ts';
import { HOUSE } from '../../letters/sample-letter.ts';
import { at } from '../../support/values.ts';
import { hostileReport, UNPRINTABLE } from '../hostile-report.ts';
import { caseReport } from '../reports.ts';
import { CASE } from '../support.ts';

const SAID: Declarant = {
  name: 'Ada Example',
  role: 'analyst of the plaintiff',
  basis: 'I kept the record',
  departures: 'none known to me',
  executed: 'within',
};
const DIGEST = 'b'.repeat(64);

function parts(wish: Partial<DeclarationParts> = {}): DeclarationParts {
  return {
    report: caseReport(),
    theCase: CASE,
    journal: [],
    letters: [],
    declarant: {},
    exhibits: [{ file: 'case.yaml', what: 'the case file', sha256: DIGEST }],
    toolVersion: '0.1.0',
    ...wish,
  };
}

const told = (report: CaseReport) => ({ ...report, illustrative: false, marks: [] });
const whole = (wish: Partial<DeclarationParts> = {}) => parts({ report: told(caseReport()), declarant: SAID, ...wish });

const wordsOf = (inlines: readonly Inline[]): string =>
  inlines.map((one) => ('text' in one ? one.text : 'children' in one ? wordsOf(one.children) : ' ')).join('');

/** Heads are left out. */
function tablesIn(blocks: readonly Block[]): readonly (readonly (readonly string[])[])[] {
  return blocks.flatMap((block): readonly (readonly (readonly string[])[])[] => {
    if (block.kind === 'table') return [block.rows.map((row) => row.map(wordsOf))];
    if (block.kind === 'list') return block.items.flatMap(tablesIn);
    return [];
  });
}

const closingOf = ({ body }: LetterDocument) => textOf({ ...declarationDocument(parts()), body: body.slice(-1) });

describe('sums', () => {
  it.each(REPORT_FACETS)('%s: by registry they add up to the names ordered, as in every other format', (facet) => {
    const report = caseReport();
    const rows = registryRows(report, facet);
    const sum = (column: number) =>
      rows.slice(0, -1).reduce((all, row) => all + (typeof row[column] === 'number' ? Number(row[column]) : 0), 0);
    const last = rows.at(-1) ?? [''];
    expect([1, 2, 3, 4, 5].map(sum)).toEqual(last.slice(1));
    const stated = totalRows(report.totals).find((row) => row.facet === facet);
    expect(last.slice(1)).toEqual([
      stated?.met,
      stated?.unmet,
      stated?.unknown,
      stated?.notOrdered,
      report.totals.ordered,
    ]);
  });

  it('stand in the document as they were computed', () => {
    const tables = tablesIn(declarationDocument(parts()).body);
    for (const facet of REPORT_FACETS) {
      const rows = registryRows(caseReport(), facet).map((row) => row.map(String));
      expect(tables).toContainEqual(rows);
    }
  });
});

describe('what is said of a name', () => {
  it('cites its lines, finding by finding', () => {
    const report = caseReport();
    const { schedule } = declarationDocument(parts());
    expect(schedule?.rows).toHaveLength(98);
    for (const [at, row] of [...report.names].entries()) {
      const cell = schedule?.rows[at]?.[2] ?? '';
      expect(cell.match(/\[line \d+\]/g)).toHaveLength(row.findings.length);
      for (const { citations } of row.findings)
        expect(cell).toContain(`[${citationWords(citations, '20190318T141502Z-7f3a')}]`);
    }
  });

  it('says where a finding rests on no line', () => {
    const [first] = caseReport().names;
    if (first === undefined) throw new Error('the fixture has no rows');
    const bare = { ...first, findings: first.findings.map((finding) => ({ ...finding, citations: [] })) };
    const { schedule } = declarationDocument(parts({ report: { ...caseReport(), names: [bare] } }));
    expect(schedule?.rows[0]?.[2]?.match(/\[no line of the record\]/g)).toHaveLength(bare.findings.length);
  });

  it('never turns an unknown into a statement', () => {
    const { schedule } = declarationDocument(parts());
    const unknown = [...caseReport().names].flatMap(({ doneVerdict }, at) => (doneVerdict === 'unknown' ? [at] : []));
    expect(unknown).toHaveLength(12);
    for (const at of unknown) {
      const [, done, seen, next] = schedule?.rows[at] ?? [];
      expect(done).toBe('unknown');
      expect(seen).toContain(', unknown: ');
      expect(next).toBe('to be looked up again');
    }
  });

  it('says of names never looked up that they were not', () => {
    const report = caseReport();
    const names = [...report.names].map((row) => ({
      ...row,
      doneVerdict: 'unknown' as const,
      observedAt: null,
      findings: row.findings.map((finding) => ({ ...finding, citations: [] })),
    }));
    const totals = { ...report.totals, neverChecked: 98 };
    const { schedule, body } = declarationDocument(parts({ report: { ...report, names, totals, lastRun: null } }));
    expect(
      schedule?.rows.every(([, done, , next]) => done === 'unknown: never looked up' && next === 'to be looked up'),
    ).toBe(true);
    expect(textOf({ ...declarationDocument(parts()), body })).toContain('None of them has been looked up.');
  });

  it.each([
    [['r#1', 'r#2', 'r#3', 'r#7'], 'run r, lines 1-3, 7'],
    [['r#2', 'r#2'], 'run r, line 2'],
    [['a#1', 'b#1', 'journal 2019-03-18T09:02:00Z'], 'run a, line 1; run b, line 1; journal 2019-03-18T09:02:00Z'],
    [[], ''],
  ])('%j', (citations, words) => expect(citationWords(citations)).toBe(words));
});

it('counts what went back as the report does', () => {
  const text = textOf(declarationDocument(parts())).replace(/\s+/g, ' ');
  expect(caseReport().totals.reverted).toBe(1);
  expect(text).toContain('One name that an earlier run saw as ordered was seen otherwise since');
  const none = { ...caseReport(), totals: { ...caseReport().totals, reverted: 0 } };
  expect(textOf(declarationDocument(parts({ report: none }))).replace(/\s+/g, ' ')).toContain(
    'No name that an earlier run saw',
  );
});

describe('a draft', () => {
  it('says on every page and on the first what is blank', () => {
    const draft = declarationDocument(parts());
    expect(draft.marks).toEqual(['DRAFT - NOT SIGNED', 'ILLUSTRATIVE']);
    expect(textOf(draft)).toContain('[BLANK: name]');
    for (const left of blanksOf(parts())) expect(textOf(draft).replace(/\s+/g, ' ')).toContain(left);
  });

  it('is none any more when nothing is blank', () => {
    const { marks, signature, body } = declarationDocument(whole());
    expect(marks).toEqual([]);
    expect(signature?.name).toBe('Ada Example');
    expect(textOf({ ...declarationDocument(whole()), body })).not.toContain('BLANK');
  });

  const { method } = caseReport();
  it.each<readonly [string, Partial<DeclarationParts>]>([
    ['an illustrative case', { report: { ...told(caseReport()), illustrative: true } }],
    ['a rehearsal', { report: { ...told(caseReport()), rehearsal: true } }],
    ['a simulated newest run', { report: { ...told(caseReport()), simulated: true } }],
    [
      'a simulated run of before',
      {
        report: {
          ...told(caseReport()),
          method: { ...method, runs: method.runs.map((run) => ({ ...run, simulated: true })) },
        },
      },
    ],
    [
      'a damaged file',
      { report: { ...told(caseReport()), damaged: [{ file: 'x.yaml', reason: 'it ends too early' }] } },
    ],
    ['a title without two sides', { report: { ...told(caseReport()), title: 'In re names' } }],
    ['an exhibit that is gone', { exhibits: [{ file: 'x', what: 'a run', sha256: null }] }],
    [
      'an exhibit that was changed',
      { exhibits: [{ file: 'x', what: 'a run', sha256: DIGEST, stated: 'c'.repeat(64) }] },
    ],
    ['no name of the declarant', { declarant: { ...SAID, name: undefined } as unknown as Declarant }],
  ])('%s keeps it one', (_, wish) => {
    expect(declarationDocument(whole(wish)).marks[0]).toBe('DRAFT - NOT SIGNED');
  });

  it('closes as the statute has it for the place of signing, or shows both forms', () => {
    const of = (executed?: 'within' | 'without') =>
      closingOf(declarationDocument(whole({ declarant: executed === undefined ? {} : { ...SAID, executed } }))).replace(
        /\s+/g,
        ' ',
      );
    expect(of('within')).toContain('I declare under penalty of perjury that the foregoing is true and correct.');
    expect(of('within')).not.toContain('under the laws of the United States of America');
    expect(of('without')).toContain('under penalty of perjury under the laws of the United States of America that');
    expect(of()).toContain('[BLANK: one of the two]');
  });
});

describe('what comes next', () => {
  const [late] = [...caseReport().names].filter(({ doneVerdict }) => doneVerdict === 'unmet');
  const step = (from: string) => ({
    recipient: 'afilias',
    recipientName: 'Afilias USA, Inc.',
    step: 'remind' as const,
    from,
    because: 'the time for it ended',
    names: [late?.name ?? ''],
    paragraphs: ['tro/2(a)'],
  });
  const nextOf = (from: string) => {
    const { schedule } = declarationDocument(parts({ steps: [step(from)] }));
    return schedule?.rows.find(([name]) => name === late?.name)?.at(-1);
  };

  it('is the letter of the ladder, with when', () => {
    expect(nextOf('2019-03-21T21:00:00Z')).toContain(
      'next letter: reminder (Afilias USA, Inc.), from Thu 21 Mar 2019 17:00 EDT',
    );
    expect(nextOf('2019-03-16T21:00:00Z')).toContain('(Afilias USA, Inc.), since Sat 16 Mar 2019 17:00 EDT');
  });

  it('is said of the names that it is about, and of no other', () => {
    const { schedule } = declarationDocument(parts({ steps: [step('2019-03-21T21:00:00Z')] }));
    expect(schedule?.rows.filter((row) => row.at(-1)?.includes('next letter'))).toHaveLength(1);
  });
});

describe('service', () => {
  const SERVED = {
    at: at('2019-03-15T21:41:00Z'),
    event: 'served',
    recipient: 'afilias',
    note: 'our own thoughts',
  } as const;

  it('is told with its proof, or that there is none, and without the notes of the team', () => {
    const evidence = { file: 'papers/receipt.pdf', 'sha-256': DIGEST };
    const journal = [SERVED, { ...SERVED, event: 'received', evidence }, { ...SERVED, event: 'note' }] as const;
    const text = textOf(declarationDocument(parts({ journal }))).replace(/\s+/g, ' ');
    expect(text).toContain('no paper on record');
    expect(text).toContain('papers/receipt.pdf, in Exhibit B');
    expect(text).toContain('Fri 15 Mar 2019 17:41 EDT');
    expect(text).not.toContain('our own thoughts');
  });
});

describe('the caption', () => {
  it('has the court, both sides and the docket, and what the title does not say stays blank', () => {
    const { caption } = declarationDocument(parts());
    expect(caption?.court).toEqual(['UNITED STATES DISTRICT COURT', 'FOR THE DISTRICT OF COLUMBIA']);
    expect(caption?.parties.map(({ text }) => text)).toEqual([
      'Microsoft Corporation,',
      'Plaintiff,',
      'v.',
      'John Does 1-2,',
      'Defendants.',
    ]);
    expect(caption?.docket[0]).toBe('Civil Action No. 1:19-cv-00716');
    const unnamed = declarationDocument(parts({ report: { ...caseReport(), title: 'In re names' } })).caption;
    expect(unnamed?.parties[0]?.text).toBe('[BLANK: plaintiff],');
  });

  it.each([
    ['A Inc. v. B Ltd.', 'Plaintiff,', 'Defendant.'],
    ['A Inc. and B Inc. v. John Does 1-2', 'Plaintiffs,', 'Defendants.'],
  ])('%s', (title, one, other) => {
    const { caption } = declarationDocument(parts({ report: { ...caseReport(), title } }));
    expect(caption?.parties.map(({ text }) => text)).toEqual(expect.arrayContaining([one, other]));
  });
});

it.each([
  ['Microsoft Corporation v. John Does 1-2', ['Microsoft Corporation', 'John Does 1-2']],
  ['A vs. B', ['A', 'B']],
  ['In re A', undefined],
  ['A v. B v. C', undefined],
])('the sides of %j', (title, sides) => expect(sidesOf(title)).toEqual(sides));

describe('as files', () => {
  it('are the same octets each time, and hostile text in them is text', async () => {
    const document = declarationDocument(parts({ report: hostileReport(), declarant: { ...SAID, name: '<b>x</b>' } }));
    const word = await docx.make(document, HOUSE);
    expect(Buffer.from(await docx.make(document, HOUSE)).equals(word)).toBe(true);
    const xml = strFromU8(unzipSync(word)['word/document.xml'] ?? new Uint8Array());
    expect(xml).toContain('&lt;script&gt;alert(1)&lt;/script&gt;');
    // Tabs are the layout's own.
    expect(xml.replace(/<[^>]*>|\t/g, '')).not.toMatch(UNPRINTABLE);
    const pages = await pdf.make(document, HOUSE);
    expect(Buffer.from(pages).subarray(0, 5).toString()).toBe('%PDF-');
    expect(Buffer.from(await pdf.make(document, HOUSE)).equals(pages)).toBe(true);
  }, 120_000);
});
