// PDF files written by hand, each for one thing that a page may do to a name.
import { describe, expect, test } from 'vitest';
import type { DocumentText } from '../../../src/intake/placed.ts';
import { area, lines, pdfOf, rule, text } from '../pdf-file.ts';
import { problemOf, readText } from '../reading.ts';

const read = (...pages: readonly string[]) => readText(pdfOf(pages), 'order.pdf');
const told = ({ lines: all }: DocumentText) =>
  all.map(({ text: words, kind, end, doubt, what }) =>
    [what ?? kind, words, doubt ?? end].filter((one) => one !== undefined).join(' | '),
  );
const codes = ({ remarks }: DocumentText) => remarks.map(({ code }) => code);

describe('lines of a page', () => {
  test('stand at their page and line, and say whether they may be broken', async () => {
    const paragraph = [
      'The names that are listed below, among them portal-',
      'pay67.example and others, are to be moved.',
      'So ordered.',
    ];
    const document = await read(lines(72, 100, paragraph), lines(72, 100, ['one.example', 'a.example']));
    expect(document.pages).toBe(2);
    expect(document.lines.map(({ text: words, place, end }) => [words, place, end])).toEqual([
      [paragraph[0], { page: 1, line: 1 }, 'wrapped'],
      [paragraph[1], { page: 1, line: 2 }, 'own'],
      [paragraph[2], { page: 1, line: 3 }, 'own'],
      ['one.example', { page: 2, line: 1 }, 'wrapped'],
      ['a.example', { page: 2, line: 2 }, 'own'],
    ]);
  });

  test('wider gaps part entries', async () => {
    const list = [
      text(72, 100, 'portal-first.example'),
      text(72, 114, 'second.example'),
      text(72, 140, 'long-third-name.example'),
    ];
    expect(told(await read(list.join('\n')))).toEqual([
      'line | portal-first.example | wrapped',
      'line | second.example | own',
      'line | long-third-name.example | own',
    ]);
  });

  test('columns of prose are read one after the other', async () => {
    const left = [
      'The first column has some lines',
      'that belong together, and it is',
      'read before the second one is,',
      'with the name that ends in-',
    ];
    const right = [
      'broken.example, which goes on',
      'in the second column, where',
      'the paragraph comes to its own',
      'end and stops there, as here.',
    ];
    const document = await read([lines(72, 100, left), lines(320, 100, right)].join('\n'));
    expect(document.lines.map(({ text: words }) => words)).toEqual([...left, ...right]);
    expect(new Set(document.lines.map(({ block }) => block)).size).toBe(1);
    expect(document.lines[3]?.end).toBe('wrapped');
  });

  test('a table is cells, and a rule ends one', async () => {
    const rows = [
      ['No.', 'Domain Name', 'Registrar'],
      ['1', 'secure-', 'Made Up Names Ltd'],
      ['', 'login.example', ''],
      ['2', 'bank.example', 'Another Registrar'],
    ];
    const xs = [72, 110, 260];
    const cells = rows.flatMap((row, at) => row.map((words, column) => text(xs[column] ?? 0, 100 + at * 16, words)));
    const rules = [104, 136, 152].map((y) => rule(70, y, 500, y));
    const { lines: all } = await read([...cells, ...rules].join('\n'));
    expect(all.every(({ kind }) => kind === 'cell')).toBe(true);
    expect(all.filter(({ place }) => place.column === 2).map(({ text: words, end }) => [words, end])).toEqual([
      ['Domain Name', 'own'],
      ['secure-', 'wrapped'],
      ['login.example', 'own'],
      ['bank.example', 'own'],
    ]);
  });
});

