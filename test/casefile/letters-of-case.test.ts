// What a case file says for its letters, and what a case that writes none need not say.
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parseCase } from '../../src/casefile/parse.ts';
import type { SourceText } from '../../src/casefile/source.ts';
import { LETTER_TERMS } from '../support/values.ts';

const source = (file: string, text: string): SourceText => ({ file, octets: new TextEncoder().encode(text) });

const COPY = new TextEncoder().encode('%PDF-1.7 the filed copy');
const DIGEST = createHash('sha256').update(COPY).digest('hex');

const orders = (copy: string) => `orders:
  - id: pi
    kind: preliminary-injunction
    entered: 2026-01-05T16:00:00-05:00
${copy}    paragraphs:
      - number: "1"
        text: Keep them.
        directed-to: [registry-operator]
        applies-to: names
        relief: [{ kind: attested, what: that they are kept }]
`;

interface Variant {
  readonly more?: string;
  readonly copy?: string;
  readonly name?: string;
  /** `none`: copies are not looked at. */
  readonly copies?: 'none' | Readonly<Record<string, Uint8Array>>;
}

function caseWith({ more = '', copy = '', name = 'a.example', copies = 'none' }: Variant) {
  const text = `case: acme
title: Acme v. Does
court: { name: A court, time-zone: America/New_York }
docket: "1"
petitioner: { name: Acme }
schedules: { names: { file: names.txt } }
${more}${orders(copy)}`;
  return parseCase({
    id: 'acme',
    caseFile: source('case.yaml', text),
    read: (file) => (file === 'names.txt' ? source(file, `${name}\n`) : undefined),
    ...(copies === 'none' ? {} : { copy: (file: string) => copies[file] }),
  });
}

describe('a case that writes no letters', () => {
  it('needs nothing for them, and has careful bounds all the same', async () => {
    const reading = await caseWith({});
    expect(reading).toMatchObject({ ok: true, problems: [] });
    if (reading.ok) {
      const { letters, judge, counsel, contacts } = reading.value;
      expect({ letters, judge, counsel, contacts }).toEqual({ letters: LETTER_TERMS });
    }
  });
});

describe('a case that writes letters', () => {
  const MORE = `judge: A. Judge
counsel: { name: Jane Roe, firm: Roe LLP, address: [1 Example Street], email: jane@law.example, phone: +1 202 555 0100, bar: No. 1 }
contacts: { technical: { name: Desk, email: desk@acme.example, hours: always } }
registrars: { custodian: { name: C Inc., iana-id: 9, account: "4711", email: in@custodian.example } }
sinkholes: { own: { operator: Acme, name-servers: [NS1.a.example, ns2.b.example], prefixes: [192.0.2.0/24], glue: { ns1.A.example.: [192.0.2.1, "2001:DB8::1"] } } }
letters:
  non-disclosure: { paragraph: pi/1, text: Tell nobody. }
  preservation: { what: their records, period: 90 days }
  costs: Acme pays.
  objections: Call us.
  fresh-hours: 12
  most: { names: 10 }
`;

  it('has what it says', async () => {
    const reading = await caseWith({ more: MORE });
    if (!reading.ok) throw new Error(reading.problems.map(({ message }) => message).join('\n'));
    expect(reading.value).toMatchObject({
      judge: 'A. Judge',
      counsel: { name: 'Jane Roe', firm: 'Roe LLP', address: ['1 Example Street'], bar: 'No. 1' },
      contacts: { technical: { name: 'Desk', email: 'desk@acme.example', hours: 'always' } },
      registrars: { custodian: { account: '4711', email: 'in@custodian.example' } },
      sinkholes: { own: { glue: { 'ns1.a.example': ['192.0.2.1', '2001:db8::1'] } } },
    });
    expect(reading.value.letters).toEqual({
      nonDisclosure: { paragraph: 'pi/1', text: 'Tell nobody.' },
      preservation: { what: ['their records'], period: '90 days' },
      costs: 'Acme pays.',
      objections: 'Call us.',
      freshHours: 12,
      most: { recipients: 60, names: 10 },
      patienceHours: 24,
    });
  });

  it.each([
    ['unknown-paragraph', 'letters: { non-disclosure: { paragraph: pi/2, text: Tell nobody. } }\n'],
    ['unknown-paragraph', 'letters: { non-disclosure: { paragraph: "1", text: Tell nobody. } }\n'],
    ['unknown-key', 'letters: { preservaton: { what: x, period: y } }\n'],
    ['wrong-value', 'letters: { fresh-hours: 0 }\n'],
    ['wrong-value', 'counsel: { email: "jane@law.example, x@y.example" }\n'],
    ['wrong-value', 'counsel: { name: "Jane\\r\\nBcc: x@y.example" }\n'],
    ['wrong-value', 'contacts: { emergency: { name: Desk, phone: later } }\n'],
    ['missing-key', 'contacts: { emergency: { phone: +1 202 555 0100 } }\n'],
  ])('has no %s in %s', async (code, more) => {
    expect((await caseWith({ more })).problems).toMatchObject([{ code, place: { file: 'case.yaml' } }]);
  });
});

describe('the copy of an order', () => {
  const copy = `    copy: { file: orders/pi.pdf, pages: 3, sha-256: ${DIGEST} }\n`;

  it('is part of the case, and nobody need have it to look names up', async () => {
    const reading = await caseWith({ copy });
    expect(reading).toMatchObject({
      ok: true,
      problems: [],
      value: { orders: [{ copy: { file: 'orders/pi.pdf', pages: 3, sha256: DIGEST } }] },
    });
  });

  it('is compared, octet by octet, where it is handed in', async () => {
    const codes = async (copies: Readonly<Record<string, Uint8Array>>) =>
      (await caseWith({ copy, copies })).problems.map((one) => one.code);
    expect(await codes({ 'orders/pi.pdf': COPY })).toEqual([]);
    expect(await codes({ 'orders/pi.pdf': COPY.subarray(1) })).toEqual(['copy-differs']);
    expect(await codes({})).toEqual(['copy-missing']);
  });

  it.each(['../pi.pdf', '/etc/passwd', 'orders/.hidden', 'C:\\pi.pdf'])('is never %s', async (file) => {
    const reading = await caseWith({ copy: copy.replace('orders/pi.pdf', `'${file}'`) });
    expect(reading).toMatchObject({ ok: false, problems: [{ code: 'wrong-value' }] });
  });

  it('of the shipped case is the one whose digest is stated', async () => {
    const folder = new URL('../../cases/phosphorus/', import.meta.url);
    const octets = (file: string) => readFileSync(new URL(file, folder));
    const read = (file: string) => ({ file, octets: octets(file) });
    const caseFile = read('case.yaml');
    const codes = async (copy: (file: string) => Uint8Array) =>
      (await parseCase({ id: 'phosphorus', caseFile, read, copy, quick: true })).problems.map(({ code }) => code);
    expect(await codes(octets)).toEqual(['count-mismatch']);
    expect(await codes((file) => octets(file).subarray(1))).toEqual(['count-mismatch', 'copy-differs', 'copy-differs']);
  });
});
