import { Document, Header, Packer, Paragraph } from 'docx';
import { beforeAll, describe, expect, it } from 'vitest';
import { docx } from '../../../src/paper/outputs/docx.ts';
import { HOSTILE } from '../../letters/hostile.ts';
import { FILLED, HOUSE, nameValues, sampleDocument, sampleValues } from '../../letters/sample-letter.ts';
import { entriesOf, mistakeIn, wordsOf } from './word-file.ts';

const values = sampleValues();
let letter: Uint8Array;
let entries: Readonly<Record<string, string>>;
const xml = (path: string) => entries[path] ?? '';

beforeAll(async () => {
  letter = await docx.make(sampleDocument(), HOUSE);
  entries = entriesOf(letter);
});

describe('the Word file', () => {
  it('is well-formed in every part', () => {
    expect(Object.keys(entries).length).toBeGreaterThan(10);
    for (const [path, text] of Object.entries(entries)) expect([path, mistakeIn(text)]).toEqual([path, undefined]);
  });

  it('is the same twice, also after another letter and in another time zone', async () => {
    const zone = process.env['TZ'];
    process.env['TZ'] = 'Asia/Tokyo';
    try {
      await docx.make(sampleDocument({ reach: 'requested' }), HOUSE);
      expect(Buffer.compare(await docx.make(sampleDocument(), HOUSE), letter)).toBe(0);
    } finally {
      if (zone === undefined) delete process.env['TZ'];
      else process.env['TZ'] = zone;
    }
    expect(xml('docProps/core.xml')).toContain('2019-03-15T00:00:00Z');
  });

  it('says everything in its order, names whole', () => {
    const words = wordsOf(letter);
    const text = words.join('\n');
    for (const { name } of values.names) expect(words).toContain(name);
    const order = [
      '15 March 2019',
      'Example Registry, Inc.',
      'Re: Temporary',
      'Docket\t',
      'Dear Counsel:',
      'Robin R. Counsel',
      'Enclosures',
      'Schedule of Names',
    ];
    const places = order.map((part) => text.replaceAll('\u00a0', ' ').indexOf(part));
    expect(places).toEqual([...places].sort((a, b) => a - b));
    expect(places).not.toContain(-1);
  });

  it('counts pages by fields, with another head on the first page', () => {
    const foot = xml('word/footer1.xml');
    expect(foot).toContain('PAGE');
    expect(foot).toContain('NUMPAGES');
    expect(xml('word/document.xml')).toContain('<w:titlePg/>');
    const heads = [xml('word/header1.xml'), xml('word/header2.xml')];
    expect(heads.filter((head) => head.includes('Sample &amp; Example LLP'))).toHaveLength(1);
    expect(heads.every((head) => head.includes('FILED UNDER SEAL'))).toBe(true);
  });

  it('lets Word number the clauses: 1., (a), (i)', () => {
    const numbering = xml('word/numbering.xml');
    for (const mark of ['%1.', '(%2)', '(%3)']) expect(numbering).toContain(`w:val="${mark}"`);
    expect(numbering).toContain('lowerRoman');
    expect(xml('word/document.xml')).toMatch(/<w:ilvl w:val="2"\/>/);
    expect(wordsOf(letter).some((line) => /^\s*(?:1\.|\(a\)|\(i\))/.test(line))).toBe(false);
  });

  it('has real headings, the letter’s language and US Letter with margins of an inch', () => {
    expect(xml('word/document.xml')).toMatch(/<w:pStyle w:val="Heading1"\/>/);
    expect(xml('word/styles.xml')).toMatch(/<w:lang [^>]*w:val="en-US"/);
    expect(xml('word/document.xml')).toMatch(/<w:pgSz [^>]*w:w="12240" w:h="15840"/);
    expect(xml('word/document.xml')).toMatch(/<w:pgMar [^>]*w:top="1440" w:right="1440" w:bottom="1440" w:left="1440"/);
  });

  it('repeats the head of the table, splits no row and keeps the signature together', () => {
    const document = xml('word/document.xml');
    expect(document.match(/<w:tblHeader\/>/g)).toHaveLength(2);
    expect(document.match(/<w:cantSplit\/>/g)?.length).toBeGreaterThanOrEqual(99);
    const signature = document.slice(
      document.indexOf('Respectfully submitted') - 400,
      document.indexOf('Counsel for Example'),
    );
    expect(signature.match(/<w:keepNext\/>/g)?.length).toBeGreaterThanOrEqual(5);
  });

  it('tells nothing of the machine', () => {
    expect(xml('docProps/core.xml')).not.toMatch(/Un-named|root|docx/i);
    expect(Object.values(entries).join('')).not.toMatch(/[/\\](?:tmp|work|home|Users)[/\\]/);
  });

  it('brings fonts only for scripts that it has', async () => {
    const plain = sampleDocument({ names: [nameValues('a.example', 1)] });
    const small = await docx.make(plain, HOUSE);
    expect(small.length).toBeLessThan(60_000);
    expect(xml('word/fontTable.xml')).toContain('Noto Naskh Arabic');
    expect(xml('word/document.xml')).toContain('<w:rtl/>');
  });

  it('prints hostile text as text', async () => {
    const { recipient, counsel } = values;
    for (const bad of HOSTILE) {
      const document = sampleDocument({
        names: [nameValues('a.example', 1, { open: [bad] })],
        recipient: { ...recipient, name: bad, address: [bad] },
        counsel: { ...counsel, firm: bad, name: bad },
        letter: { ...values.letter, purpose: 'remind' },
      });
      const made = await docx.make(document, HOUSE);
      for (const [path, text] of Object.entries(entriesOf(made)))
        expect([bad, path, mistakeIn(text)]).toEqual([bad, path, undefined]);
      expect(Object.keys(entriesOf(made)).filter((path) => /hyperlink|embeddings|vba/.test(path))).toEqual([]);
    }
  }, 60_000);
});

