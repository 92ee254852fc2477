// New Jersey. Every November has a general election there. Lincoln's Birthday is left out: the statute names it and says in
// the same breath that public offices are open on it.
import * as days from './days.ts';
import { type CalendarRows, rowsUnder } from './row.ts';

export const usNewJersey: CalendarRows = {
  title: 'New Jersey',
  fridays: 'holidays',
  rows: rowsUnder(
    { moves: 'saturday and sunday', source: 'N.J.S.A. 36:1-1, 36:1-1.2; 11A:6-24.1', lastVerified: '2026-11' },
    [
      days.NEW_YEAR,
      days.KING,
      days.WASHINGTON,
      days.GOOD_FRIDAY,
      days.MEMORIAL,
      { ...days.JUNETEENTH, when: { month: 6, weekday: 5, nth: 3 }, since: 2021 },
      days.INDEPENDENCE,
      days.LABOR,
      days.COLUMBUS,
      days.ELECTION,
      days.VETERANS,
      days.THANKSGIVING,
      days.CHRISTMAS,
    ],
  ),
};
