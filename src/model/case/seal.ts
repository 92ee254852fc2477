// The seal of a case as it is in force at an instant: whom it lets the program ask. The plan goes by it, and so does the guard
// of every socket, each by itself.

import { type Instant, isBefore } from '../instant.ts';
import type { Name } from '../name.ts';
import type { Case, SealTouch } from './case.ts';

export interface SealInForce {
  allows(touch: SealTouch): boolean;
  /** Name servers of the case's sinkholes. */
  readonly sinkholes: ReadonlySet<string>;
}

/** `undefined`: there is no seal, or it has been lifted. */
export function sealInForce({ seal, sinkholes }: Case, asOf: Instant): SealInForce | undefined {
  if (seal === undefined || !isBefore(asOf, seal.until)) return undefined;
  const touches = new Set(seal.touches);
  const own = Object.values(sinkholes).flatMap(({ nameServers }): readonly Name[] => nameServers);
  return { allows: (touch) => touches.has('any') || touches.has(touch), sinkholes: new Set(own) };
}
