// New York. Every November has a general election there. Flag Day is a Sunday and does not move.
import * as days from './days.ts';
import { type CalendarRows, rowsUnder } from './row.ts';

export const usNewYork: CalendarRows = {
  title: 'New York',
  fridays: 'holidays',
  rows: rowsUnder({ moves: 'sunday only', source: 'N.Y. General Construction Law 24', lastVerified: '2026-11' }, [
    days.NEW_YEAR,
    days.KING,
    days.LINCOLN,
    days.WASHINGTON,
    days.MEMORIAL,
    { ...days.JUNETEENTH, since: 2021, source: 'N.Y. General Construction Law 24; Laws 2020, c. 249' },
    days.INDEPENDENCE,
    days.LABOR,
    days.COLUMBUS,
    days.ELECTION,
    days.VETERANS,
    days.THANKSGIVING,
    days.CHRISTMAS,
  ]),
};
