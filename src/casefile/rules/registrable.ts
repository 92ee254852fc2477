// Rules: a change of registration is asked only for what is registered by itself. Knows the public suffix list.
import { isWithin, type Name } from '../../model/name.ts';
import type { Problem } from '../../model/problem.ts';
import { reliefOf } from '../../relief/index.ts';
import { type Draft, paragraphsOf } from '../draft.ts';
import { problem, problemList } from '../problems.ts';
import { registrableWithoutList, type Suffixes } from '../suffixes.ts';
import { allSchedulesAreRead } from './schedules.ts';

const WRONG_STANDING = {
  suffix: { code: 'public-suffix', says: 'is a public suffix: strangers register names under it.' },
  shared: { code: 'shared-domain', says: 'is shared: its operator gives hosts under it to strangers.' },
} as const;

export function namesAreNoSuffixes(draft: Draft): readonly Problem[] {
  const { suffixes } = draft;
  if (suffixes === undefined) return [];
  const problems = problemList();
  for (const reading of draft.schedules.values()) {
    for (const listed of reading.names) {
      const standing = suffixes.standing(listed.name);
      if (standing === 'ordinary') continue;
      const { code, says } = WRONG_STANDING[standing];
      problems.add(code, () => problem(code, `${listed.name} ${says}`, { place: reading.place(listed) }));
    }
  }
  return problems.all();
}

/** Registered by others: the name stands under a domain that no schedule has. */
export function hostsAreNotAskedToMove(draft: Draft): readonly Problem[] {
  // Its domain may stand in a schedule that could not be read.
  if (!allSchedulesAreRead(draft)) return [];
  const asked = schedulesWithRegistrationRelief(draft);
  const listed = new Set([...draft.schedules.values()].flatMap(({ names }) => names.map(({ name }) => name)));
  const problems = problemList();
  for (const [id, reading] of draft.schedules) {
    const paragraph = asked.get(id);
    if (paragraph === undefined) continue;
    for (const { name, ...rest } of reading.names) {
      const owner = registrableOf(name, draft.suffixes);
      if (owner === undefined || owner === name || coveredBy(name, owner, listed)) continue;
      const message = `${name} is a host under ${owner}: what ${paragraph} asks of registrations cannot apply to it.`;
      problems.add('host-name', () => problem('host-name', message, { place: reading.place({ name, ...rest }) }));
    }
  }
  return problems.all();
}

function coveredBy(name: Name, owner: Name, listed: ReadonlySet<Name>): boolean {
  return isWithin(name, owner) && listed.has(owner);
}

export function registrableOf(name: Name, suffixes: Suffixes | undefined): Name | undefined {
  return registrableWithoutList(name) ?? suffixes?.registrable(name);
}

/** Each schedule with the first paragraph that asks its names to be registered otherwise. */
function schedulesWithRegistrationRelief(draft: Draft): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  for (const { value } of paragraphsOf(draft)) {
    if (!value.relief.some(({ kind = '' }) => reliefOf(kind)?.appliesTo === 'registrable-name')) continue;
    const called = value.number === undefined ? 'a paragraph' : `paragraph ${value.number}`;
    for (const id of value['applies-to']) if (!found.has(id)) found.set(id, called);
  }
  return found;
}
