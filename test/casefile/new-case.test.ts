import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type NewCaseAnswers, newCase } from '../../src/casefile/new-case.ts';
import { parseCase } from '../../src/casefile/parse.ts';
import { RELIEF_LIBRARY } from '../../src/casefile/relief-library.ts';
import { answersText, readAnswers } from '../../src/casefile/written-answers.ts';
import { parseName } from '../../src/model/name.ts';
import { reliefs } from '../../src/relief/index.ts';

const name = parseName('acme-a.com');
const ANSWERS: NewCaseAnswers = {
  id: 'acme',
  title: 'Acme v. Does',
  docket: '1:26-cv-1',
  court: { name: 'A court', timeZone: 'America/New_York', holidays: ['us-federal'] },
  petitioner: 'Acme Corp.',
  order: { id: 'tro', kind: 'temporary-restraining-order', entered: '2026-01-05T16:00:00-05:00', expires: '14 days' },
  registrar: { name: 'Custodian Inc.', ianaId: 292 },
  sinkhole: {
    ...{ operator: 'Acme', nameServers: ['ns1.sinkhole.example', 'ns2.sinkhole.example'] },
    prefixes: ['192.0.2.0/24', '2001:db8:5::/48'],
  },
  names: { source: 'list.txt', list: name.ok ? [name.name] : [] },
};

function octets(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}

async function parsed(answers: NewCaseAnswers) {
  const { caseYaml, schedule } = newCase(answers);
  return parseCase({
    id: 'acme',
    caseFile: { file: 'case.yaml', octets: octets(caseYaml) },
    read: (file) => (file === schedule.file ? { file, octets: octets(schedule.text) } : undefined),
  });
}

function paragraph(id: string, text = 'Do it.') {
  return RELIEF_LIBRARY.filter((row) => row.id === id).map((relief, index) => ({
    ...{ relief, number: `2(${index})`, text, directedTo: relief.directedTo, due: '3 business days' },
  }));
}

describe('the library of relief', () => {
  it('has every kind of relief, each row under an id of its own', () => {
    const kinds = RELIEF_LIBRARY.flatMap((row) => row.clauses('Acme').map(({ kind }) => kind));
    expect(reliefs.map(({ kind }) => kind).filter((kind) => !kinds.includes(kind))).toEqual([]);
    expect(new Set(RELIEF_LIBRARY.map(({ id }) => id)).size).toBe(RELIEF_LIBRARY.length);
  });

  it.each(RELIEF_LIBRARY.map(({ id }) => id))('%s makes a paragraph that is sound', async (id) => {
    const checked = await parsed({ ...ANSWERS, paragraphs: paragraph(id) });
    const codes = checked.problems.map(({ code }) => code).filter((code) => code !== 'unused-definition');
    expect(codes).toEqual([]);
    expect(checked.ok).toBe(true);
  });
});

describe('a new case', () => {
  it('says again what was answered, whatever letters it has', async () => {
    const TEXT = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 300 }).filter((text) => text.trim() !== '');
    await fc.assert(
      fc.asyncProperty(TEXT, TEXT, async (title, words) => {
        const checked = await parsed({ ...ANSWERS, title, docket: title, paragraphs: paragraph('hold', words) });
        if (!checked.ok) throw new Error(JSON.stringify(checked.problems));
        const { value } = checked;
        expect([value.title, value.docket, value.orders[0]?.paragraphs[0]?.text]).toEqual([title, title, words]);
      }),
      { numRuns: 60 },
    );
  });

  it('folds long words of an order at blanks, and has them back as they were', async () => {
    const words = 'The registry operators shall # hold: the names, and "keep" them. '.repeat(9).trim();
    const checked = await parsed({ ...ANSWERS, paragraphs: paragraph('hold', words) });
    expect(checked.ok && checked.value.orders[0]?.paragraphs[0]?.text).toBe(words);
    expect(newCase({ ...ANSWERS, paragraphs: paragraph('hold', words) }).caseYaml).toContain('text: >-\n');
  });

  it('says so where the holidays of the court are not all known', () => {
    const { court } = ANSWERS;
    expect(newCase({ ...ANSWERS, court: { ...court, lacksStateDays: true } }).caseYaml).toContain(
      '# The legal holidays of the state',
    );
    expect(newCase(ANSWERS).caseYaml).not.toContain('legal holidays of the state');
  });

  it('has recipients of its own', async () => {
    const reach = 'ordered' as const;
    const recipients = [
      {
        name: 'VeriSign, Inc.',
        tlds: ['com', 'net'],
        reach,
        because: 'in reach',
        email: 'a@b.example',
        address: '1 Street, Reston',
      },
    ];
    const checked = await parsed({ ...ANSWERS, recipients });
    expect(checked.problems).toEqual([]);
    expect(checked.ok && checked.value.recipients).toMatchObject([
      {
        id: 'registry-com',
        name: 'VeriSign, Inc.',
        tlds: ['com', 'net'],
        contacts: { address: ['1 Street', 'Reston'] },
      },
    ]);
  });
});

describe('answers in a file', () => {
  const KEYS = ['title', 'ianaId'];

  it('are read as they were written', () => {
    const TEXT = fc.string({ unit: 'grapheme', maxLength: 40 });
    fc.assert(
      fc.property(TEXT, TEXT, TEXT, (title, text, why) => {
        const answers = { title, 'paragraphs.hold.directedTo': text, 'recipients.com.because': why };
        const read = readAnswers({ file: 'a.yaml', octets: octets(answersText(answers)) }, KEYS);
        expect(read).toMatchObject({ ok: true, value: answers });
      }),
    );
  });

  it('may be written by hand; a key that nobody knows is told', () => {
    const text = 'title: A\niana-id: 292\nparagraphs:\n  hold:\n    directed-to: [registrar, provider]\n';
    expect(readAnswers({ file: 'a.yaml', octets: octets(text) }, KEYS)).toMatchObject({
      ok: true,
      value: { title: 'A', ianaId: '292', 'paragraphs.hold.directedTo': 'registrar,provider' },
    });
    const wrong = readAnswers(
      { file: 'a.yaml', octets: octets('titel: A\nparagraphs: { hold: { nubmer: 1 } }\n') },
      KEYS,
    );
    expect(wrong.problems.map(({ code, hint }) => [code, hint])).toEqual([
      ['unknown-key', 'Did you mean "title"?'],
      ['unknown-key', 'Did you mean "number"?'],
    ]);
  });
});
