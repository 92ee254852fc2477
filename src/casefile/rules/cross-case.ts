// What can be seen only of several cases together: a name that two orders are about. The same actor is taken to court
// more than once, and two orders may ask for different things.
import type { Case } from '../../model/case/case.ts';
import type { Name } from '../../model/name.ts';
import type { Problem } from '../../model/problem.ts';
import { problem, problemList } from '../problems.ts';

/** A rehearsal's copy of a case shares all its names on purpose and is left out. */
export function crossCase(cases: readonly Case[]): readonly Problem[] {
  const holder = new Map<Name, Case>();
  const problems = problemList();
  for (const theCase of cases.filter(({ rehearsal }) => !rehearsal)) {
    for (const { id, file, names } of theCase.schedules) {
      for (const { name, line } of names) {
        const other = holder.get(name);
        if (other === undefined) holder.set(name, theCase);
        else if (other !== theCase) {
          const message = `${name} of ${theCase.id}, ${id} (${file}, line ${line}) stands in case ${other.id} too.`;
          problems.add('name-in-two-cases', () => problem('name-in-two-cases', message));
        }
      }
    }
  }
  return problems.all();
}
