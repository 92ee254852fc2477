// California, the days of Government Code 6700 that can be told from the calendar. Left out, to be listed by a case that needs
// them: Lunar New Year (since 2023) and Diwali (since 2026), whose dates follow the moon; the hours of Good Friday; the day
// after Thanksgiving, which other codes have for courts and employees.
import * as days from './days.ts';
import { type CalendarRows, rowsUnder } from './row.ts';

export const usCalifornia: CalendarRows = {
  title: 'California',
  fridays: 'holidays',
  rows: rowsUnder({ moves: 'sunday only', source: 'Cal. Government Code 6700, 6701', lastVerified: '2026-11' }, [
    days.NEW_YEAR,
    days.KING,
    { ...days.LINCOLN, name: 'Lincoln Day' },
    days.WASHINGTON,
    { name: 'Cesar Chavez Day', when: { month: 3, day: 31 } },
    { name: 'Genocide Remembrance Day', when: { month: 4, day: 24 }, since: 2023, moves: 'never' },
    days.MEMORIAL,
    { ...days.JUNETEENTH, since: 2023, moves: 'never' },
    days.INDEPENDENCE,
    days.LABOR,
    { name: 'Admission Day', when: { month: 9, day: 9 } },
    { name: 'Native American Day', when: { month: 9, weekday: 5, nth: 4 }, since: 2015 },
    days.COLUMBUS,
    { ...days.VETERANS, moves: 'saturday and sunday' },
    days.THANKSGIVING,
    days.CHRISTMAS,
  ]),
};
