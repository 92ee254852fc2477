import { existsSync, readFileSync } from 'node:fs';
import { Ajv } from 'ajv';
import { describe, expect, it } from 'vitest';
import { parse as parseYaml } from 'yaml';
import { parseCase } from '../../src/casefile/parse.ts';
import { crossCase } from '../../src/casefile/rules/cross-case.ts';
import { publishedSchemas } from '../../src/casefile/schemas.ts';
import type { SourceText } from '../../src/casefile/source.ts';
import type { Case } from '../../src/model/case/case.ts';

const shippedFolder = new URL('../../cases/phosphorus/', import.meta.url);
const shippedText = readFileSync(new URL('case.yaml', shippedFolder), 'utf8');
const recipientsText = readFileSync(new URL('../recipients.yaml', shippedFolder), 'utf8');

function source(file: string, text: string): SourceText {
  return { file, octets: new TextEncoder().encode(text) };
}

function shippedFile(file: string): SourceText | undefined {
  const place = new URL(file, shippedFolder);
  return existsSync(place) ? { file, octets: readFileSync(place) } : undefined;
}

interface Variant {
  readonly text?: string;
  readonly names?: string;
  readonly quick?: boolean;
  readonly id?: string;
}

async function shipped({ text = shippedText, names, quick = false, id = 'phosphorus' }: Variant = {}): Promise<Case> {
  const read = names === undefined ? shippedFile : (file: string) => source(file, names);
  const recipients = source('recipients.yaml', recipientsText);
  const reading = await parseCase({ id, caseFile: source('case.yaml', text), read, recipients, quick });
  if (!reading.ok) throw new Error(reading.problems.map(({ code, message }) => `${code} ${message}`).join('\n'));
  return reading.value;
}

describe('the shipped case', () => {
  it('has one warning, the missing name, and works', async () => {
    const read = shippedFile;
    const recipients = source('recipients.yaml', recipientsText);
    const reading = await parseCase({ id: 'phosphorus', caseFile: source('case.yaml', shippedText), read, recipients });
    expect(reading.ok).toBe(true);
    expect(reading.problems.map(({ code }) => code)).toEqual(['count-mismatch']);
  });

  it('becomes what the program uses', async () => {
    const theCase = await shipped();
    expect(theCase).toMatchObject({
      illustrative: true,
      rehearsal: false,
      court: { short: 'D.D.C.', timeZone: 'America/New_York' },
      registrars: { custodian: { ianaId: 292 } },
      schedules: [{ id: 'appendix-a', statedCount: 99 }],
    });
    expect(theCase.schedules[0]?.names).toHaveLength(98);
    const [tro, pi] = theCase.orders;
    expect(tro).toMatchObject({
      id: 'tro',
      action: 'transfer',
      entered: '2019-03-15T20:00:00Z',
      expires: '2019-03-29T20:00:00Z',
    });
    expect(tro?.paragraphs.map(({ number, line }) => [number, shippedText.split('\n')[line - 1]?.trim()])).toEqual([
      ['2(a)', '- number: "2(a)"'],
      ['2(b)', '- number: "2(b)"'],
      ['2(c)', '- number: "2(c)"'],
      ['2(d)', '- number: "2(d)"'],
    ]);
    expect(pi).toMatchObject({
      action: 'transfer',
      changes: [{ change: 'extends', order: 'tro', until: 'further-order' }],
    });
  });

  it.each([false, true])('knows what its sinkholes’ name servers are registered under (quickly: %s)', async (quick) => {
    expect((await shipped({ quick })).sinkholes['dcu']?.registered).toEqual(['sinkhole.example']);
    const text = shippedText.replace('[ns1.sinkhole.example, ns2.sinkhole.example]', '[ns1.sink.co.uk, ns.x.sink.org]');
    expect((await shipped({ text, quick })).sinkholes['dcu']?.registered).toEqual(['sink.co.uk', 'sink.org']);
  });

  it.each([
    ['case', 'case.yaml'],
    ['recipients', '../recipients.yaml'],
    ['rehearsal', 'rehearsal.yaml'],
  ] as const)('is valid by the schema %s that editors use, which %s names', (schema, file) => {
    const text = readFileSync(new URL(file, shippedFolder), 'utf8');
    const ajv = new Ajv({ strict: false, validateFormats: false });
    expect(ajv.validate(publishedSchemas[schema]() as object, parseYaml(text)), ajv.errorsText()).toBe(true);
    const [, place = ''] = /^# yaml-language-server: \$schema=(\S+)\n/.exec(text) ?? [];
    const named = new URL(place, new URL(file, shippedFolder));
    expect(named.href).toBe(new URL(`../../docs/schema/${schema}.json`, import.meta.url).href);
  });

  it('is the same case when it is read quickly', async () => {
    expect(await shipped({ quick: true })).toEqual(await shipped());
  });
});

