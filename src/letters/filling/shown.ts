// What no output could show of a filled text, told where it stands in the template: a letter's own lines are nobody's to mend.
import type { Problem } from '../../model/problem.ts';
import { blocksOf } from '../document/markdown.ts';
import type { Compiled } from './compile.ts';

/** `markdown`: as the document is made of it. */
export function notShown(compiled: Compiled, markdown: string): readonly Problem[] {
  const lines = markdown.split('\n');
  return blocksOf(markdown).problems.map((one) => {
    const place = placeOf(lines[(one.place?.line ?? 1) - 1] ?? '', compiled);
    return place === undefined ? one : { ...one, place };
  });
}

/** The line of the template that the filled line was made of: the one with the longest own words before its first value. */
function placeOf(line: string, { sources }: Compiled): Problem['place'] {
  const wanted = line.trim();
  let best = { length: 0, place: sources.find(({ part }) => part === 'body')?.place(0) };
  for (const source of sources.filter(({ part }) => part !== 'subject')) {
    let begin = 0;
    for (const own of source.input.split('\n')) {
      const words = own.trim();
      const [fixed = ''] = words.split(/\{[{%]/, 1);
      if (fixed.length > best.length && wanted.startsWith(fixed)) {
        const start = begin + own.indexOf(words);
        best = { length: fixed.length, place: source.place(start, start + words.length) };
      }
      begin += own.length + 1;
    }
  }
  return best.place;
}
