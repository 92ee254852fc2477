import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { member, readJson } from '../../../src/lookups/rdap/json.ts';

describe('strict JSON', () => {
  it('reads what JSON.parse reads', () => {
    fc.assert(
      fc.property(fc.json({ maxDepth: 8 }), (text) => {
        expect(readJson(text)).toEqual({ ok: true, value: JSON.parse(text) });
      }),
    );
  });

  it('never throws', () => {
    fc.assert(fc.property(fc.string(), (text) => void expect(readJson(text)).toHaveProperty('ok')));
  });

  it.each([
    '{"a":1,"a":2}',
    '[{"b":{"a":1, "c":[{}], "\\u0061" : 2}}]',
    '{"ldhName":"a.example","ldhName":"b.example"}',
  ])('refuses a key given twice: %s', (text) => {
    expect(readJson(text)).toMatchObject({ ok: false, reason: expect.stringContaining('given twice') });
  });

  it('allows one key in two objects, and a value that looks like a key', () => {
    expect(readJson('[{"a":"a"},{"a":["a","a"]}]')).toMatchObject({ ok: true });
    expect(readJson('{"a":"\\":{\\"a\\":1","b":"}}]"}')).toMatchObject({ ok: true });
  });

  it.each([100, 100_000, 500_000])('refuses nesting %i deep, before anything is made of it', (depth) => {
    const reason = 'nested deeper than 32';
    expect(readJson('['.repeat(depth) + ']'.repeat(depth))).toEqual({ ok: false, reason });
    expect(readJson('['.repeat(depth))).toEqual({ ok: false, reason });
  });

  it('gives no member that an object inherits', () => {
    expect(member({}, 'constructor')).toBeUndefined();
    expect(member(JSON.parse('{"__proto__":{"a":1}}'), 'a')).toBeUndefined();
  });
});