describe('what surrounds the text', () => {
  test('running heads, page numbers and repeated heads of tables are furniture', async () => {
    const page = (number: number, names: readonly string[]) =>
      [
        text(72, 40, `Case 1:19-cv-00716 Document 11 Filed 03/15/19 Page ${number} of 3`),
        text(300, 760, String(number)),
        text(72, 100, 'No.'),
        text(120, 100, 'Domain'),
        ...names.flatMap((name, at) => [text(72, 120 + at * 30, `${number}${at}`), text(120, 120 + at * 30, name)]),
      ].join('\n');
    const document = await read(
      page(1, ['mail1.example', 'b.example']),
      page(2, ['mail2.example', 'd.example']),
      page(3, ['mail3.example']),
    );
    const furniture = document.lines
      .filter(({ kind }) => kind === 'furniture')
      .map(({ what, text: words }) => `${what} ${words}`);
    expect(furniture).toHaveLength(3 + 3 + 4);
    expect(furniture).toContain('page-number 2');
    expect(furniture.filter((one) => one === 'header Domain')).toHaveLength(2);
    const names = document.lines
      .filter(({ text: words }) => words.endsWith('.example'))
      .map(({ text: words, place }) => [words, place.page]);
    expect(names).toEqual([
      ['mail1.example', 1],
      ['b.example', 1],
      ['mail2.example', 2],
      ['d.example', 2],
      ['mail3.example', 3],
    ]);
  });

  test('the line numbers of pleading paper are no part of the lines', async () => {
    const numbers = Array.from({ length: 28 }, (_, at) => text(50, 80 + at * 24, String(at + 1)));
    const body = Array.from({ length: 28 }, (_, at) =>
      text(90, 80 + at * 24, `line ${at} of the order about a-name.example here`),
    );
    const document = await read([...numbers, ...body].join('\n'));
    expect(document.lines.filter(({ what }) => what === 'line-number')).toHaveLength(28);
    expect(document.lines.filter(({ kind }) => kind === 'line')).toHaveLength(28);
  });
});

describe('what nobody sees', () => {
  test.each([
    ['in the colour of the page', text(72, 114, 'hidden.example', { before: '1 1 1 rg' })],
    ['invisible', text(72, 114, 'hidden.example', { before: '3 Tr' })],
    ['tiny', text(72, 114, 'hidden.example', { size: 1 })],
    ['off the page', text(900, 114, 'hidden.example')],
    ['covered', `${text(72, 114, 'hidden.example')}\n${area(60, 100, 200, 20)}`],
    ['off the page', text(72, 114, 'hidden.example', { before: '300 300 10 10 re W n' })],
  ])('%s', async (how, hidden) => {
    const document = await read(
      [text(72, 100, 'shown.example is what the order lists, and nothing else.'), hidden].join('\n'),
    );
    expect(document.lines.find(({ text: words }) => words === 'hidden.example')?.doubt).toBe('hidden');
    expect(document.lines.find(({ text: words }) => words.startsWith('shown'))?.doubt).toBeUndefined();
    expect(document.remarks.map(({ code, message }) => [code, message.includes(how)])).toEqual([
      ['document-hidden', true],
    ]);
  });

  test('white on black is seen, and so is what a highlighter marks', async () => {
    const black = `${area(60, 86, 200, 20)}\n${text(72, 100, 'white.example', { before: '1 1 1 rg' })}`;
    expect(codes(await read(black))).toEqual([]);
  });

  test('a name that a line strikes out is told', async () => {
    const document = await read(
      [
        text(72, 100, 'gone.example'),
        rule(70, 96.5, 160, 96.5),
        text(72, 130, 'here.example'),
        rule(72, 131.5, 150, 131.5),
      ].join('\n'),
    );
    expect(document.lines.map(({ text: words, doubt }) => [words, doubt])).toEqual([
      ['gone.example', 'struck'],
      ['here.example', undefined],
    ]);
    expect(codes(document)).toEqual(['document-struck']);
  });

  test('text below a picture was recognised by a machine', async () => {
    const document = await read(lines(72, 100, ['one.example', 'two.example']).replaceAll('BT', 'BT 3 Tr'));
    expect(document.lines.map(({ doubt }) => doubt)).toEqual(['recognised', 'recognised']);
    expect(codes(document)).toEqual(['document-recognised']);
  });
});

