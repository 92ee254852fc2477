import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isWithin, nameOrNone, parseName, topLabel, unicodeOf } from '../../src/model/name.ts';

/** As long as a name may be: 253 characters. */
const LONGEST = `${'abcdefghi.'.repeat(25)}com`;

const read = (text: string) => nameOrNone(text);

describe('parseName', () => {
  it.each([
    ['Outlook-Verify.NET', 'outlook-verify.net'],
    ['outlook-verify.net.', 'outlook-verify.net'],
    ['bücher.example', 'xn--bcher-kva.example'],
    ['XN--BCHER-KVA.example', 'xn--bcher-kva.example'],
    ['_dmarc.mail.example', '_dmarc.mail.example'],
    ['te1egram.example', 'te1egram.example'],
    ['xn--bcher-kva.bücher.example', 'xn--bcher-kva.xn--bcher-kva.example'],
    ['a.example。', 'a.example'],
    [LONGEST, LONGEST],
    [`${LONGEST.toUpperCase()}.`, LONGEST],
    [`${'a'.repeat(63)}.example`, `${'a'.repeat(63)}.example`],
  ])('reads %s', (text, name) => {
    expect(read(text)).toBe(name);
  });

  it.each([
    ['', 'empty'],
    ['example', 'one label'],
    ['a..example', 'empty label'],
    ['-a.example', 'label'],
    ['a-.example', 'label'],
    ['192.0.2.1', 'IP address'],
    ['https://a.example/x', 'not a name alone'],
    ['a.example:443', 'not a name alone'],
    ['user@a.example', 'not a name alone'],
    ['a b.example', 'white space'],
    ['a\u0000.example', 'control'],
    [`${'a'.repeat(64)}.example`, 'label'],
    [`${'a.'.repeat(130)}example`, 'longer than 253'],
    ['xn--zzzzzzzz99999.example', 'xn--'],
    ['a[.]example', 'not a name alone'],
    ['*.evil.example', 'is a pattern'],
    [`a${LONGEST}`, 'longer than 253'],
    ['.a.example', 'empty label'],
    ['a.example..', 'empty label'],
    ['.', 'empty'],
    ['a.example.123', 'IP address'],
    ['1.2', 'IP address'],
  ])('refuses %j: %s', (text, why) => {
    const reading = parseName(text);
    expect(reading.ok).toBe(false);
    expect(reading.ok ? '' : reading.reason).toContain(why);
  });

  it('reads a usual name at one look as it reads it label by label', () => {
    const label = fc.stringMatching(/^[a-z0-9_xn-]{0,9}$/);
    const text = fc.array(label, { minLength: 1, maxLength: 5 }).map((labels) => labels.join('.'));
    fc.assert(
      fc.property(text, (one) => {
        // With its final dot it is not a usual one.
        if (!one.endsWith('.')) expect(parseName(one)).toEqual(parseName(`${one}.`));
      }),
    );
  });

  it('is idempotent, whatever it accepts', () => {
    fc.assert(
      fc.property(fc.oneof(fc.domain(), fc.string({ maxLength: 60 })), (text) => {
        const name = read(text);
        if (name !== undefined) expect(read(name)).toBe(name);
      }),
    );
  });
});

describe('names', () => {
  it('knows both forms', () => {
    const name = read('bücher.example');
    expect(name && unicodeOf(name)).toBe('bücher.example');
  });

  it('knows what stands within what', () => {
    const [parent, child, other] = [read('a.example'), read('www.a.example'), read('xa.example')];
    if (!parent || !child || !other) throw new Error('names did not read');
    expect([isWithin(child, parent), isWithin(parent, parent), isWithin(other, parent)]).toEqual([true, true, false]);
    expect(topLabel(child)).toBe('example');
  });
});
