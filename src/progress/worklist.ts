// Lines of "needs attention", gathered name by name: one line a name while there are few of a word, one line for all of
// them when there are many. Texts beyond the few are not even made.
import { byCodeUnit, type Name } from '../model/name.ts';
import type { Attention } from '../model/progress.ts';
import { URGENCIES, WORDS, wordRow } from '../relief/words.ts';

export interface WorkLine {
  readonly word: string;
  /** Lines of one word and group become one when there are many; absent: the word is the group. */
  readonly group?: string;
  /** What stands for the whole group; absent: the word's meaning. */
  readonly together?: () => string;
}

export interface WorkList {
  /** Made only while it may be shown by itself. */
  add(line: WorkLine, name: Name, text: () => string): void;
  /** A line as it is: about the case, or about many names. */
  tell(word: string, text: string, names?: readonly Name[]): void;
  /** In order of urgency, then of the table of words; lines of many names first. */
  lines(): readonly Attention[];
}

/** More names than these under one word become one line. */
const SINGLES = 2;

interface Group {
  readonly line: WorkLine;
  readonly names: Name[];
  readonly texts: string[];
}

export function makeWorkList(): WorkList {
  const groups = new Map<string, Group>();
  const told: Attention[] = [];
  return {
    add(line, name, text) {
      const key = `${line.word} ${line.group ?? ''}`;
      const group = groups.get(key) ?? { line, names: [], texts: [] };
      groups.set(key, group);
      if (group.names[group.names.length - 1] === name) return;
      group.names.push(name);
      if (group.texts.length < SINGLES) group.texts.push(text());
    },
    tell: (word, text, names = []) => void told.push({ word, names: [...names].sort(byCodeUnit), text }),
    lines: () => [...told, ...[...groups.values()].flatMap(linesOf)].sort(byUrgency),
  };
}

function linesOf({ line, names, texts }: Group): readonly Attention[] {
  const { word, group, together } = line;
  const single = group === undefined && names.length <= SINGLES;
  if (single) return names.map((name, at) => ({ word, names: [name], text: texts[at] ?? '' }));
  const [text = ''] = texts;
  return [
    {
      word,
      names: [...names].sort(byCodeUnit),
      text: names.length === 1 ? text : (together?.() ?? wordRow(word)?.means ?? text),
    },
  ];
}

const RANKS: ReadonlyMap<string, number> = new Map(
  Object.entries(WORDS).map(([word, { urgency }], at) => [word, URGENCIES.indexOf(urgency) * 1000 + at]),
);

export function rankOf(word: string): number {
  return RANKS.get(word) ?? Number.MAX_SAFE_INTEGER;
}

function byUrgency(a: Attention, b: Attention): number {
  return (
    rankOf(a.word) - rankOf(b.word) || byCodeUnit(a.names[0] ?? '', b.names[0] ?? '') || byCodeUnit(a.text, b.text)
  );
}
