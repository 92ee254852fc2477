// Rules: the schedules are those of the order: as many names as it states, each in one of them, each of them used.
import type { Name } from '../../model/name.ts';
import type { Problem } from '../../model/problem.ts';
import { type Draft, orderCalled, ordersOf, paragraphsOf } from '../draft.ts';
import { problem, problemList } from '../problems.ts';
import { ANY } from '../yaml/lost.ts';
import { unused } from './referred.ts';

export function countsAreThoseStated(draft: Draft): readonly Problem[] {
  return Object.entries(draft.file.schedules ?? {}).flatMap(([id, schedule]) => {
    const stated = schedule['stated-count'];
    const reading = draft.schedules.get(id);
    const listed = reading?.names.length;
    // Entries that are no names, or stand twice, are told by themselves: the count would only echo them.
    if (stated === undefined || listed === undefined || stated === listed || reading?.leftOut !== 0) return [];
    const difference = listed < stated ? `${stated - listed} missing` : `${listed - stated} too many`;
    const message = `The order states ${stated} names for ${id}, and ${reading.file} has ${listed}: ${difference}.`;
    return [problem('count-mismatch', message, { place: draft.place(['schedules', id, 'stated-count']) })];
  });
}

export function schedulesHaveNames(draft: Draft): readonly Problem[] {
  return [...draft.schedules]
    .filter(([, reading]) => reading.names.length === 0 && reading.leftOut === 0)
    .map(([id, { file }]) => {
      const place = draft.place(['schedules', id, 'file']);
      return problem('empty-schedule', `${file} has no name in it.`, { place });
    });
}

export function namesStandInOneSchedule(draft: Draft): readonly Problem[] {
  if (draft.schedules.size < 2) return [];
  const problems = problemList();
  const holder = new Map<Name, string>();
  for (const [id, reading] of draft.schedules) {
    for (const listed of reading.names) {
      const other = holder.get(listed.name);
      if (other === undefined) holder.set(listed.name, id);
      else {
        const message = `${listed.name} stands in ${other} too.`;
        const make = () => problem('name-in-two-schedules', message, { place: reading.place(listed) });
        problems.add('name-in-two-schedules', make);
      }
    }
  }
  return problems.all();
}

export function schedulesAreUsed(draft: Draft): readonly Problem[] {
  const known = [
    ['orders', ANY, 'paragraphs', ANY, 'applies-to'],
    ['orders', ANY, 'adds', ANY, 'schedule'],
  ].every(draft.whole);
  if (!known) return [];
  const named = new Set([
    ...paragraphsOf(draft).flatMap(({ value }) => value['applies-to']),
    ...draft.file.orders.flatMap((order) => order.adds.flatMap(({ schedule }) => schedule ?? [])),
  ]);
  return unused(draft.defined.schedules, named).map((id) =>
    problem('unused-schedule', `No paragraph applies to ${id}.`, { place: draft.place(['schedules', id], 'key') }),
  );
}

export function releasedNamesAreListed(draft: Draft): readonly Problem[] {
  const released = ordersOf(draft).flatMap(({ value, path }) =>
    value.releases.flatMap(({ names }, index) =>
      names.map((name, at) => ({ name, order: value, path: [...path, 'releases', index, 'names', at] })),
    ),
  );
  // A name may stand in a schedule that could not be read.
  if (released.length === 0 || !allSchedulesAreRead(draft)) return [];
  const listed = new Set([...draft.schedules.values()].flatMap(({ names }) => names.map(({ name }) => name)));
  return released
    .filter(({ name }) => !listed.has(name))
    .map(({ name, order, path }) =>
      problem('unknown-release', `${orderCalled(order)} releases ${name}, which no schedule has.`, {
        place: draft.place(path),
      }),
    );
}

export function allSchedulesAreRead({ schedules, defined, there }: Draft): boolean {
  return there(['schedules']) && defined.schedules.known.every((id) => schedules.has(id));
}
