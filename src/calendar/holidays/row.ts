// How a legal holiday is written down: when it falls, in which years, where it moves to from a weekend, and the law that
// says so. One file a calendar stands beside this one.

/** On a date, on one day only, so many days from Easter Sunday, or on the n-th weekday of a month and some days on. */
export type When =
  | { readonly month: number; readonly day: number }
  | { readonly on: string }
  | { readonly easter: number }
  | {
      readonly month: number;
      /** 0 is Sunday. */
      readonly weekday: number;
      readonly nth: 1 | 2 | 3 | 4 | 'last';
      readonly plus?: number;
    };

export interface Day {
  readonly name: string;
  readonly when: When;
  /** The first and the last year in which it counts; absent: since before every case of this tool, and still. */
  readonly since?: number;
  readonly until?: number;
  /** Only in the years that leave this remainder. */
  readonly every?: { readonly years: 2 | 4; readonly remainder: number };
  /** Where its law has another rule for it, or another law has it. */
  readonly moves?: Moves;
  readonly source?: string;
}

/** From a Saturday to the Friday before it, from a Sunday to the Monday after it. */
export type Moves = 'saturday and sunday' | 'sunday only' | 'never';

interface Law {
  readonly moves: Moves;
  readonly source: string;
  /** The month in which somebody last compared the row with its source. */
  readonly lastVerified: string;
}

export type HolidayRow = Day & Law;

export interface CalendarRows {
  /** As it stands at the end of a deadline's arithmetic: `D.C.` */
  readonly title: string;
  /** Whether the law that moves a Saturday's holiday makes its Friday one for courts too, or only a day of leave. */
  readonly fridays: 'holidays' | 'leave';
  readonly rows: readonly HolidayRow[];
}

export function rowsUnder(law: Law, days: readonly Day[]): readonly HolidayRow[] {
  return days.map((day) => ({ ...law, ...day }));
}
