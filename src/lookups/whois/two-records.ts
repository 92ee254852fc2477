// Two records of one name in one reply, such as the registry's and behind it the registrar's: their lists of name servers
// may not become one list that neither states.

import { type Name, nameOrNone } from '../../model/name.ts';
import { sameSet } from '../../model/seen/delegation.ts';

interface Line {
  readonly value: string;
  /** It names the domain, as the first line of a record does. */
  readonly begins: boolean;
  /** It names a name server. */
  readonly lists: boolean;
}

/** Only where each of them has a list: a record may well name its domain twice. */
export function serversDiffer(lines: readonly Line[]): boolean {
  const lists: Name[][] = [[]];
  for (const { value, begins, lists: isServer } of lines) {
    if (begins) lists.push([]);
    if (isServer) lists.at(-1)?.push(...[nameOrNone(value.split(/[\s,|]/)[0] ?? '') ?? []].flat());
  }
  const [first, ...others] = lists.filter((list) => list.length > 0);
  return first !== undefined && others.some((other) => !sameSet([...new Set(first)], [...new Set(other)]));
}
