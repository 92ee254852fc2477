// One kind of relief, for one name, because of one paragraph. Names by the hundred thousand share one clause.

import type { Action, DueRule } from '../case/order.ts';
import type { Role } from '../case/party.ts';
import type { Instant } from '../instant.ts';
import type { Name } from '../name.ts';

/** A piece of relief of one paragraph, compiled: shared by all the names that it applies to. */
export interface Clause {
  /** `tro/2(b)/resolves-to`; a second clause of one kind in one paragraph ends in `-2`. */
  readonly id: string;
  readonly order: string;
  readonly paragraph: string;
  readonly relief: string;
  readonly action: Action;
  readonly directedTo: readonly Role[];
  readonly due?: DueRule;
  readonly entered: Instant;
  /** What the kind of relief made of its terms; only that kind reads it. */
  readonly expected: unknown;
}

export interface Requirement {
  readonly name: Name;
  readonly clause: Clause;
}

/** `tro/2(b)/resolves-to/outlook-verify.net` */
export function requirementId(requirement: Requirement): string {
  return `${requirement.clause.id}/${requirement.name}`;
}
