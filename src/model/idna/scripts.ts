// Which writings a label mixes. Writings that are used together every day (UTS 39, "highly restrictive") are no mixture.

/** Scripts that people write names in today (Unicode Standard Annex 31, tables 5 and 7); others are counted as one. */
const SCRIPTS = [
  ...[
    'Latin',
    'Greek',
    'Cyrillic',
    'Armenian',
    'Georgian',
    'Hebrew',
    'Arabic',
    'Ethiopic',
    'Thaana',
    'Tibetan',
    'Myanmar',
  ],
  ...['Devanagari', 'Bengali', 'Gurmukhi', 'Gujarati', 'Oriya', 'Tamil', 'Telugu', 'Kannada', 'Malayalam', 'Sinhala'],
  ...['Thai', 'Lao', 'Khmer', 'Han', 'Hiragana', 'Katakana', 'Bopomofo', 'Hangul', 'Cherokee', 'Canadian_Aboriginal'],
] as const;

const TESTS = SCRIPTS.map((script) => ({ script, test: new RegExp(`\\p{Script_Extensions=${script}}`, 'u') }));
/** Digits, hyphens and marks that belong to what stands before them. */
const OF_ALL = /[\p{Script=Common}\p{Script=Inherited}]/u;

const TOGETHER: readonly ReadonlySet<string>[] = [
  new Set(['Latin', 'Han', 'Hiragana', 'Katakana']),
  new Set(['Latin', 'Han', 'Bopomofo']),
  new Set(['Latin', 'Han', 'Hangul']),
];

/** The scripts of a label where they do not go together, in the order in which they come; otherwise none. */
export function mixtureIn(label: string): readonly string[] {
  const letters = [...label].filter((char) => !OF_ALL.test(char)).map(scriptsOf);
  if (letters.length === 0 || commonTo(letters)) return [];
  if (TOGETHER.some((group) => letters.every((scripts) => scripts.some((script) => group.has(script))))) return [];
  return [...new Set(letters.map(([first = 'another script']) => first))];
}

function scriptsOf(char: string): readonly string[] {
  const found = TESTS.filter(({ test }) => test.test(char)).map(({ script }) => script);
  return found.length === 0 ? ['another script'] : found;
}

function commonTo(letters: readonly (readonly string[])[]): boolean {
  const [first = []] = letters;
  return first.some((script) => letters.every((scripts) => scripts.includes(script)));
}