describe('how words are put together', () => {
  test('bold by printing twice is one word, a raised number is no part of one', async () => {
    const twice = [
      text(72, 100, 'bold.example'),
      text(72.3, 100, 'bold.example'),
      text(72, 130, 'noted.example'),
      text(146.5, 126, '1', { size: 7 }),
    ];
    expect((await read(twice.join('\n'))).lines.map(({ text: words }) => words)).toEqual([
      'bold.example',
      'noted.example 1',
    ]);
  });

  test('a gap that may be a blank is a doubt', async () => {
    const near = 'BT /F1 12 Tf 1 0 0 1 72 692 Tm [(portal-) -160 (pay67.example)] TJ ET';
    expect((await read(near)).lines.map(({ doubt }) => doubt)).toEqual(['spaced']);
    const kerned = 'BT /F1 12 Tf 1 0 0 1 72 692 Tm [(portal-) -20 (pay67.example)] TJ ET';
    expect((await read(kerned)).lines.map(({ text: words, doubt }) => [words, doubt])).toEqual([
      ['portal-pay67.example', undefined],
    ]);
  });

  test('a page that lies on its side is read upright', async () => {
    const turned = await readText(
      pdfOf([lines(72, 100, ['one.example', 'two.example'])], { page: '/Rotate 90' }),
      'order.pdf',
    );
    expect(turned.lines.map(({ text: words }) => words)).toEqual(['one.example', 'two.example']);
    const drawn = 'BT /F1 12 Tf 0 1 -1 0 100 72 Tm (one.example) Tj 0 -14 Td (two.example) Tj ET';
    expect((await read(drawn)).lines.map(({ text: words }) => words)).toEqual(['one.example', 'two.example']);
  });
});

describe('what else a file carries', () => {
  test('scripts and files are told, and not used', async () => {
    const document = await readText(
      pdfOf([text(72, 100, 'one.example')], {
        catalogue:
          '/Names << /JavaScript << /Names [(a) 100000 0 R] >> /EmbeddedFiles << /Names [(list.xlsx) 100001 0 R] >> >>',
        objects: [
          '<< /S /JavaScript /JS (app.alert\\(1\\)) >>',
          '<< /Type /Filespec /F (list.xlsx) /UF (list.xlsx) /EF << /F 100002 0 R >> >>',
          '<< /Type /EmbeddedFile /Length 2 >>\nstream\nhi\nendstream',
        ],
      }),
      'order.pdf',
    );
    expect(codes(document)).toEqual(['document-active', 'document-attached']);
    expect(document.remarks[1]?.message).toContain('list.xlsx');
  });

  test('a page without text is told, a file without any is a problem', async () => {
    expect(codes(await read(text(72, 100, 'one.example'), area(0, 0, 612, 792)))).toEqual(['document-page-picture']);
    const problem = await problemOf(pdfOf([area(0, 0, 612, 792)]), 'scan.pdf');
    expect([problem.code, problem.hint]).toEqual(['document-picture', expect.stringContaining('OCR')]);
  });
});

describe('hostile files', () => {
  test.each([
    ['nothing but a head', Buffer.from('%PDF-1.7\n'), 'document-broken'],
    ['noise', Buffer.concat([Buffer.from('%PDF-1.7\n'), Buffer.alloc(4096, 0x5a)]), 'document-broken'],
    ['thousands of pages', pdfOf(Array.from({ length: 5_001 }, () => '')), 'document-too-large'],
  ])('%s', async (_, octets, code) => expect((await problemOf(octets, 'order.pdf')).code).toBe(code));

  test('a page tree that lies about its length', async () => {
    const document = await readText(pdfOf([text(72, 100, 'one.example')], { count: 1_000_000 }), 'order.pdf');
    expect(document.pages).toBe(1);
  });

  test('states that are saved without end', async () => {
    const document = await read(`${'q '.repeat(5_000)}${text(72, 100, 'one.example')}`);
    expect(document.lines.map(({ text: words }) => words)).toEqual(['one.example']);
  });

  test('a file that is cut off anywhere is read, or refused, and nothing else', async () => {
    const whole = pdfOf([lines(72, 100, ['one.example', 'two.example'])]);
    for (let length = 20; length < whole.length; length += 97) {
      const cut = whole.subarray(0, length);
      const found = await readText(cut, 'order.pdf').catch((error: Error) => error.message);
      const texts = typeof found === 'string' ? [] : found.lines.map(({ text: words }) => words);
      expect(['one.example', 'two.example']).toEqual(expect.arrayContaining([...texts]));
    }
  });
});
