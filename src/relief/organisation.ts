// Whether two spellings mean one organisation. Only equal letters and digits are "same"; what differs by its legal form
// alone is a doubt, and a privacy service's name says nothing of who stands behind it.

type Likeness = 'same' | 'similar' | 'withheld' | 'different';

/**
 * Words of stand-in registrants, as privacy services and redacting registries write them; the names of such services run them
 * together with others (`PrivacyGuardian.org`, `WhoisGuard`). Last verified 2026-11.
 */
const STAND_INS =
  /privacy|whois|\b(?:redacted|withheld|private|proxy|not disclosed|data protected|statutory masking)\b/i;

/** Legal forms in the spellings of registrants. Source: ISO 20275 list, common forms. Last verified 2026-11. */
const LEGAL_FORMS = new Set(
  'ab ag bv co company corp corporation gmbh inc incorporated limited llc llp lp ltd nv oy plc pty sa sas sarl spa srl'.split(
    ' ',
  ),
);

export function likeness(stated: string, ordered: string): Likeness {
  const left = wordsOf(stated);
  const right = wordsOf(ordered);
  if (left.join('') === right.join('')) return 'same';
  if (STAND_INS.test(stated)) return 'withheld';
  return core(left) === core(right) ? 'similar' : 'different';
}

function wordsOf(text: string): readonly string[] {
  return (
    text
      .normalize('NFKC')
      .toLowerCase()
      // Marks are the vowels of many scripts: without them two names would read as one.
      .split(/[^\p{L}\p{M}\p{N}]+/u)
      .filter((word) => word !== '' && word !== 'the')
  );
}

function core(words: readonly string[]): string {
  return words.filter((word) => !LEGAL_FORMS.has(word)).join('');
}
