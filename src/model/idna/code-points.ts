// Which code points a label may have under IDNA 2008, derived from the properties of the running Node's Unicode as RFC 5892
// derives them, so that no table of code points has to be kept. Directions and joiners: bidi.ts, joiners.ts.

/** RFC 5892 section 2.6: what the properties alone would get wrong. */
const EXCEPTIONS_VALID = /[\u00df\u03c2\u06fd\u06fe\u0f0b\u3007]/u;
const EXCEPTIONS_DISALLOWED = /[\u0640\u07fa\u302e\u302f\u3031-\u3035\u303b]/u;
/** Section 2.6, CONTEXTO, with the neighbours that appendix A asks for. */
const BY_CONTEXT = /[\u00b7\u0375\u05f3\u05f4\u0660-\u0669\u06f0-\u06f9\u30fb]/u;
/** Appendix A.1 and A.2: zero width (non-)joiner. */
const JOINER = /[\u200c\u200d]/u;
const LDH = /[a-z0-9-]/u;
/** Section 2.2, and 2.7 to 2.9. Changes when NFKC-casefolded is section 2.2 (unstable) and the ignorable part of 2.3. */
const UNSTABLE = /\p{Changes_When_NFKC_Casefolded}/u;
const IGNORABLE = /[\p{Default_Ignorable_Code_Point}\p{White_Space}\p{Noncharacter_Code_Point}]/u;
/** Section 2.4: marks for symbols, and musical symbols. */
const IGNORABLE_BLOCKS = /[\u20d0-\u20ff\u{1d100}-\u{1d24f}]/u;
const OLD_HANGUL = /[\u1100-\u11ff\ua960-\ua97c\ud7b0-\ud7c6\ud7cb-\ud7fb]/u;
const LETTER_DIGIT = /[\p{Ll}\p{Lu}\p{Lo}\p{Nd}\p{Lm}\p{Mn}\p{Mc}]/u;

const NEVER = [EXCEPTIONS_DISALLOWED, UNSTABLE, IGNORABLE, IGNORABLE_BLOCKS, OLD_HANGUL];

/** Whether the code point may stand in a U-label; what needs a neighbour is looked at in joiners.ts. */
export function isAllowed(char: string): boolean {
  if (LDH.test(char) || EXCEPTIONS_VALID.test(char) || BY_CONTEXT.test(char) || JOINER.test(char)) return true;
  return !NEVER.some((kind) => kind.test(char)) && LETTER_DIGIT.test(char);
}
