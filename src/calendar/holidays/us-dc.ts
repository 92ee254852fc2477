// The District of Columbia, which is a "state" where a federal court sits in it (Fed. R. Civ. P. 81(d)(2)). D.C. Code 28-2701
// makes these days, and the Fridays and Mondays next to a weekend's, holidays for all purposes; the inauguration has no Friday.
import * as days from './days.ts';
import { type CalendarRows, rowsUnder } from './row.ts';

export const usDc: CalendarRows = {
  title: 'D.C.',
  fridays: 'holidays',
  rows: rowsUnder({ moves: 'saturday and sunday', source: 'D.C. Code 28-2701', lastVerified: '2026-11' }, [
    days.NEW_YEAR,
    days.KING,
    {
      name: 'Inauguration Day',
      when: { month: 1, day: 20 },
      every: { years: 4, remainder: 1 },
      moves: 'sunday only',
      source: 'D.C. Code 28-2701; 5 U.S.C. 6103(c)',
    },
    days.WASHINGTON,
    {
      name: 'Emancipation Day',
      when: { month: 4, day: 16 },
      since: 2007,
      source: 'D.C. Code 28-2701, 1-612.02(a)(11)',
    },
    days.MEMORIAL,
    {
      ...days.JUNETEENTH,
      since: 2021,
      source: 'D.C. Code 1-612.02(a)(4A), (b)(1); in 2021 as the Mayor designated it on 17 June',
    },
    days.INDEPENDENCE,
    days.LABOR,
    days.COLUMBUS,
    days.VETERANS,
    days.THANKSGIVING,
    days.CHRISTMAS,
  ]),
};
