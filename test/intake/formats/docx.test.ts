// Word files made by hand, each for one thing that a file may do to a name.
import { describe, expect, test } from 'vitest';
import type { DocumentText } from '../../../src/intake/placed.ts';
import { docxOf, paragraph, run, table, zipOf } from '../office-file.ts';
import { problemOf, readText } from '../reading.ts';

const read = (body: string, more?: Parameters<typeof docxOf>[1]) => readText(docxOf(body, more), 'order.docx');
const texts = ({ lines }: DocumentText) =>
  lines.map(({ text, doubt }) => (doubt === undefined ? text : `${text} (${doubt})`));
const codes = ({ remarks }: DocumentText) => remarks.map(({ code }) => code);

describe('what is written', () => {
  test('paragraphs and cells have their places', async () => {
    const cells = table([
      [paragraph(run('No.')), paragraph(run('Domain'))],
      [`<w:tcPr><w:gridSpan w:val="2"/></w:tcPr>${paragraph(run('Group A'))}`],
      [paragraph(run('1')), paragraph(run('one.')) + paragraph(run('example'))],
    ]);
    const { lines } = await read(paragraph(run('Appendix'), run(' A')) + cells + paragraph(run('end')));
    expect(lines.map(({ text, place, kind, end }) => [text, place, kind, end])).toEqual([
      ['Appendix A', { line: 1 }, 'line', 'own'],
      ['No.', { sheet: 'table 1', row: 1, column: 1 }, 'cell', undefined],
      ['Domain', { sheet: 'table 1', row: 1, column: 2 }, 'cell', undefined],
      ['Group A', { sheet: 'table 1', row: 2, column: 1 }, 'cell', undefined],
      ['1', { sheet: 'table 1', row: 3, column: 1 }, 'cell', undefined],
      ['one.\nexample', { sheet: 'table 1', row: 3, column: 2 }, 'cell', 'wrapped'],
      ['end', { line: 2 }, 'line', 'own'],
    ]);
  });

  test('a name in several pieces is one, and what may break it is seen', async () => {
    const pieces =
      run('evil') +
      run('.exam') +
      '<w:proofErr/>' +
      run('ple') +
      '<w:r><w:softHyphen/><w:noBreakHyphen/><w:br/></w:r>' +
      run('x');
    const { lines } = await read(paragraph(pieces));
    expect(lines.map(({ text, end }) => [text, end])).toEqual([
      ['evil.example\u00ad\u2011', 'wrapped'],
      ['x', 'own'],
    ]);
  });

  test('what an older program would show instead is not read twice', async () => {
    const box = `<w:txbxContent>${paragraph(run('one.example'))}</w:txbxContent>`;
    const both = `<mc:AlternateContent><mc:Choice>${box}</mc:Choice><mc:Fallback>${box}</mc:Fallback></mc:AlternateContent>`;
    expect(texts(await read(paragraph(`<w:r>${both}</w:r>`)))).toEqual(['one.example']);
  });

  test('heads and feet are furniture, notes are text', async () => {
    const part = (kind: string, text: string) => `<w:${kind} xmlns:w="w">${paragraph(run(text))}</w:${kind}>`;
    const document = await read(paragraph(run('one.example')), {
      relations: [
        ['a', 'header', 'header1.xml'],
        ['b', 'footnotes', 'footnotes.xml'],
        ['c', 'comments', 'comments.xml'],
      ],
      parts: {
        'word/header1.xml': part('hdr', 'firm.example'),
        'word/footnotes.xml': part('footnotes', 'two.example'),
      },
    });
    expect(document.lines.map(({ text, kind }) => [text, kind])).toEqual([
      ['firm.example', 'furniture'],
      ['one.example', 'line'],
      ['two.example', 'line'],
    ]);
    expect(codes(document)).toEqual(['document-part']);
  });
});

