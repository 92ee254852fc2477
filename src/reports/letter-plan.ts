// What the plan of letters shows: the letters, what comes next, and the names that no letter is about.
import type { NextStep, PlannedLetter } from '../model/letter.ts';
import type { Name } from '../model/name.ts';
import type { Report } from './report.ts';

export interface LetterPlan extends Report {
  readonly planned: readonly PlannedLetter[];
  /** Steps of the ladder, due and yet to come. */
  readonly steps: readonly NextStep[];
  /** Only some recipients or one purpose were asked for. */
  readonly partial: boolean;
}

/** Names that are in no letter: nobody who could be written to plays a part that a paragraph directs. */
export function namesWithoutLetter({ progress, planned, partial }: LetterPlan): readonly Name[] {
  if (partial) return [];
  const told = new Set(planned.flatMap(({ names }) => names.map(({ name }) => name)));
  for (const { unconfirmed = [] } of planned) for (const { name } of unconfirmed) told.add(name);
  return progress.names.filter(({ name, released }) => !released && !told.has(name)).map(({ name }) => name);
}
