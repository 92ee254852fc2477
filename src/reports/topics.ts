// Words to choose from, such as those that `explain` knows: a row of them under each heading on a terminal, one a line for scripts.
import { flow } from './layout.ts';
import { finished, type Surface } from './paint.ts';

export interface Topics {
  readonly heading: string;
  readonly words: readonly string[];
}

const INDENT = '  ';

/** `next`: what to type with one of them. */
export function topicLines(groups: readonly Topics[], next: string, surface: Surface): Iterable<string> {
  return surface.width === undefined ? wordsOf(groups) : finished(underHeadings(groups, next, surface), surface);
}

/** Each once: a word may be several things. */
export function wordsOf(groups: readonly Topics[]): readonly string[] {
  return [...new Set(groups.flatMap(({ words }) => words))];
}

function* underHeadings(groups: readonly Topics[], next: string, { width = 0, paint }: Surface): Iterable<string> {
  for (const { heading, words } of groups) {
    yield paint.bold(heading);
    for (const row of flow(words, INDENT, width - INDENT.length)) yield INDENT + row;
    yield '';
  }
  yield `Next: ${next}`;
}
