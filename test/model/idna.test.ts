import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isAllowed } from '../../src/model/idna/code-points.ts';
import { wrongInLabel } from '../../src/model/idna/label.ts';
import { remarksOn } from '../../src/model/idna/remarks.ts';
import { mixtureIn } from '../../src/model/idna/scripts.ts';
import { parseName } from '../../src/model/name.ts';

/** As RFC 5892 appendix B and its successors derive them; the ones that tell the rules apart. */
const ALLOWED = ['a', '0', '-', 'ß', 'ς', 'ü', 'я', 'ا', '〇', '々', 'ー', '·', '・', '\u200d', '\u0327'];
const FORBIDDEN = [
  'A',
  'Ü',
  'ﬁ',
  'Ⅷ',
  'ª',
  '²',
  '☃',
  '♥',
  '🙂',
  '𝐚',
  'ａ',
  '\u00ad',
  '\u200b',
  '\u0640',
  '\u20e3',
  '\u1100',
  '\u00a0',
];

describe('code points of IDNA 2008', () => {
  it.each(ALLOWED.flatMap((text) => [...text]))('allows %s', (char) => {
    expect(isAllowed(char)).toBe(true);
  });

  it.each(FORBIDDEN)('does not allow %s', (char) => {
    expect(isAllowed(char)).toBe(false);
  });
});

describe('labels', () => {
  it.each([
    ['bücher', 'fine'],
    ['l·l', 'fine'],
    ['a·b', 'beside certain letters'],
    ['͵α', 'fine'],
    ['͵a', 'beside certain letters'],
    ['א״ב', 'fine'],
    ['a״', 'beside certain letters'],
    ['カ・ナ', 'fine'],
    ['a・b', 'beside certain letters'],
    ['ا٠۰', 'beside certain letters'],
    ['ا۰٠', 'beside certain letters'],
    ['ا۰۱', 'fine'],
    ['ا٠١', 'fine'],
    ['͵ьα', 'beside certain letters'],
    ['l·a', 'beside certain letters'],
    ['נ׳', 'fine'],
    ['׳נ', 'beside certain letters'],
    ['☃♥', '"☃" (U+2603)'],
    ['नी\u200cक', 'joiner'],
    ['क्\u200dष', 'fine'],
    ['نامه\u200cای', 'fine'],
    ['ا\u200cب', 'joiner'],
    ['بَ\u200cَب', 'fine'],
    ['ب\u200dب', 'joiner'],
    ['ب\u200cא', 'joiner'],
    ['بب\u200c', 'joiner'],
    ['\u200cب', 'joiner'],
    ['ب\u200cء', 'joiner'],
    ['ü\u200db', 'joiner'],
    ['אב1', 'fine'],
    ['1אב', 'right to left'],
    ['אבc', 'right to left'],
    ['cאב', 'right to left'],
    ['אבְ', 'fine'],
    ['אב1ְ', 'fine'],
    ['ا1٠', 'right to left'],
    ['ا٠', 'fine'],
    ['1٠', 'right to left'],
    ['٠1', 'right to left'],
    ['\u0301a', 'begins with'],
    ['u\u0308ber', 'normalization form C'],
    ['-ü', 'hyphen'],
    ['ab--ü', 'two hyphens'],
    ['☃', '"☃" (U+2603)'],
    ['a\u200b', 'U+200B'],
  ])('%j: %s', (label, says) => {
    expect(wrongInLabel(label) ?? 'fine').toContain(says);
  });
});

describe('names in their own letters', () => {
  it.each([
    ['BÜCHER.example', 'xn--bcher-kva.example'],
    ['bu\u0308cher.example', 'xn--bcher-kva.example'],
    ['ｂüｃｈｅｒ。example', 'xn--bcher-kva.example'],
    ['faß.example', 'xn--fa-hia.example'],
    ['ΒΌΛΟΣ.example', 'xn--nxasmq6b.example'],
    ['βόλος.example', 'xn--nxasmm1c.example'],
    ['XN--I-7IQ.example', 'xn--i-7iq.example'],
  ])('reads %s', (text, name) => {
    expect(parseName(text)).toMatchObject({ ok: true, name });
  });

  it.each([
    ['☃.example', 'U+2603'],
    ['ﬁne.example', 'U+FB01'],
    ['soft\u00adhyphen.example', 'U+00AD'],
    ['zero\u200bwidth.example', 'U+200B'],
    ['İstanbul.example', 'U+0130'],
    ['a\u2010b.example', 'U+2010'],
    ['xn--bcher-kv.example', 'does not decode'],
    ['xn--a.example', 'does not decode'],
    ['xn--zca-\u00fc.example', 'two hyphens'],
  ])('refuses %j: %s', (text, why) => {
    const reading = parseName(text);
    expect(reading.ok ? '' : reading.reason).toContain(why);
  });

  it('comes back from either form, whatever it accepts', () => {
    const unit = fc.constantFrom(...'abcxn-·ßςüяאב٠۰اकि्日ーカ☃ａＡ\u200c\u200d\u0301\u00ad🙂'.split(''), 'xn--', '.');
    fc.assert(
      fc.property(fc.array(unit, { maxLength: 12 }), (parts) => {
        const reading = parseName(`${parts.join('')}.example`);
        if (!reading.ok) return;
        expect(reading.name).toMatch(/^[\x21-\x7e]+$/);
        expect(parseName(reading.name)).toEqual(reading);
        const again = parseName(reading.unicode);
        if (remarksOn(reading.unicode).every(({ kind }) => kind !== 'not-idna-2008')) expect(again).toEqual(reading);
        else expect(again.ok).toBe(false);
      }),
      { numRuns: 2_000 },
    );
  });
});

describe('what has to be said of a name', () => {
  it.each([
    ['xn--i-7iq.example', 'not-idna-2008'],
    ['faß.example', 'read-otherwise'],
    ['xn--pypl-53dc.example', 'mixed-scripts'],
    ['bücher.example', ''],
  ])('%s: %s', (text, kinds) => {
    const reading = parseName(text);
    expect(reading.ok && remarksOn(reading.unicode).map(({ kind }) => kind)).toEqual(kinds === '' ? [] : [kinds]);
  });

  it.each([
    ['раураl', ['Cyrillic', 'Latin']],
    ['раура1', []],
    ['日本カナabc', []],
    ['日本한글', ['Han', 'Hangul'].slice(0, 0)],
    ['カナ한글', ['Katakana', 'Hangul']],
    ['αβc', ['Greek', 'Latin']],
    ['bücher-1', []],
  ])('the writings of %s', (label, mixture) => {
    expect(mixtureIn(label)).toEqual(mixture);
  });
});
