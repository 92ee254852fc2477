// Lines of "needs attention", gathered name by name: one line a name while there are few of a word, one line for all of
// them when there are many. Texts beyond the few are not even made.

import type { Attention } from '../model/judged/progress.ts';
import { byCodeUnit, type Name } from '../model/name.ts';
import { URGENCIES, WORDS, wordRow } from '../relief/words.ts';

interface WorkLine {
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
  /** What another list has gathered of other names. */
  absorb(gathered: WorkGathered): void;
  /** What was added name by name; what was told as it is, is not in it. */
  gathered(): WorkGathered;
  /** In order of urgency, then of the table of words; lines of many names first. */
  lines(): readonly Attention[];
}

/** Plain data: it may come from another thread. */
export type WorkGathered = readonly {
  readonly word: string;
  readonly group?: string;
  readonly together?: string;
  readonly names: readonly Name[];
  /** Of the first names, as many as may be shown by themselves. */
  readonly texts: readonly string[];
}[];

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
  const groupOf = (line: WorkLine): Group => {
    // No word has a blank in it. A text that is put together has to be hashed anew each time.
    const key = line.group === undefined ? line.word : `${line.word} ${line.group}`;
    const known = groups.get(key);
    if (known !== undefined) return known;
    const made = { line, names: [], texts: [] };
    groups.set(key, made);
    return made;
  };
  return {
    add(line, name, text) {
      const group = groupOf(line);
      if (group.names[group.names.length - 1] === name) return;
      group.names.push(name);
      if (group.texts.length < SINGLES) group.texts.push(text());
    },
    tell: (word, text, names = []) => void told.push({ word, names: [...names].sort(byCodeUnit), text }),
    absorb(gathered) {
      for (const { word, group: id, together, names, texts } of gathered) {
        const line = { word, ...(id !== undefined && { group: id }), ...(together && { together: () => together }) };
        const group = groupOf(line);
        for (const name of names) group.names.push(name);
        group.texts.push(...texts.slice(0, SINGLES - group.texts.length));
      }
    },
    gathered: () => [...groups.values()].map(plain),
    lines: () => [...told, ...[...groups.values()].flatMap(linesOf)].sort(byUrgency),
  };
}

/** Many names are sorted here, in their own thread: joining what is sorted is quick. Few keep step with their texts. */
function plain({ line: { word, group, together }, names, texts }: Group): WorkGathered[number] {
  if (names.length > SINGLES) names.sort();
  return { word, names, texts, ...(group !== undefined && { group }), ...(together && { together: together() }) };
}

function linesOf({ line, names, texts }: Group): readonly Attention[] {
  const { word, group, together } = line;
  const single = group === undefined && names.length <= SINGLES;
  if (single) return names.map((name, at) => ({ word, names: [name], text: texts[at] ?? '' }));
  const [text = ''] = texts;
  return [
    {
      word,
      names: [...names].sort(),
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
