// Virginia. Lee-Jackson Day went and Election Day came with the acts of 2020, in force from 1 July of that year, so January
// 2020 still had the one and November the other. The Governor's hours off before holidays are not in the statute.
import * as days from './days.ts';
import { type CalendarRows, rowsUnder } from './row.ts';

export const usVirginia: CalendarRows = {
  title: 'Virginia',
  fridays: 'holidays',
  rows: rowsUnder({ moves: 'saturday and sunday', source: 'Va. Code 2.2-3300', lastVerified: '2026-11' }, [
    days.NEW_YEAR,
    {
      name: 'Lee-Jackson Day',
      when: { month: 1, weekday: 1, nth: 3, plus: -3 },
      since: 2001,
      until: 2020,
      source: 'Va. Code 2.2-3300 before Acts 2020, cc. 417 and 418',
    },
    days.KING,
    { ...days.WASHINGTON, name: 'George Washington Day' },
    days.MEMORIAL,
    { ...days.JUNETEENTH, since: 2021, source: 'Va. Code 2.2-3300; Acts 2020, Special Session I, c. 5' },
    days.INDEPENDENCE,
    days.LABOR,
    days.COLUMBUS,
    { ...days.ELECTION, since: 2020, source: 'Va. Code 2.2-3300; Acts 2020, cc. 417 and 418' },
    days.VETERANS,
    days.THANKSGIVING,
    days.AFTER_THANKSGIVING,
    days.CHRISTMAS,
  ]),
};
