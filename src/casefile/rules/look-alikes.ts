// Rules: names that people or programs take for others are pointed out. Look-alikes are meant more often than not, so this
// warns and never corrects.

import { remarksOn } from '../../model/idna/remarks.ts';
import type { Problem } from '../../model/problem.ts';
import { shapeOf } from '../../model/tables/confusables.ts';
import type { Draft } from '../draft.ts';
import { problem, problemList } from '../problems.ts';

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

export function internationalNamesAreShownInBothForms(draft: Draft): readonly Problem[] {
  const problems = problemList();
  for (const reading of draft.schedules.values()) {
    for (const listed of reading.names) {
      if (!listed.name.includes('xn--')) continue;
      const place = () => reading.place(listed);
      const message = `${listed.name} is shown to people as ${listed.unicode}.`;
      problems.add('international-name', () => problem('international-name', message, { place: place() }));
      for (const { kind, says } of remarksOn(listed.unicode)) {
        problems.add(kind, () => problem(kind, `${listed.unicode} (${listed.name}) ${says}.`, { place: place() }));
      }
    }
  }
  return problems.all();
}