describe('instants that are counted', () => {
  it('ends an order at the hour of its entry, through a change of the clock', async () => {
    const text = shippedText.replace('2019-03-15T16:00:00-04:00', '2019-03-05T16:00:00-05:00');
    expect((await shipped({ text })).orders[0]?.expires).toBe('2019-03-19T20:00:00Z');
  });

  it('takes a seal until a day to last through that day', async () => {
    const text = shippedText.replace('2019-03-27T09:00:00-04:00', '2019-03-27');
    expect((await shipped({ text })).seal?.until).toBe('2019-03-28T04:00:00Z');
  });
});

describe('names', () => {
  it('knows which domain a host stands under, quickly and thoroughly', async () => {
    const names =
      'evil.example.co.uk\na.b.example.com\nhost.ddns.net\nexample.org\nlogin.example.pro\nx.example.xn--p1ai\n';
    for (const quick of [true, false]) {
      const [schedule] = (await shipped({ names, quick })).schedules;
      expect(schedule?.names.map(({ registrable }) => registrable)).toEqual([
        'example.co.uk',
        'example.com',
        'ddns.net',
        'example.org',
        'example.pro',
        'example.xn--p1ai',
      ]);
    }
  });

  it('shows a digest that depends on every octet of the case and its schedules', async () => {
    const digests = await Promise.all([
      shipped({ names: 'a.example\n' }),
      shipped({ names: 'a.example\n\n' }),
      shipped({ names: 'a.example\n', text: `${shippedText}# more\n` }),
    ]);
    expect(new Set(digests.map(({ digest }) => digest)).size).toBe(3);
  });
});

describe('several cases', () => {
  it('tells a name that two of them have, and leaves rehearsals out', async () => {
    const first = await shipped({ names: 'a.example\nb.example\n' });
    const second: Case = { ...first, id: 'second' };
    expect(crossCase([first, second]).map(({ code }) => code)).toEqual(['name-in-two-cases', 'name-in-two-cases']);
    expect(crossCase([first, { ...second, rehearsal: true }])).toEqual([]);
  });
});

describe('problems of many kinds', () => {
  it('are told up to a number, and the rest is counted', async () => {
    const names = Array.from({ length: 120 }, (_, at) => `not a name ${at}\n`).join('');
    const read = (file: string) => source(file, names);
    const { problems } = await parseCase({ id: 'phosphorus', caseFile: source('case.yaml', shippedText), read });
    expect(problems).toHaveLength(51);
    expect(problems.at(-1)?.message).toBe('There are 70 more of these, further down.');
  });

  it('are told at once: text, schema, schedules and rules', async () => {
    const text = shippedText
      .replace('docket: ', 'dokcet: ')
      .replace('sinkhole: dcu }', 'sinkhole: duc }')
      .replace('number: "2(c)"', 'number: "2(b)"');
    const reading = await parseCase({
      id: 'phosphorus',
      caseFile: source('case.yaml', text),
      read: (file) => source(file, 'a b\n'),
    });
    const codes = reading.problems.map(({ code }) => code);
    for (const code of ['missing-key', 'unknown-key', 'unknown-sinkhole', 'duplicate-id', 'not-a-name'])
      expect(codes).toContain(code);
  });
});
