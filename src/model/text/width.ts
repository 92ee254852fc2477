// How many columns a text takes on a terminal: two for wide East Asian characters and emoji (UAX #11, W and F), none for
// combining marks. Text from outside has been through model/text/harmless.ts, so joiners and variation selectors are visible.

/** Wide ranges of EastAsianWidth.txt, Unicode 16; unassigned code points inside a block count as wide. Last verified 2026-11. */
const WIDE =
  /[\u{1100}-\u{115f}\u{2329}\u{232a}\u{2e80}-\u{303e}\u{3041}-\u{a4cf}\u{a960}-\u{a97f}\u{ac00}-\u{d7a3}\u{f900}-\u{faff}\u{fe10}-\u{fe19}\u{fe30}-\u{fe6f}\u{ff01}-\u{ff60}\u{ffe0}-\u{ffe6}\u{16fe0}-\u{18dff}\u{1aff0}-\u{1b2ff}\u{1f200}-\u{1f2ff}\u{20000}-\u{3fffd}]|\p{Emoji_Presentation}/u;

/** Marks above and below, and the vowels and finals of Hangul that join the letter before them. */
const NO_WIDTH = /\p{Mn}|\p{Me}|[\u{1160}-\u{11ff}\u{d7b0}-\u{d7ff}]/u;

/** Each half of a flag is a code point of its own. */
const FLAG_HALF = /\p{Regional_Indicator}/u;

export function displayWidth(text: string): number {
  if (isAscii(text)) return text.length;
  let width = 0;
  for (const character of text) width += characterWidth(character);
  return width;
}

export function characterWidth(character: string): 0 | 1 | 2 {
  if (character <= '\u02ff') return 1;
  if (NO_WIDTH.test(character)) return 0;
  return WIDE.test(character) && !FLAG_HALF.test(character) ? 2 : 1;
}

/** Words put on lines of at most so many columns. A word that is wider stands on a line of its own and sticks out. */
export function wrapWords(words: readonly string[], width: number): readonly string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of words) {
    const longer = line === '' ? word : `${line} ${word}`;
    if (line !== '' && displayWidth(longer) > width) {
      lines.push(line);
      line = word;
    } else {
      line = longer;
    }
  }
  return [...lines, line];
}

function isAscii(text: string): boolean {
  return /^[\u0020-\u007e]*$/.test(text);
}
