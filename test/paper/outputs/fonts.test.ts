import { describe, expect, it } from 'vitest';
import { OWN_FILES, type OwnFile } from '../../../src/model/letter/own-file.ts';
import { displayedOr, facesFor, NO_FONT, printable } from '../../../src/paper/fonts/faces.ts';
import { glyphsOf, readFont } from '../../../src/paper/fonts/font-file.ts';
import { onlyGlyphs } from '../../../src/paper/fonts/only-glyphs.ts';
import { ownFile } from '../../../src/store/disk/package-files.ts';

const FONTS = OWN_FILES.filter((file) => file !== 'typst-wasm');
const asked = () => {
  const read: OwnFile[] = [];
  const own = (file: OwnFile) => {
    read.push(file);
    return ownFile(file);
  };
  return { read, house: { fonts: [], own } };
};
const codePoint = (character: string) => character.codePointAt(0) ?? 0;

describe('fonts', () => {
  it.each(FONTS)('%s is there, and has a name', (file) => {
    expect(readFont(ownFile(file)).families.length).toBeGreaterThan(0);
  });

  it.each([
    ['serif', 'AéжΩ—§', '漢אक'],
    ['mono', 'a-0', '漢'],
    ['arabic', 'ع', 'a漢'],
    ['hebrew', 'ע', '漢'],
    ['devanagari', 'क', '漢'],
    ['thai', 'ท', '漢'],
    ['chinese', '验パ', '테ع'],
    ['korean', '테', 'ع'],
  ] as const)('%s has %s and not %s', (file, has, lacks) => {
    const font = readFont(ownFile(file));
    expect([...has].filter((character) => !font.covers(codePoint(character)))).toEqual([]);
    expect([...lacks].filter((character) => font.covers(codePoint(character)))).toEqual([]);
  });

  it('are read only for the scripts that a letter has', () => {
    const { read, house } = asked();
    expect(facesFor('plain — “text” Ünïcödé Ж', house).scripts).toEqual([]);
    expect(read).toEqual(['serif']);
    expect(facesFor('عربي 漢', house).scripts).toEqual(['arabic', 'chinese']);
  });

  it('of the firm are asked last', () => {
    const { house } = asked();
    const armenian = facesFor('աշխարհ', house);
    expect(printable('ա', armenian)).toBe('[U+0561]');
    expect(displayedOr('աշխարհ.example', armenian)).toBe(NO_FONT);
    const withFont = facesFor('աշխարհ', { ...house, fonts: [ownFile('mono')] });
    expect(displayedOr('աշխարհ.example', withFont)).toBe('աշխարհ.example');
  });

  it('that are damaged are an error, and nothing else', () => {
    for (const length of [0, 4, 12, 100, 5000]) {
      expect(() => readFont(ownFile('hebrew').slice(0, length))).toThrow(RangeError);
    }
  });

  it('lose the outlines that are not wanted, and nothing of the original', () => {
    const before = Buffer.from(ownFile('chinese'));
    const small = onlyGlyphs(ownFile('chinese'), '验');
    expect(Buffer.compare(before, ownFile('chinese'))).toBe(0);
    expect(glyphsOf(small)(codePoint('验'))).toBe(glyphsOf(before)(codePoint('验')));
    expect(small.filter((octet) => octet === 0).length).toBeGreaterThan(small.length * 0.8);
  });
});
