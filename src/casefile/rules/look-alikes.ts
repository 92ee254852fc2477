// Rules: names that people take for one another are pointed out. Look-alikes are meant more often than not, so this warns
// and never corrects. The table holds what is confused in print and on screens, not the whole of Unicode's list.
import { unicodeOf } from '../../model/name.ts';
import type { Problem } from '../../model/problem.ts';
import type { Draft } from '../draft.ts';
import { problem, problemList } from '../problems.ts';

/** What each is taken for. After Unicode Technical Standard 39 and names of real orders; last verified 2026-11. */
const LOOKS_LIKE: Readonly<Record<string, string>> = {
  rn: 'm',
  vv: 'w',
  cl: 'd',
  '1': 'l',
  i: 'l',
  ı: 'l',
  і: 'l',
  '0': 'o',
  о: 'o',
  ο: 'o',
  а: 'a',
  α: 'a',
  е: 'e',
  с: 'c',
  ϲ: 'c',
  р: 'p',
  ρ: 'p',
  х: 'x',
  χ: 'x',
  у: 'y',
  γ: 'y',
  ѕ: 's',
  '5': 's',
  '-': '',
  _: '',
};
const PAIRS = /rn|vv|cl/g;
const LETTERS = /[1iıі0оοаαесϲрρхχуγѕ5_-]/g;
const ASCII = /^[\x21-\x7e]*$/;

function withoutMarks(unicode: string): string {
  return unicode.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
}

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
  const plain = ASCII.test(unicode) ? unicode : withoutMarks(unicode);
  const single = plain.replace(LETTERS, (letter) => LOOKS_LIKE[letter] ?? letter);
  return single.replace(PAIRS, (pair) => LOOKS_LIKE[pair] ?? pair);
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
