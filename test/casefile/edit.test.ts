import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { appendNames, appendOrder, setInCase } from '../../src/casefile/edit.ts';

const shipped = readFileSync(new URL('../../cases/phosphorus/case.yaml', import.meta.url), 'utf8');

function set(text: string, path: readonly (string | number)[], value: unknown, after?: string): string {
  const edited = setInCase(text, { path, value, ...(after === undefined ? {} : { after }) });
  if (!edited.ok) throw new Error(edited.reason);
  return edited.text;
}

function without(lines: string, line: string): string {
  return lines.replace(`${line}\n`, '');
}

describe('setting a value in a case file', () => {
  it('puts a new key below the one it is to follow and changes nothing else', () => {
    const edited = set(shipped, ['rehearsal'], true, 'illustrative');
    expect(edited).toContain('illustrative: true\nrehearsal: true\ncourt:');
    expect(without(edited, 'rehearsal: true')).toBe(shipped);
  });

  it('puts a key that follows nothing last', () => {
    expect(set('a: 1 # one\nb:\n  - x # two\n  # three\n', ['c'], 'no')).toBe(
      'a: 1 # one\nb:\n  - x # two\n  # three\nc: "no"\n',
    );
  });

  it('replaces a value in its place, with its quotes', () => {
    expect(set('a: { b: "x", c: [1] } # here\n', ['a', 'b'], 'y')).toBe('a: { b: "y", c: [1] } # here\n');
    expect(set('a: 1   # one\n', ['a'], 2)).toBe('a: 2   # one\n');
    expect(set('a:\nb: 1\n', ['a'], 2)).toBe('a: 2\nb: 1\n');
    expect(set('a: [x, y]\n', ['a', 1], 'z')).toBe('a: [x, z]\n');
  });

  it('adds to a collection on one line', () => {
    expect(set('a: { b: 1 }\n', ['a', 'c'], '2019-03-15')).toBe('a: { b: 1, c: "2019-03-15" }\n');
  });

  it('keeps the line endings of the file', () => {
    expect(set('a: 1\r\nb: 2\r\n', ['c'], 3, 'a')).toBe('a: 1\r\nc: 3\r\nb: 2\r\n');
  });

  it('refuses what it cannot write safely', () => {
    for (const [text, path] of [
      ['a: |\n  prose\n', ['a']],
      ['a:\n  b: 1\n', ['a']],
      ['a: 1\n', ['b', 'c']],
      ['a: [1\n', ['a']],
    ] as const) {
      expect(setInCase(text, { path, value: 1 })).toMatchObject({ ok: false });
    }
  });

  it('writes any text so that it is read as the same text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', minLength: 1 }), (value) => {
        const edited = set('a: 1\nb: 2\n', ['a'], value);
        expect(parse(edited)).toEqual({ a: value, b: 2 });
        expect(edited.split('\n')).toHaveLength(3);
      }),
    );
  });
});

describe('adding an order', () => {
  const order =
    'id: second\nkind: supplemental-order\nentered: 2019-04-02T10:00:00-04:00\nreleases:\n  - { names: [a.example] }';

  it('puts it below the last one, indented like it, and changes nothing else', () => {
    const edited = appendOrder(shipped, order);
    if (!edited.ok) throw new Error(edited.reason);
    expect(edited.text.startsWith(shipped)).toBe(true);
    expect(parse(edited.text).orders.map((one: { id: string }) => one.id)).toEqual(['tro', 'pi', 'second']);
  });

  it('keeps what stands below the orders', () => {
    const edited = appendOrder('orders:\n- id: tro # first\n# after\ntitle: x\n', 'id: pi');
    expect(edited).toEqual({ ok: true, text: 'orders:\n- id: tro # first\n\n- id: pi\n# after\ntitle: x\n' });
  });

  it('refuses text that is no order and files without a list of orders', () => {
    expect(appendOrder(shipped, 'id: [')).toMatchObject({ ok: false });
    expect(appendOrder('orders: []\n', order)).toMatchObject({ ok: false });
  });
});

describe('adding names to a schedule', () => {
  it('keeps comments, line endings and a missing last one', () => {
    expect(appendNames({ file: 'a.txt', text: '# list\r\na.example' }, ['b.example'])).toBe(
      '# list\r\na.example\r\nb.example\r\n',
    );
    expect(appendNames({ file: 'a.txt', text: '' }, ['b.example'])).toBe('b.example\n');
  });

  it('fills the right column of a CSV', () => {
    const text = 'No.,Domain,Note\n1,a.example,x\n';
    expect(appendNames({ file: 'a.csv', text }, ['b.example'])).toBe(`${text},b.example,\n`);
    expect(appendNames({ file: 'a.csv', text: '' }, ['b.example'])).toBe('name\nb.example\n');
  });
});
