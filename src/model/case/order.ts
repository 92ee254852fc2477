// What a court ordered: orders, paragraphs and the changes that later orders make to earlier ones.
import type { Instant } from '../instant.ts';
import type { Name } from '../name.ts';
import type { Role } from './party.ts';

export const ORDER_KINDS = [
  'temporary-restraining-order',
  'preliminary-injunction',
  'permanent-injunction',
  'seizure-warrant',
  'amended-order',
  'supplemental-order',
] as const;
export type OrderKind = (typeof ORDER_KINDS)[number];

/** What is to happen to a name. */
export const ACTIONS = ['transfer', 'redirect', 'hold', 'register', 'block', 'preserve'] as const;
export type Action = (typeof ACTIONS)[number];

/** The instant from which a period runs. `receipt` and `service` are each recipient's own. */
export type Trigger = 'entry' | 'service' | 'receipt';

export type DueRule =
  | {
      readonly within: { readonly count: number; readonly unit: 'hours' | 'days' | 'business days' };
      readonly of: Trigger;
    }
  | { readonly by: Instant };

/** One piece of relief as the case file states it; `terms` is what its kind's schema made of it. */
export interface ReliefClause {
  readonly kind: string;
  readonly terms: unknown;
}

export interface Paragraph {
  readonly number: string;
  readonly text: string;
  readonly directedTo: readonly Role[];
  /** Ids of schedules. */
  readonly appliesTo: readonly string[];
  readonly due?: DueRule;
  readonly relief: readonly ReliefClause[];
  /** The line of case.yaml on which the paragraph starts, for messages. */
  readonly line: number;
}

/** `tro/2(a)` */
export type ParagraphRef = `${string}/${string}`;

export type OrderChange =
  | { readonly change: 'adds'; readonly schedule: string; readonly to: readonly ParagraphRef[] }
  | { readonly change: 'releases'; readonly names: readonly Name[]; readonly because?: string }
  | { readonly change: 'replaces'; readonly paragraph: ParagraphRef; readonly by: string }
  | { readonly change: 'extends'; readonly order: string; readonly until: Instant | 'further-order' };

export interface OrderCopy {
  /** A file of the case folder. */
  readonly file: string;
  readonly pages: number;
  /** As the case file states it; hexadecimal. */
  readonly sha256: string;
}

export interface Order {
  readonly id: string;
  readonly kind: OrderKind;
  readonly docketEntry?: number;
  /** The filed, stamped copy that letters enclose; absent while there is none in the case folder. */
  readonly copy?: OrderCopy;
  readonly entered: Instant;
  /** Absent: in force until a further order says otherwise. */
  readonly expires?: Instant;
  readonly action: Action;
  readonly paragraphs: readonly Paragraph[];
  readonly changes: readonly OrderChange[];
}
