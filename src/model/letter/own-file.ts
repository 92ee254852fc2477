// Files that the program brings along in its packages and reads only when a letter needs them: fonts, and the layout engine
// where there is no native one. Each is known by a word; the store knows where it lies.

export const OWN_FILES = [
  'serif',
  'serif-bold',
  'serif-italic',
  'serif-bold-italic',
  'mono',
  'mono-bold',
  'arabic',
  'hebrew',
  'devanagari',
  'thai',
  'chinese',
  'korean',
  'typst-wasm',
] as const;
export type OwnFile = (typeof OWN_FILES)[number];
