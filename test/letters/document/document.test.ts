import { describe, expect, it } from 'vitest';
import { documentOf } from '../../../src/letters/document/make-document.ts';
import { PURPOSES } from '../../../src/model/letter/letter.ts';
import { TEXT_WIDTH } from '../../../src/paper/measures.ts';
import { FILLED, nameValues, sampleDocument, sampleValues } from '../sample-letter.ts';

const values = sampleValues();
const letter = (purpose: string) => ({ letter: { ...values.letter, purpose } });
const cells = (title: string, of = sampleDocument()) => {
  const at = of.schedule?.columns.findIndex((column) => column.title === title) ?? -1;
  return at === -1 ? undefined : of.schedule?.rows.map((row) => row[at]);
};

describe('a letter to be signed', () => {
  it('has every part of it', () => {
    const document = sampleDocument();
    expect(document).toMatchObject({
      id: '2019-03-15-verisign-order',
      dateText: '15 March 2019',
      marks: ['ILLUSTRATIVE', 'FILED UNDER SEAL'],
      via: ['By e-mail: legal@registry.example, orders@registry.example'],
    });
    expect(document.letterhead).toEqual([
      'Sample & Example LLP',
      '1200 Reserved Street NW, Suite 500',
      'Washington, DC 20005',
      '+1 202 555 0142 · counsel@lawfirm.example',
    ]);
    expect(document.addressee[0]).toBe('Example Registry, Inc.');
    expect(document.addressee[1]).toBe('Attention: Legal Department, Court Orders');
    expect(document.signature).toMatchObject({ name: 'Robin R. Counsel' });
    expect(document.signature?.lines).toContain('Counsel for Example Corporation');
    expect(document.enclosures[0]).toBe(`Temporary restraining order (tro.pdf, 12 pages), SHA-256 ${'ab'.repeat(32)}`);
  });

  it('says in its reference block what a clerk looks for', () => {
    const reference = Object.fromEntries(sampleDocument().reference);
    expect(Object.values(reference).map((value) => value.replaceAll('\u00a0', ' '))).toEqual([
      'Example Corporation v. John Does 1-2',
      'United States District Court for the District of Columbia',
      '1:19-cv-00716',
      'Hon. Jane Q. Sample',
      'Temporary restraining order, entered 15 March 2019 (docket entry 11)',
      '29 March 2019, 16:00 EDT',
      'Registry operator, ordered: a company in the United States, within the court’s reach',
      '98 of Appendix A, as listed in the schedule to this letter',
      '2(a), 2(b)',
      '20 March 2019, 23:59 EDT (3 business days from receipt Fri 15 Mar 2019: Mon 18, Tue 19, Wed 20 Mar; D.C. calendar)',
      '2019-03-15-verisign-order',
    ]);
  });

  it('never calls a requested party ordered', () => {
    const text = JSON.stringify(sampleDocument({ reach: 'requested' }).reference);
    expect(text).toContain('Registry operator, requested');
    expect(text).not.toContain('ordered');
  });

  it('gives the rule while the period does not run', () => {
    const { deadline: _, ...rest } = values;
    const made = documentOf({ filled: FILLED, values: rest, template: { title: 'x' } });
    expect(made.ok && Object.fromEntries(made.value.reference)['Reply by']).toBe('Within 3 business days of receipt');
  });

  it.each(['remind', 'general-counsel', 'registry', 'call', 'complain', 'enforce'])(
    'says of a time that has ended when that was, and asks for no reply by then: %s',
    (purpose) => {
      const reference = Object.fromEntries(sampleDocument(letter(purpose)).reference);
      expect(reference['Was due']).toContain('20\u00a0March 2019');
      expect(reference).not.toHaveProperty('Reply by');
    },
  );

  it('asks for no reply about names that are let go', () => {
    const { deadline: _, ...rest } = values;
    const made = documentOf({ filled: FILLED, values: { ...rest, ...letter('release') }, template: { title: 'x' } });
    expect(made.ok && made.value.reference.map(([label]) => label)).not.toContain('Reply by');
  });

  it('hands on what its text has that no output can show', () => {
    const made = documentOf({ filled: { ...FILLED, markdown: '<b>' }, values, template: { title: 'x' } });
    expect(made).toMatchObject({ ok: false, problems: [{ code: 'letter-markdown' }] });
  });

  it('is harmless wherever text comes from outside', () => {
    const bad = 'a\u202eb\u0000\u001b[31mc\nd';
    const document = sampleDocument({
      counsel: { ...values.counsel, firm: bad, name: bad, bar: bad },
      recipient: { ...values.recipient, name: bad, address: [bad], because: bad, attention: bad },
      enclosures: [{ title: bad, file: bad }],
      schedules: [{ id: 'appendix-a', title: bad, count: 98 }],
    });
    // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for
    expect(JSON.stringify(document)).not.toMatch(/\u202e|\\u0000|\\u001b|[\u0000-\u001f]|\[31m/);
    expect(document.letterhead[0]).toBe('abc d');
  });
});

describe('the paper of each purpose', () => {
  it.each(PURPOSES)('%s', (purpose) => {
    const document = sampleDocument(letter(purpose));
    const own = purpose === 'call' || purpose === 'enforce';
    expect(document.letterhead.length > 0).toBe(!own && purpose !== 'confirm');
    expect(document.addressee.length > 0).toBe(!own);
    expect(document.signature === undefined).toBe(own);
    expect(document.schedule?.rows).toHaveLength(98);
  });

  it('addresses general counsel, and ICANN', () => {
    expect(sampleDocument(letter('general-counsel')).addressee.slice(0, 3)).toEqual([
      'Alex General',
      'General Counsel',
      'Example Registry, Inc.',
    ]);
    expect(sampleDocument(letter('general-counsel')).via).toEqual(['By e-mail: gc@registry.example']);
    expect(sampleDocument(letter('complain')).addressee).toEqual(['ICANN Contractual Compliance']);
  });

  it('lets a recipient fill in and sign its confirmation', () => {
    const document = sampleDocument(letter('confirm'));
    expect(document.signature).toEqual({ name: 'Example Registry, Inc.', lines: ['Name:', 'Title:', 'Date:'] });
    expect(document.schedule?.columns.filter(({ holds }) => holds === 'blank')).toHaveLength(4);
  });

  it('says in a reminder what is open, and what is not known', () => {
    const names = [nameValues('a.example', 1, { open: ['not locked'], unknown: ['servers not seen'] })];
    const document = sampleDocument({ ...letter('remind'), names });
    expect(cells('Not done, or not to be seen', document)).toEqual(['not locked; servers not seen']);
  });
});

describe('the schedule', () => {
  it('has the operative form, and the displayed one where it differs', () => {
    expect(cells('Domain name')?.[87]).toBe('xn--80ak6aa92e.example');
    expect(cells('As displayed')?.[87]).toBe('аррӏе.example');
    expect(cells('As displayed')?.[0]).toBe('');
    expect(cells('As displayed', sampleDocument({ names: [nameValues('a.example', 1)] }))).toBeUndefined();
  });

  it('says what comes first for a single name', () => {
    expect(cells('Action')?.slice(87, 89)).toEqual([
      'Transfer',
      'Transfer; first lift the hold, remove DS 4711 8 2 3F2A09BB…',
    ]);
  });

  it.each(PURPOSES)('fills the page, with the names in the widest column: %s', (purpose) => {
    const columns = sampleDocument(letter(purpose)).schedule?.columns ?? [];
    expect(columns.reduce((sum, { width }) => sum + width, 0)).toBe(TEXT_WIDTH);
    expect(columns.every(({ width }) => width > 0)).toBe(true);
    const name = columns.find(({ holds }) => holds === 'name')?.width ?? 0;
    const others = columns.filter(({ title }) => title !== 'Domain name' && !title.startsWith('Not done'));
    expect(others.every(({ width }) => width < name)).toBe(true);
  });

  it('names the schedule of each name where the letter has several', () => {
    const schedules = [
      { id: 'appendix-a', title: 'Appendix A', count: 1 },
      { id: 'appendix-b', title: 'Appendix B', count: 1 },
    ];
    const names = [nameValues('a.example', 1), nameValues('b.example', 1, { schedule: 'appendix-b' })];
    const document = sampleDocument({ schedules, names });
    expect(cells('Schedule', document)).toEqual(['Appendix A', 'Appendix B']);
    expect(document.schedule?.title).toBe('Schedule of Names: Appendix A (1) and Appendix B (1)');
  });
});
