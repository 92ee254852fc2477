// Every value that a template may name, as plain data: what a check of templates knows and docs/templates.md lists.
// Keys are written as templates write them. What is absent is left out, never null: a template that needs it says so.

import type { Action } from '../../model/case/order.ts';
import type { Reach } from '../../model/case/party.ts';
import type { Instant, LocalDate } from '../../model/instant.ts';

export interface LetterValues {
  readonly letter: {
    readonly id: string;
    readonly date: LocalDate;
    readonly purpose: string;
    readonly language: string;
  };
  readonly case: CaseValues;
  readonly counsel: PersonValues & {
    readonly firm?: string;
    readonly address: readonly string[];
    readonly bar?: string;
  };
  readonly technical_contact?: PersonValues;
  readonly emergency_contact?: PersonValues;
  readonly recipient: RecipientValues;
  /** Whom the letter is about, where that is somebody else: the registrar, in a letter to the registry operator. */
  readonly about?: RecipientValues;
  readonly reach: Reach;
  /** The orders that the clauses stand in, oldest first. */
  readonly orders: readonly OrderValues[];
  readonly clauses: readonly ClauseValues[];
  readonly names: readonly NameValues[];
  /** Names of which it could not be seen whether they are done; only in letters that follow up, and absent if none. */
  readonly unconfirmed?: readonly NameValues[];
  /** How many names each action is about: `[{action: 'transfer', count: 23}]`. */
  readonly actions: readonly { readonly action: Action; readonly count: number }[];
  /** Schedules that the names stand in, as the orders call them. */
  readonly schedules: readonly { readonly id: string; readonly title: string; readonly count: number }[];
  /** In what the targets of all names agree. */
  readonly target: TargetValues & {
    /** The names do not all go to the same registrar: each name's own stands in the schedule. */
    readonly registrar_differs: boolean;
    readonly name_servers_differ: boolean;
  };
  /** Every state that names are to reach; mostly one, that of all names. */
  readonly targets: readonly (TargetValues & { readonly id: string; readonly count: number })[];
  readonly deadline?: DeadlineValues;
  readonly non_disclosure?: { readonly paragraph: string; readonly text: string; readonly until?: Instant };
  readonly preservation?: { readonly what: readonly string[]; readonly period: string };
  readonly costs?: string;
  readonly objections?: string;
  /** Letters that this recipient was sent before, oldest first: proof of first contact. */
  readonly earlier: readonly EarlierValues[];
  /** What the recipient answered, as the journal has it, oldest first. */
  readonly answers: readonly AnswerValues[];
  readonly enclosures: readonly EnclosureValues[];
}

export interface CaseValues {
  readonly id: string;
  readonly title: string;
  readonly docket: string;
  readonly court: string;
  readonly court_short?: string;
  readonly judge?: string;
  readonly time_zone: string;
  readonly petitioner: { readonly name: string; readonly address: readonly string[] };
  readonly illustrative: boolean;
  readonly rehearsal: boolean;
  readonly sealed: boolean;
  readonly seal_until?: Instant;
}

export interface PersonValues {
  readonly name: string;
  readonly email?: string;
  readonly phone?: string;
  readonly hours?: string;
}

export interface RecipientValues {
  readonly id: string;
  readonly name: string;
  /** `registry operator`, `registrar`, `provider`. */
  readonly role: string;
  readonly because?: string;
  readonly jurisdiction?: string;
  readonly attention?: string;
  readonly address: readonly string[];
  readonly email: readonly string[];
  readonly phone?: string;
  readonly iana_id?: number;
  readonly tlds: readonly string[];
  readonly registered_agent?: string;
  readonly general_counsel?: { readonly name?: string; readonly email?: string; readonly phone?: string };
}

export interface OrderValues {
  readonly id: string;
  /** `temporary restraining order`. */
  readonly title: string;
  readonly docket_entry?: number;
  readonly entered: Instant;
  /** Absent: until a further order of the court. */
  readonly in_force_until?: Instant;
  readonly copy?: { readonly file: string; readonly pages: number; readonly sha256: string };
}

export interface ClauseValues {
  /** `tro/2(a)` */
  readonly ref: string;
  readonly order: string;
  readonly paragraph: string;
  readonly text: string;
  /** What is asked, one sentence a kind of relief, without a full stop. */
  readonly asks: readonly string[];
  /** Kinds of relief. */
  readonly relief: readonly string[];
  /** `3 business days of receipt`; absent where the paragraph sets no time. */
  readonly rule?: string;
  /** Absent while the period does not run. */
  readonly deadline?: DeadlineValues;
  readonly count: number;
}

export interface DeadlineValues {
  readonly due: Instant;
  readonly arithmetic: string;
}

export interface NameValues {
  /** The A-label form: the operative one. */
  readonly name: string;
  readonly unicode: string;
  readonly is_idn: boolean;
  readonly schedule: string;
  readonly line: number;
  readonly action: Action;
  readonly paragraphs: readonly string[];
  /** Which of the letter's targets it is to reach; absent where it has none, as in a letter that releases it. */
  readonly target?: string;
  /** What is to be done with it, in the order of work: lock, hold lifted, DS and name servers, transfer, renewal. */
  readonly steps: readonly string[];
  /** As last seen: `Example Registrar (IANA ID 9999)`. */
  readonly registrar?: string;
  /** DS records to remove, as `4711 8 2 ABCD…`. */
  readonly remove_ds: readonly string[];
  readonly held: boolean;
  /** What is not done yet: one sentence a requirement. */
  readonly open: readonly string[];
  /** What could not be seen: one sentence a requirement. */
  readonly unknown: readonly string[];
  readonly seen_at?: Instant;
  /** In a letter that releases it: how it stood before its order was served, a line each. Absent: nobody had looked. */
  readonly before?: readonly string[];
}

export interface TargetValues {
  readonly registrar?: {
    readonly name: string;
    readonly iana_id: number;
    readonly account?: string;
    readonly email?: string;
  };
  readonly registrant?: string;
  readonly name_servers: readonly string[];
  readonly glue: readonly string[];
  readonly statuses: readonly string[];
  readonly ds_removed: boolean;
  readonly stays_registered: boolean;
  /** What no figure says: `addresses inside 192.0.2.0/24`. */
  readonly states: readonly string[];
}

export interface EarlierValues {
  readonly letter: string;
  readonly date: LocalDate;
  readonly purpose: string;
  readonly by?: string;
  readonly sent_at?: Instant;
  readonly received_at?: Instant;
}

export interface AnswerValues {
  readonly at: Instant;
  readonly event: string;
  readonly note?: string;
}

export interface EnclosureValues {
  readonly title: string;
  readonly file: string;
  readonly pages?: number;
  readonly sha256?: string;
}
