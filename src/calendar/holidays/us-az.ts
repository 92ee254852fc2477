// Arizona. Its Sundays in May, June and August do not move, and Constitution Commemoration Day (17 September) is kept on the
// Sunday before, so none of them ever closes a court on a weekday.
import * as days from './days.ts';
import { type CalendarRows, rowsUnder } from './row.ts';

export const usArizona: CalendarRows = {
  title: 'Arizona',
  fridays: 'holidays',
  rows: rowsUnder({ moves: 'saturday and sunday', source: 'A.R.S. 1-301', lastVerified: '2026-11' }, [
    days.NEW_YEAR,
    days.KING,
    { ...days.WASHINGTON, name: "Presidents' Day" },
    days.MEMORIAL,
    days.INDEPENDENCE,
    days.LABOR,
    days.COLUMBUS,
    days.VETERANS,
    days.THANKSGIVING,
    days.CHRISTMAS,
  ]),
};
