// Delaware. Return Day is half a day in one county and left out.
import * as days from './days.ts';
import { type CalendarRows, rowsUnder } from './row.ts';

export const usDelaware: CalendarRows = {
  title: 'Delaware',
  fridays: 'holidays',
  rows: rowsUnder({ moves: 'saturday and sunday', source: '1 Del. C. 501', lastVerified: '2026-11' }, [
    days.NEW_YEAR,
    days.KING,
    days.GOOD_FRIDAY,
    days.MEMORIAL,
    { ...days.JUNETEENTH, since: 2022 },
    days.INDEPENDENCE,
    days.LABOR,
    days.GENERAL_ELECTION,
    days.VETERANS,
    days.THANKSGIVING,
    days.AFTER_THANKSGIVING,
    days.CHRISTMAS,
  ]),
};