describe('the firm’s own Word file', () => {
  const house = async (body: readonly string[], head: readonly string[] = ['The Firm', '{{marks}}']) => {
    const paragraphs = (lines: readonly string[]) => lines.map((text) => new Paragraph({ text }));
    const section = { headers: { default: new Header({ children: paragraphs(head) }) }, children: paragraphs(body) };
    return { ...HOUSE, reference: new Uint8Array(await Packer.toBuffer(new Document({ sections: [section] }))) };
  };

  it('keeps its letterhead, and gets what it has no place for into the body', async () => {
    const made = await docx.make(
      sampleDocument(),
      await house(['Ref: {{id}}', '{{addressee}}', '{{ body }}', 'Foot of the firm']),
    );
    const words = wordsOf(made).join('\n').replaceAll('\u00a0', ' ');
    expect(words.indexOf('Ref: 2019-03-15-verisign-order')).toBeGreaterThan(-1);
    const order = [
      'Attention: Legal',
      'Re: Temporary',
      'Dear Counsel:',
      'Robin R. Counsel',
      'xn--80ak6aa92e.example',
      'Foot of the firm',
    ];
    const places = order.map((part) => words.indexOf(part));
    expect(places).not.toContain(-1);
    expect(places).toEqual([...places].sort((a, b) => a - b));
    expect(words.match(/Attention: Legal/g)).toHaveLength(1);
    const parts = entriesOf(made);
    expect(Object.values(parts).join('')).toContain('ILLUSTRATIVE');
    for (const [path, text] of Object.entries(parts)) expect([path, mistakeIn(text)]).toEqual([path, undefined]);
    expect(parts['word/numbering.xml']).toContain('(%2)');
  });

  it('is the same twice', async () => {
    const of = await house(['{{body}}']);
    const [a, b] = [await docx.make(sampleDocument(), of), await docx.make(sampleDocument(), of)];
    expect(Buffer.compare(a, b)).toBe(0);
  });

  it.each([
    ['a place that no letter fills', ['{{body}}', '{{bdoy}}'], ['{{marks}}'], '{{bdoy}}'],
    ['no place for the letter', ['nothing'], ['{{marks}}'], 'no {{body}}'],
    ['marks on one page only', ['{{marks}}', '{{body}}'], ['The Firm'], 'no {{marks}} in a header'],
  ])('refuses %s', async (_, body, head, words) => {
    await expect(docx.make(sampleDocument(), await house(body, head))).rejects.toMatchObject({
      kind: 'input',
      code: 'house-file',
      message: expect.stringContaining(words),
    });
  });

  it('refuses what is no Word file', async () => {
    const broken = { ...HOUSE, reference: new TextEncoder().encode('no zip') };
    await expect(docx.make(sampleDocument({}, FILLED), broken)).rejects.toMatchObject({ code: 'house-file' });
  });
});
