// What is wrong with one label by IDNA 2008 (RFC 5891 section 4.2.3, RFC 5892 appendix A), in words that name the character.
// Node's own conversion follows UTS 46, which allows and maps more, and looks at directions and joiners only in part.
import { keepsDirection } from './bidi.ts';
import { isAllowed } from './code-points.ts';
import { joinersFit } from './joiners.ts';

/** The reason, as the end of a sentence about the name; none where the label is right. */
export function wrongInLabel(label: string): string | undefined {
  const chars = [...label];
  const stranger = chars.find((char) => !isAllowed(char));
  if (stranger !== undefined) return `has ${named(stranger)}, which IDNA 2008 does not allow`;
  if (label.normalize('NFC') !== label) return 'is not in Unicode normalization form C (RFC 5891)';
  if (/^\p{M}/u.test(label))
    return `has a label that begins with ${named(chars[0] ?? '')}, a mark that belongs to a letter`;
  if (/^-|-$/.test(label)) return `has a label that begins or ends with a hyphen: "${label}"`;
  if (/^..--/u.test(label)) return `has two hyphens in the third and fourth place of a label: "${label}"`;
  const lonely = chars.find(
    (char, at) => !fitsItsNeighbours(char, { before: chars[at - 1], after: chars[at + 1], label }),
  );
  if (lonely !== undefined)
    return `has ${named(lonely)} where IDNA 2008 allows it only beside certain letters (RFC 5892, appendix A)`;
  if (!joinersFit(label))
    return 'has a joiner (U+200C or U+200D) between letters that it cannot part (RFC 5892, appendix A)';
  if (!keepsDirection(label)) return `breaks the rule for letters written from right to left (RFC 5893): "${label}"`;
  return undefined;
}

/** `"☃" (U+2603)`; what cannot be seen is shown by its number alone. */
function named(char: string): string {
  const code = `U+${(char.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;
  return /[\p{L}\p{N}\p{P}\p{S}]/u.test(char) ? `"${char}" (${code})` : code;
}

interface Surroundings {
  readonly before: string | undefined;
  readonly after: string | undefined;
  readonly label: string;
}

/** RFC 5892 appendix A.3 to A.9. */
function fitsItsNeighbours(char: string, { before = '', after = '', label }: Surroundings): boolean {
  switch (char) {
    case '\u00b7':
      return before === 'l' && after === 'l';
    case '\u0375':
      return /^\p{Script=Greek}/u.test(after);
    case '\u05f3':
    case '\u05f4':
      return /^\p{Script=Hebrew}/u.test(before);
    case '\u30fb':
      return /[\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Han}]/u.test(label);
    default:
      if (/[\u0660-\u0669]/.test(char)) return !/[\u06f0-\u06f9]/.test(label);
      return !/[\u06f0-\u06f9]/.test(char) || !/[\u0660-\u0669]/.test(label);
  }
}
