import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { drop, harmlessJson, show } from '../../../src/model/text/harmless.ts';

const CASES: readonly (readonly [string, string, string, string])[] = [
  ['a colour sequence', '\u001b[31mred\u001b[0m', '␛red␛', 'red'],
  ['a title set by OSC', 'a\u001b]0;owned\u0007b', 'a␛b', 'ab'],
  ['an unfinished OSC', 'a\u001b]8;;http://x', 'a␛', 'a'],
  ['an 8-bit CSI', 'a\u009b2Jb', 'a␛b', 'ab'],
  ['a DCS string', 'a\u001bPq#0\u001b\\b', 'a␛b', 'ab'],
  ['a lone escape', 'a\u001b', 'a␛', 'a'],
  ['line breaks', 'a\r\nb\nc\rd', 'a⏎b⏎c⏎d', 'a b c d'],
  ['backspaces', 'ab\b\bcd', 'ab\\x08\\x08cd', 'abcd'],
  ['a NUL', 'a\u0000b', 'a\\x00b', 'ab'],
  ['a bidi override', 'a\u202eb', 'a\\u{202e}b', 'ab'],
  ['a zero-width joiner', 'a\u200db', 'a\\u{200d}b', 'ab'],
  ['a tag character', 'a\u{e0041}b', 'a\\u{e0041}b', 'ab'],
  ['a lone surrogate', 'a\ud800b', 'a\\u{d800}b', 'ab'],
  ['honest text', 'Zoë Müller 北京 мир', 'Zoë Müller 北京 мир', 'Zoë Müller 北京 мир'],
];

describe('text from outside', () => {
  it.each(CASES)('shows and drops %s', (_, hostile, shown, dropped) => {
    expect(show(hostile)).toBe(shown);
    expect(drop(hostile)).toBe(dropped);
  });

  it('leaves no control character, whatever comes', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (text) => {
        // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for
        const control = /[\u0000-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069\ud800-\udfff]/u;
        expect(show(text)).not.toMatch(control);
        expect(drop(text)).not.toMatch(control);
      }),
    );
  });
});

describe('JSON text', () => {
  it('says the same value, without a character that a terminal would obey', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const json = harmlessJson(JSON.stringify(text));
        expect(JSON.parse(json)).toBe(text);
        // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for
        expect(json).not.toMatch(/[\u0000-\u001f\u007f-\u009f\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff]/);
      }),
    );
  });

  it('keeps letters of all scripts readable', () => {
    expect(harmlessJson(JSON.stringify('münchen 東京 \u009b31m\u202e'))).toBe('"münchen 東京 \\u009b31m\\u202e"');
  });
});
