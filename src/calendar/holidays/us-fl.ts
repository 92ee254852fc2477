// Florida, its legal holidays; the shorter list of paid ones (110.117) is about employees. Shrove Tuesday is some counties' only.
import * as days from './days.ts';
import { type CalendarRows, rowsUnder } from './row.ts';

export const usFlorida: CalendarRows = {
  title: 'Florida',
  fridays: 'holidays',
  rows: rowsUnder({ moves: 'sunday only', source: 'Fla. Stat. 683.01', lastVerified: '2026-11' }, [
    days.NEW_YEAR,
    { ...days.KING, when: { month: 1, day: 15 } },
    { name: 'Birthday of Robert E. Lee', when: { month: 1, day: 19 } },
    days.LINCOLN,
    { name: "Susan B. Anthony's Birthday", when: { month: 2, day: 15 } },
    days.WASHINGTON,
    {
      name: 'Tuskegee Airmen Commemoration Day',
      when: { month: 3, weekday: 4, nth: 4 },
      since: 2025,
      source: 'Fla. Stat. 683.01; Laws 2024, c. 83',
    },
    days.GOOD_FRIDAY,
    { name: 'Pascua Florida Day', when: { month: 4, day: 2 } },
    { name: 'Confederate Memorial Day', when: { month: 4, day: 26 } },
    days.MEMORIAL,
    { name: 'Birthday of Jefferson Davis', when: { month: 6, day: 3 } },
    { name: 'Flag Day', when: { month: 6, day: 14 } },
    days.INDEPENDENCE,
    days.LABOR,
    days.COLUMBUS,
    days.GENERAL_ELECTION,
    days.VETERANS,
    days.THANKSGIVING,
    days.CHRISTMAS,
  ]),
};
