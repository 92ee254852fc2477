// What a public filing must not have, or should not: rows of kinds with what shows them in a text. The rule names four kinds of numbers and
// the names of minors; mail addresses and telephone numbers are left out as well. Names of minors no pattern finds.

export interface PersonalKind {
  /** As the mark in the paper says it. */
  readonly kind: 'e-mail' | 'phone' | 'number' | 'birth date';
  readonly pattern: RegExp;
  /** Of what the pattern finds, what is of the kind; absent: all of it. */
  readonly holds?: (found: string) => boolean;
  readonly because: string;
}

/** Fed. R. Civ. P. 5.2(a), as published by the courts' own site for privacy rules, read 2026-11-23. */
const RULE = 'Fed. R. Civ. P. 5.2(a)';
const CHOICE = 'contact details, left out by choice';

const AT = '(?:@|\\s?[\\[({]\\s?at\\s?[\\])}]\\s?)';
const DOT = '(?:\\.|\\s?[\\[({]\\s?dot\\s?[\\])}]\\s?)';
const LOCAL = "[\\p{L}\\p{N}][\\p{L}\\p{N}._%+'-]{0,63}";
const DOMAIN = `(?:[\\p{L}\\p{N}-]{1,63}(?:${DOT}[\\p{L}\\p{N}-]{1,63}){0,8}|\\[[0-9a-f.:]{3,45}\\])`;

/** In this order: what was found is not looked at again. */
export const PERSONAL: readonly PersonalKind[] = [
  { kind: 'e-mail', pattern: new RegExp(`${LOCAL}${AT}${DOMAIN}`, 'giu'), because: CHOICE },
  {
    kind: 'birth date',
    pattern: /\b(?:born|birth|dob)\b[^\d\n]{0,20}\d[\d\p{L} ,./-]{3,24}\d/giu,
    because: RULE,
  },
  // Social security and taxpayer numbers.
  { kind: 'number', pattern: /(?<![\w-])(?:\d{3}-\d{2}-\d{4}|\d{2}-\d{7})(?![\w-])/g, because: RULE },
  {
    kind: 'number',
    pattern: /\b(?:ssn|tin|ein|itin|social security|taxpayer|tax id)\b[^\d\n]{0,24}\d[\d -]{5,14}\d/giu,
    because: RULE,
  },
  {
    kind: 'number',
    pattern:
      /\b(?:account|acct|iban|routing)\b(?:[^\p{L}\d\n]{0,6}(?:number|no|nr|id)\b)?[^\p{L}\d\n]{0,6}(?=[A-Z-]*\d)[A-Z0-9][A-Z0-9-]{3,34}(?: \d{2,6}){0,8}/giu,
    holds: (found) => digitsIn(found) >= 4,
    because: RULE,
  },
  { kind: 'number', pattern: /(?<!\w)[A-Z]{2}\d{2}(?: ?[A-Z0-9]{4}){2,7}(?: ?[A-Z0-9]{1,4})?(?!\w)/g, because: RULE },
  { kind: 'number', pattern: /(?<![\w.:-])\d(?:[ -]?\d){12,18}(?![\w.:-])/g, holds: isCardNumber, because: RULE },
  {
    kind: 'phone',
    pattern: /(?<![\w-])(?:\+|00)[ (]*\d[\d ()./-]{5,22}\d(?!\w)/g,
    holds: (found) => digitsIn(found) >= 7,
    because: CHOICE,
  },
  {
    kind: 'phone',
    pattern: /(?<![\w.:-])(?:1[-. ])?(?:\(\d{3}\) ?|\d{3}[-. ])\d{3}[-. ]\d{4}(?![\w.:-]?\d)/g,
    because: CHOICE,
  },
  {
    kind: 'phone',
    pattern: /\b(?:tel|telephone|phone|fax|mobile|cell)\b[^\d\n+(]{0,8}[+(]?\d[\d ()./-]{4,22}\d/giu,
    because: CHOICE,
  },
];

function digitsIn(text: string): number {
  return text.replace(/\D/g, '').length;
}

/** ISO/IEC 7812-1: the sum that numbers of cards carry. */
function isCardNumber(found: string): boolean {
  const digits = [...found.replace(/\D/g, '')].map(Number).toReversed();
  const sum = digits.reduce((all, digit, at) => {
    const doubled = at % 2 === 0 ? digit : digit * 2;
    return all + (doubled > 9 ? doubled - 9 : doubled);
  }, 0);
  return sum % 10 === 0;
}
