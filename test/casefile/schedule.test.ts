import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readNames } from '../../src/casefile/names-file.ts';
import { readSchedule } from '../../src/casefile/schedule.ts';

function read(file: string, text: string) {
  const reading = readSchedule({ file, octets: new TextEncoder().encode(text) });
  if (!reading.ok) throw new Error(reading.problems.map(({ code }) => code).join());
  const { value, problems } = reading;
  return {
    names: value.names.map(({ name, line }) => `${line} ${name}`),
    problems: problems.map((one) => `${one.place?.line}:${one.place?.column} ${one.code}`),
  };
}

describe('a schedule in text', () => {
  it('takes one name a line, in any case, with comments, blanks and either line ending', () => {
    expect(read('a.txt', '\ufeff# title\r\nA.Example.\r\n\r\n  b.example  # note\nbücher.example').names).toEqual([
      '2 a.example',
      '4 b.example',
      '5 xn--bcher-kva.example',
    ]);
  });

  it('names the place of what is no name or stands twice', () => {
    expect(read('a.txt', 'a.example\n  b example\nA.EXAMPLE\nevil[.]example').problems).toEqual([
      '2:3 not-a-name',
      '3:1 duplicate-name',
      '4:1 not-a-name',
    ]);
  });

  it('tells the first of very many and counts the rest', () => {
    const { problems } = read('a.txt', Array.from({ length: 1_000 }, () => 'not a name').join('\n'));
    expect(problems).toHaveLength(51);
  });
});

describe('a schedule in CSV', () => {
  it('takes the column called name or domain, with quotes as RFC 4180 has them', () => {
    const text =
      'No.,"Domain",Note\r\n1,a.example,"one, ""two""\r\nthree"\r\n# aside\r\n2,"B.example"\r\n3,,\r\n4,c.example,x\r\n';
    expect(read('a.CSV', text).names).toEqual(['2 a.example', '5 b.example', '7 c.example']);
  });

  it('refuses a header without such a column', () => {
    expect(() => read('a.csv', 'host\na.example\n')).toThrow('csv-header');
  });

  it('loses no name of what it wrote itself', () => {
    const label = fc.stringMatching(/^[a-z][a-z0-9]{0,8}$/);
    const note = fc.string({ unit: fc.constantFrom('a', ',', '"', '\n', '\r\n', '#', ' ') });
    fc.assert(
      fc.property(
        fc.uniqueArray(label, { maxLength: 20 }),
        fc.array(note, { minLength: 20, maxLength: 20 }),
        (labels, notes) => {
          const rows = labels.map((one, at) => `"${(notes[at] ?? '').replaceAll('"', '""')}",${one}.example`);
          const { names } = read('a.csv', ['note,name', ...rows].join('\r\n'));
          expect(names.map((one) => one.split(' ')[1])).toEqual(labels.map((one) => `${one}.example`));
        },
      ),
    );
  });
});

describe('any list of names', () => {
  it('tells what was found, refused and repeated, each with its line', () => {
    const octets = new TextEncoder().encode('a.example\nhxxp://b.example\nA.example.\n');
    expect(readNames({ file: '-', octets })).toMatchObject({
      ok: true,
      value: {
        found: [{ name: 'a.example', line: 1 }],
        refused: [{ text: 'hxxp://b.example', line: 2 }],
        duplicates: [{ name: 'a.example', line: 3, firstLine: 1 }],
      },
    });
  });
});
