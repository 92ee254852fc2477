// Rules: names that people take for one another are pointed out. Look-alikes are meant more often than not, so this warns
// and never corrects. The table holds what is confused in print and on screens, not the whole of Unicode's list.
import { unicodeOf } from '../../model/name.ts';
import type { Problem } from '../../model/problem.ts';
import type { Draft } from '../draft.ts';
import { problem, problemList } from '../problems.ts';

/** After Unicode Technical Standard 39 (confusables) and names of real orders; last verified 2026-11. */
const LOOKS_LIKE: readonly (readonly [RegExp, string])[] = [
  [/rn/g, 'm'],
  [/vv/g, 'w'],
  [/cl/g, 'd'],
  [/[1iǀıіɩ|!]/g, 'l'],
  [/[0оοօ]/g, 'o'],
  [/[аɑα]/g, 'a'],
  [/[еҽ]/g, 'e'],
  [/[сϲ]/g, 'c'],
  [/[рρ]/g, 'p'],
  [/[хχ]/g, 'x'],
  [/[уγ]/g, 'y'],
  [/[ѕ5]/g, 's'],
  [/[-_]/g, ''],
];

export function lookAlikesArePointedOut(draft: Draft): readonly Problem[] {
  const problems = problemList();
  const seen = new Map<string, string>();
  for (const reading of draft.schedules.values()) {
    for (const listed of reading.names) {
      const shape = shapeOf(listed.unicode);
      const other = seen.get(shape);
      if (other === undefined) seen.set(shape, listed.name);
      else if (other !== listed.name) {
        const message = `${listed.name} looks like ${other}.`;
        problems.add('confusable-names', () => problem('confusable-names', message, { place: reading.place(listed) }));
      }
    }
  }
  return problems.all();
}

/** What is left of a name when everything that looks alike is made equal. */
export function shapeOf(unicode: string): string {
  const plain = unicode.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
  return LOOKS_LIKE.reduce((text, [alike, one]) => text.replace(alike, one), plain);
}

export function internationalNamesAreShownInBothForms(draft: Draft): readonly Problem[] {
  const problems = problemList();
  for (const reading of draft.schedules.values()) {
    for (const listed of reading.names) {
      if (!listed.name.includes('xn--')) continue;
      const message = `${listed.name} is shown to people as ${unicodeOf(listed.name)}.`;
      problems.add('international-name', () =>
        problem('international-name', message, { place: reading.place(listed) }),
      );
    }
  }
  return problems.all();
}
