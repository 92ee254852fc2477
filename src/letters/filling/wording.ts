// A party outside the court's reach is asked, never commanded: no word of command in its letter but the order's own words in a
// quote. Judged on the filled letter, so that a passage for ordered parties may have them; told at the place in the template.
import { problem } from '../../casefile/problems.ts';
import type { Problem } from '../../model/problem.ts';
import type { LetterValues } from '../values/values.ts';
import { type Compiled, type Mask, render } from './compile.ts';
import { passagesOf } from './passages.ts';
import type { Source } from './sources.ts';

/** Phrases of command; a blank stands for any white space. */
const COMMANDS: readonly string[] = [
  '(?:must|shall) comply with',
  'must',
  'shall',
  '(?:are|is|be|been|being|were|was) (?:hereby |therefore |further )?(?:ordered|commanded|directed|required|instructed|enjoined|compelled|obliged|obligated)(?: and \\w+)? to',
  '(?:you|it) (?:are|is) (?:hereby |therefore |further )?(?:ordered|commanded|enjoined|compelled|bound)',
  'hereby (?:ordered|orders?|commanded?s?|directed|directs?|required|requires?|enjoined|enjoins?|demands?|demanded)',
  '(?:orders?|commands?|directs?|requires?|obliges?|compels?|instructs?|ordered|commanded|directed|required) you',
  'you are to',
  'court has (?:ordered|commanded|directed)',
  'whom the (?:court|orders?) (?:has |have )?(?:directs?|directed|orders?|ordered|binds?|bound|commands?|commanded|obliges?)',
  'required of you',
  'bound to',
  '(?:comply|complying|compliance) with',
  '(?:fail|fails|failing|failure) to comply',
  'non-compliance',
  'contempt',
  '(?:we|petitioner) demands?',
  'demand that',
  'court-ordered obligations?',
];

const PHRASE = new RegExp(`(?<![\\w-])(?:${COMMANDS.join('|').replaceAll(' ', '\\s+')})(?![\\w-])`, 'gi');

interface Found {
  readonly words: string;
  readonly isQuoted: boolean;
}

export function commandsIn(compiled: Compiled, values: LetterValues, markdown: string): readonly Problem[] {
  if (values.reach !== 'requested') return [];
  const found = phrasesIn(markdown);
  if (found.length === 0) return [];
  const own = spokenBy(compiled, values, found.length);
  const problems = own.map(({ source, begin, text }) => told(text.source, source.place(begin, begin + text.length)));
  // What no words of the template bring comes from a value; in a quote these are the order's own words.
  const [open] = found.filter(({ isQuoted }) => !isQuoted);
  if (problems.length > 0 || open === undefined) return problems;
  return [told(open.words, placeOf(open.words, compiled, values), pathOf(open.words, values))];
}

/** Words that stand whole in no stretch of the template: with marks between them, or put together from values. */
function placeOf(words: string, compiled: Compiled, values: LetterValues): Problem['place'] {
  for (const source of compiled.sources) {
    const passage = passagesOf(source.input).find(({ text }) => text.includes(words));
    if (passage !== undefined) return source.place(passage.begin, passage.end);
  }
  for (const source of compiled.sources) {
    const value = compiled.pieces.get(source.part)?.find(({ kind, begin, end }) => {
      if (kind !== 'value') return false;
      const without = render(compiled, values, { source, begin, text: `{{1${' '.repeat(end - begin - 5)}}}` });
      return without.ok && !phrasesIn(joined(without.value)).some((one) => one.words === words && !one.isQuoted);
    });
    if (value !== undefined) return source.place(value.begin, value.end);
  }
  return compiled.sources.find(({ part }) => part === 'body')?.place(0);
}

/** The subject as a passage of its own. */
export function joined({ subject, markdown }: { readonly subject: string; readonly markdown: string }): string {
  return `${subject}\n\n${markdown}`;
}

function told(words: string, place: Problem['place'], path?: string): Problem {
  const from = path === undefined ? '' : ` The words come from the value "${path}".`;
  const message = `"${words}" commands, and this recipient is only requested.${from}`;
  const hint =
    path === undefined ? undefined : 'Print that value as a quote if it is the order’s own, or word it as a request.';
  return problem('commands-requested-party', message, { hint, place });
}

/** The value that has the words, by its path; the order's own are looked at last, since a quote may have them. */
function pathOf(words: string, values: LetterValues): string | undefined {
  const paths = pathsWith(words, values, '');
  return paths.find((path) => !/^(?:clauses|non_disclosure)\b/.test(path)) ?? paths[0];
}

function pathsWith(words: string, value: unknown, path: string): readonly string[] {
  if (typeof value === 'string') return value.replace(/\s+/g, ' ').includes(words) ? [path] : [];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, member]) => {
    const below = Array.isArray(value) ? `${path}[${key}]` : path === '' ? key : `${path}.${key}`;
    return pathsWith(words, member, below);
  });
}

function phrasesIn(markdown: string): readonly Found[] {
  return passagesOf(markdown).flatMap(({ text, isQuoted }) =>
    [...text.matchAll(PHRASE)].map(([words]) => ({ words, isQuoted })),
  );
}

interface Spoken {
  readonly source: Source;
  readonly begin: number;
  readonly text: { readonly source: string; readonly length: number };
}

/** The places of the template whose words the letter has: without them it has fewer phrases of command. */
function spokenBy(compiled: Compiled, values: LetterValues, count: number): readonly Spoken[] {
  return compiled.sources.flatMap((source) =>
    (compiled.pieces.get(source.part) ?? [])
      .filter(({ kind }) => kind === 'text')
      .flatMap(({ args, begin }) =>
        [...args.matchAll(PHRASE)].flatMap((match): readonly Spoken[] => {
          const [words] = match;
          const mask: Mask = { source, begin: begin + match.index, text: words.replace(/\S/g, 'x') };
          const without = render(compiled, values, mask);
          const fewer = without.ok && phrasesIn(joined(without.value)).length < count;
          return fewer ? [{ source, begin: mask.begin, text: { source: words, length: words.length } }] : [];
        }),
      ),
  );
}
