// What reading old answers again comes to: an outcome, or why there is none.
import type { Outcome } from '../model/seen/observation.ts';

export type Reread =
  | {
      readonly ok: true;
      readonly outcome: Outcome;
      /** Questions of today's reader that were not asked then, or whose answer lies with another name. */
      readonly missing: readonly string[];
    }
  | { readonly ok: false; readonly reason: string };

export function cannot(reason: string): Reread {
  return { ok: false, reason };
}
