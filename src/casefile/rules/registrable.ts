// Rules: what is listed is a name that somebody holds, and no domain that belongs to strangers as well. Knows the public
// suffix list and the table of services.
import type { Name } from '../../model/name.ts';
import type { Problem } from '../../model/problem.ts';
import { servicesOf, serviceWords } from '../../model/tables/services.ts';
import type { Draft } from '../draft.ts';
import { problem, problemList } from '../problems.ts';
import { registrableWithoutList, type Standing, type Suffixes } from '../suffixes.ts';

export function namesAreNoSuffixes(draft: Draft): readonly Problem[] {
  const { suffixes } = draft;
  if (suffixes === undefined) return [];
  const problems = problemList();
  for (const reading of draft.schedules.values()) {
    for (const listed of reading.names) {
      const wrong = wrongWith(listed.name, suffixes.standing(listed.name));
      if (wrong === undefined) continue;
      const { code, says } = wrong;
      problems.add(code, () => problem(code, `${listed.name} ${says}`, { place: reading.place(listed) }));
    }
  }
  return problems.all();
}

/** Operators enter their domains in the public suffix list themselves, and many never do: the table of services is asked too. */
function wrongWith(
  name: Name,
  standing: Standing,
): { readonly code: 'public-suffix' | 'shared-domain'; readonly says: string } | undefined {
  if (standing === 'suffix')
    return { code: 'public-suffix', says: 'is a public suffix: strangers register names under it.' };
  const service = servicesOf(name).find(({ domain }) => domain === name);
  if (service === undefined && standing === 'ordinary') return undefined;
  const what = service === undefined ? 'is shared' : `is for ${serviceWords(service)}`;
  return { code: 'shared-domain', says: `${what}: names under it belong to strangers.` };
}

export function registrableOf(name: Name, suffixes: Suffixes | undefined): Name | undefined {
  return registrableWithoutList(name) ?? suffixes?.registrable(name);
}
