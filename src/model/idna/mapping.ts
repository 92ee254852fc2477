// What may be done to a name before it is looked at, and nothing else: capitals, full-width forms, the ideographic full stop and
// composition (RFC 5895). Everything beyond that, as browsers do it by UTS 46, would be a correction that nobody asked for.

const WIDTHS = /[\uff01-\uff5e\uff61-\uffdc\uffe8-\uffee]/gu;
const DOTS = /[\u3002\uff0e\uff61]/gu;

export function mapped(text: string): string {
  const dotted = text.replace(DOTS, '.').replace(WIDTHS, (form) => form.normalize('NFKC'));
  // One by one: in a word, a capital sigma at the end would become another letter than in the middle.
  return [...dotted].map(lowered).join('').normalize('NFC');
}

/** A capital whose small form is more than one letter stays what it is, and is told. */
function lowered(char: string): string {
  const small = char.toLowerCase();
  return [...small].length === 1 ? small : char;
}

/** Letters that programs before IDNA 2008 read as others, and so reach another name (UTS 46, section 7). */
const DEVIATIONS: Readonly<Record<string, string>> = { ß: 'ss', ς: 'σ', '\u200c': '', '\u200d': '' };
const DEVIATING = /[ßς\u200c\u200d]/gu;

/** The name that older programs reach in place of this one; none where they reach the same. */
export function formerly(unicode: string): string | undefined {
  const former = unicode.replace(DEVIATING, (letter) => DEVIATIONS[letter] ?? letter);
  return former === unicode ? undefined : former;
}
