// What the files of a letter are called, in its own folder and as attachments.

/** Files that the program makes. */
export const LETTER_FILES = [
  'letter.md',
  'letter.docx',
  'letter.pdf',
  'letter.txt',
  'letter.eml',
  'letter.yaml',
  'schedule.csv',
  'schedule-sheet.csv',
  'confirmation.docx',
  'confirmation.pdf',
  'form.txt',
] as const;

const LONGEST = 80;

/**
 * What files of the case folder are called where they go along with a letter: their own names without folders, in letters
 * that every mail program keeps, each name once, and never that of a file which the letter has itself.
 */
export function enclosureNames(files: readonly string[]): ReadonlyMap<string, string> {
  const names = new Map<string, string>();
  const taken = new Set<string>(LETTER_FILES);
  for (const file of files) {
    if (names.has(file)) continue;
    const plain = plainName(file);
    let name = plain;
    for (let next = 2; taken.has(name.toLowerCase()); next += 1) name = `${next}-${plain}`;
    taken.add(name.toLowerCase());
    names.set(file, name);
  }
  return names;
}

function plainName(file: string): string {
  const own = file.split(/[/\\]/).at(-1) ?? '';
  const plain = own
    .normalize('NFKD')
    .replace(/\p{Mark}/gu, '')
    .replace(/[^A-Za-z0-9._-]+/g, '-')
    .slice(-LONGEST)
    .replace(/^[^A-Za-z0-9]+/, '');
  if (plain === '') return 'enclosure';
  // What was sent lies beside the letter's files under names that begin so.
  return /^(?:sent|trial)-/i.test(plain) ? `copy-${plain}` : plain;
}
