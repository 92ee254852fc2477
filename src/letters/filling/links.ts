// Addresses that values bring into a filled letter: in prose a value with an address in it is written with "defang". A quote
// is left as it is: these are somebody's own words, and escaped they lead nowhere.
import { problem } from '../../casefile/problems.ts';
import type { Problem } from '../../model/problem.ts';
import type { LetterValues } from '../values/values.ts';
import { type Compiled, render } from './compile.ts';
import { PUNCTUATION_ESCAPE } from './escape.ts';

const ADDRESS = /\b(?:https?|ftp):\/\/\S+/gi;

export function linksIn(compiled: Compiled, values: LetterValues, markdown: string): readonly Problem[] {
  const [first] = addressesIn(markdown);
  if (first === undefined) return [];
  const count = addressesIn(markdown).length;
  const message = `The letter has the address "${first}" in its text.`;
  const problems = compiled.sources.flatMap((source) =>
    (compiled.pieces.get(source.part) ?? [])
      .filter(({ kind }) => kind === 'value')
      .filter(({ begin, end }) => {
        const without = render(compiled, values, { source, begin, text: `{{1${' '.repeat(end - begin - 5)}}}` });
        return without.ok && addressesIn(without.value.markdown).length < count;
      })
      .map(({ begin, end }) => problem('live-link', message, { place: source.place(begin, end) })),
  );
  return problems.length > 0 ? problems : [problem('live-link', message)];
}

function addressesIn(markdown: string): readonly string[] {
  return markdown
    .split('\n')
    .filter((line) => !/^\s*(?:(?:\d+[.)]|[-*+])\s+)*>/.test(line))
    .flatMap((line) => line.replace(PUNCTUATION_ESCAPE, '$1').match(ADDRESS) ?? []);
}
