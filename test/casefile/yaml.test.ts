import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { readYaml, readYamlPartly } from '../../src/casefile/yaml.ts';

const schema = z.strictObject({
  title: z.string(),
  count: z.number().optional(),
  ready: z.boolean().optional(),
  items: z.array(z.strictObject({ name: z.string(), kind: z.enum(['alpha', 'beta']).optional() })).optional(),
});

function read(text: string) {
  return readYaml({ file: 'a.yaml', octets: new TextEncoder().encode(text) }, schema);
}

function codes(text: string): string[] {
  return read(text).problems.map((one) => `${one.place?.line}:${one.place?.column} ${one.code}`);
}

describe('readYaml', () => {
  it('reads words that other readers take for something else as the texts they are', () => {
    for (const text of ['no', '1e3', '2019-03-15', '0123', 'on', '716', 'true', '1.50', '0x10', '12:30']) {
      const reading = read(`title: ${text}\n`);
      expect(reading.ok && reading.value.value.title).toBe(text);
    }
  });

  it('accepts a BOM and finds every part of the file again', () => {
    const reading = read('\ufefftitle: x\nitems:\n  - name: one\n  - name: "two"\n');
    if (!reading.ok) throw new Error('refused');
    expect(reading.value.place(['items', 1, 'name'])).toMatchObject({ line: 4, column: 11, length: 5 });
    expect(reading.value.place(['items', 1, 'name'], 'key')).toMatchObject({ line: 4, column: 5, length: 4 });
    expect(reading.value.place(['items', 1, 'gone'])).toMatchObject({ line: 4, column: 5 });
    expect(reading.value.place(['items'])).toMatchObject({ line: 2, column: 1, length: 5, excerpt: 'items:' });
  });

  it('tells every problem at once, each at its place', () => {
    expect(codes('titel: x\ncount: 1e3\nready: yes\nitems:\n  - { name: a, kind: alhpa }\n  - kind: beta\n')).toEqual([
      '1:1 missing-key',
      '1:1 unknown-key',
      '2:8 yaml-trap',
      '3:8 yaml-trap',
      '5:22 wrong-value',
      '6:5 missing-key',
    ]);
  });

  it('hints at the nearest key and the nearest value', () => {
    const { problems } = read('title: x\nitms: []\nitems: [{ name: a, kind: bta }]\n');
    expect(problems.map((one) => one.hint)).toEqual(['Did you mean "items"?', 'Did you mean "beta"?']);
  });
});

describe('what is left out of a file with problems', () => {
  it('does not move the places of what is left', () => {
    const text = 'title: x\nitems:\n  - { kind: alpha, naem: a }\n  - { name: b }\n  - { nmae: c }\n  - { name: 7 }\n';
    const { reading, whole } = readYamlPartly({ file: 'a.yaml', octets: new TextEncoder().encode(text) }, schema);
    expect(whole).toBe(false);
    expect(reading?.value.items).toEqual([{ kind: 'alpha' }, { name: 'b' }, {}, { name: '7' }]);
    expect(reading?.place(['items', 1, 'name']).line).toBe(4);
    expect(reading?.place(['items', 3, 'name']).line).toBe(6);
  });
});

it('names the keys of the kind that a value says to be', () => {
  const kinds = z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('held') }),
    z.strictObject({ kind: z.literal('delegated-to'), sinkhole: z.string() }),
  ]);
  const octets = new TextEncoder().encode('relief: [{ kind: delegated-to, sinkhole: own, hosts: x }]\n');
  const { problems } = readYaml({ file: 'a.yaml', octets }, z.strictObject({ relief: z.array(kinds) }));
  expect(problems.map(({ code, hint }) => [code, hint])).toEqual([['unknown-key', 'Keys here: kind, sinkhole.']]);
});
