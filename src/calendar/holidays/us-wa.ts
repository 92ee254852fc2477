// Washington State. What the statute calls "legislatively recognized days" are no holidays for any purpose.
// The days were read for this list; that each moves from a Saturday to the Friday was not read again.
import * as days from './days.ts';
import { type CalendarRows, rowsUnder } from './row.ts';

export const usWashington: CalendarRows = {
  title: 'Washington',
  fridays: 'holidays',
  rows: rowsUnder({ moves: 'saturday and sunday', source: 'RCW 1.16.050', lastVerified: '2026-11' }, [
    days.NEW_YEAR,
    days.KING,
    { ...days.WASHINGTON, name: "Presidents' Day" },
    days.MEMORIAL,
    { ...days.JUNETEENTH, since: 2022, source: 'RCW 1.16.050; Laws 2021, c. 295' },
    days.INDEPENDENCE,
    days.LABOR,
    days.VETERANS,
    days.THANKSGIVING,
    { ...days.AFTER_THANKSGIVING, name: 'Native American Heritage Day' },
    days.CHRISTMAS,
  ]),
};