describe('what is not meant to be read', () => {
  test.each([
    ['struck out', run('gone.example', '<w:strike/>'), 'struck', 'document-struck'],
    ['deleted', '<w:del><w:r><w:delText>gone.example</w:delText></w:r></w:del>', 'struck', 'document-struck'],
    ['moved away', `<w:moveFrom>${run('gone.example')}</w:moveFrom>`, 'struck', 'document-struck'],
    ['hidden', run('gone.example', '<w:vanish/>'), 'hidden', 'document-hidden'],
    ['white', run('gone.example', '<w:color w:val="FFFFFF"/>'), 'hidden', 'document-hidden'],
    ['tiny', run('gone.example', '<w:sz w:val="2"/>'), 'hidden', 'document-hidden'],
    ['hidden by its style', run('gone.example', '<w:rStyle w:val="Away"/>'), 'hidden', 'document-hidden'],
  ])('%s', async (_, gone, doubt, code) => {
    const styles = '<w:styles xmlns:w="w"><w:style w:styleId="Away"><w:rPr><w:vanish/></w:rPr></w:style></w:styles>';
    const document = await read(paragraph(run('here.example '), gone), {
      relations: [['s', 'styles', 'styles.xml']],
      parts: { 'word/styles.xml': styles },
    });
    expect(texts(document)).toEqual(['here.example', `gone.example (${doubt})`]);
    expect(codes(document)).toEqual([code]);
  });

  test('white letters on a dark ground, and flags that are off, are read', async () => {
    const dark = `<w:tcPr><w:shd w:val="clear" w:fill="1F3864"/></w:tcPr>${paragraph(run('Domain', '<w:color w:val="FFFFFF"/>'))}`;
    const off = paragraph(run('one.example', '<w:strike w:val="false"/><w:vanish w:val="0"/>'));
    expect(texts(await read(table([[dark], [off]])))).toEqual(['Domain', 'one.example']);
  });

  test('half a name that is struck makes the other half doubtful', async () => {
    const document = await read(paragraph(run('portal-', '<w:strike/>'), run('pay67.example')));
    expect(texts(document)).toEqual(['pay67.example (struck)', 'portal- (struck)']);
  });

  test('what was added and not accepted is told', async () => {
    expect(codes(await read(paragraph(`<w:ins>${run('one.example')}</w:ins>`)))).toEqual(['document-struck']);
  });
});

describe('hostile files', () => {
  test('macros, embedded files and templates from elsewhere are told', async () => {
    const document = await read(paragraph(run('one.example')), {
      relations: [['t', 'attachedTemplate', 'https://evil.example/t.dotm', true]],
      parts: { 'word/vbaProject.bin': 'x', 'word/embeddings/oleObject1.bin': 'x' },
    });
    expect(codes(document)).toEqual(['document-active', 'document-active', 'document-attached']);
  });

  test.each([
    [
      'an entity from elsewhere',
      '<!DOCTYPE w [<!ENTITY x SYSTEM "file:///etc/passwd">]><w:document xmlns:w="w">&x;</w:document>',
      'document-entities',
    ],
    [
      'an entity that multiplies',
      '<!DOCTYPE w [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><w:document xmlns:w="w">&b;</w:document>',
      'document-entities',
    ],
    ['no XML', 'PK?', 'document-broken'],
    ['elements without end', '<w:p>'.repeat(2_000), 'document-broken'],
    ['a thousand levels', `${'<w:p>'.repeat(1_500)}${'</w:p>'.repeat(1_500)}`, 'document-broken'],
  ])('%s', async (_, xml, code) => {
    const octets = docxOf('', { parts: { 'word/document.xml': xml } });
    expect((await problemOf(octets, 'order.docx')).code).toBe(code);
  });

  test.each([
    ['more than any document has', 200 * 1024 * 1024, 'document-too-large'],
    ['less than it has', 10, 'document-broken'],
  ])('a part that says it unfolds to %s is not unfolded further', async (_, size, code) => {
    const view = Buffer.from(docxOf(paragraph(run('one.example'))));
    // In the list of parts at the end.
    view.writeUInt32LE(size, view.lastIndexOf('word/document.xml') - 46 + 24);
    expect((await problemOf(view, 'order.docx')).code).toBe(code);
  });

  test('two parts of one name are refused', async () => {
    const octets = Buffer.from(docxOf(paragraph(run('one.example')), { parts: { 'word/documenu.xml': '<x/>' } }));
    const list = octets.lastIndexOf('word/documenu.xml');
    octets.write('word/document.xml', list);
    expect((await problemOf(octets, 'order.docx')).code).toBe('document-broken');
  });

  test('parts with names of paths are only names', async () => {
    const document = await read(paragraph(run('one.example')), {
      parts: { '../../../tmp/evil': 'x', '/etc/evil': 'x' },
    });
    expect(texts(document)).toEqual(['one.example']);
  });

  test('a changed octet of the text is noticed, and a cut file refused', async () => {
    const octets = Buffer.from(docxOf(paragraph(run('one.example'.repeat(50)))));
    for (let length = 10; length < octets.length; length += 37) {
      const problem = await problemOf(octets.subarray(0, length), 'order.docx');
      expect(['document-broken', 'document-format']).toContain(problem.code);
    }
    const start = octets.indexOf('word/document.xml') + 'word/document.xml'.length;
    for (let at = start; at < start + 60; at += 7) {
      const changed = Buffer.from(octets);
      changed.writeUInt8((changed[at] ?? 0) ^ 0x10, at);
      expect((await problemOf(changed, 'order.docx')).code).toBe('document-broken');
    }
  });

  test('an archive of something else says what it is', async () => {
    expect((await problemOf(zipOf({ 'a.txt': 'x' }), 'order.docx')).hint).toMatch(/Unpack/);
  });
});
