// Rules about the petitioner's own domains and marks, where the case states them: its own name on the list is a slip, and a name
// with the shape of a mark is what nobody may "correct".

import { isWithin, nameOrNone } from '../../model/name.ts';
import type { Problem } from '../../model/problem.ts';
import { shapeOf } from '../../model/tables/confusables.ts';
import type { Draft } from '../draft.ts';
import { problem, problemList } from '../problems.ts';

export function ownDomainsAreNotListed(draft: Draft): readonly Problem[] {
  const own = (draft.file.petitioner?.domains ?? []).flatMap((domain) => nameOrNone(domain) ?? []);
  if (own.length === 0) return [];
  const problems = problemList();
  for (const reading of draft.schedules.values()) {
    for (const listed of reading.names) {
      const above = own.find((domain) => isWithin(listed.name, domain));
      if (above === undefined) continue;
      const what =
        above === listed.name
          ? 'is a domain of the petitioner itself'
          : `stands under ${above}, the petitioner's own domain`;
      problems.add('own-name', () => problem('own-name', `${listed.name} ${what}.`, { place: reading.place(listed) }));
    }
  }
  return problems.all();
}

export function looksOfMarksArePointedOut(draft: Draft): readonly Problem[] {
  const marks = marksOf(draft);
  if (marks.size === 0) return [];
  const problems = problemList();
  for (const reading of draft.schedules.values()) {
    for (const listed of reading.names) {
      for (const label of listed.unicode.split('.').slice(0, -1)) {
        const mark = marks.get(shapeOf(label));
        if (mark === undefined || mark === label) continue;
        problems.add('looks-like-mark', () =>
          problem('looks-like-mark', `"${label}" in ${listed.name} looks like "${mark}" and is not.`, {
            place: reading.place(listed),
          }),
        );
      }
    }
  }
  return problems.all();
}

/** By their shape, as a label would be written: marks as words, and the registered labels of the petitioner's domains. */
function marksOf({ file }: Draft): ReadonlyMap<string, string> {
  const { marks = [], domains = [] } = file.petitioner ?? {};
  const words = marks.map((mark) => mark.toLowerCase().replaceAll(/[\s.]+/g, ''));
  const labels = domains.flatMap((domain) => nameOrNone(domain)?.split('.')[0] ?? []);
  return new Map([...labels, ...words].filter((word) => word !== '').map((word) => [shapeOf(word), word]));
}
