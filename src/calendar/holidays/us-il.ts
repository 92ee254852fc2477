// Illinois. A general election of its House falls in every even year; days that the Governor proclaims are the case's to list.
// The days were read for this list; that a Sunday moves to the Monday was read of Juneteenth only.
import * as days from './days.ts';
import { type CalendarRows, rowsUnder } from './row.ts';

export const usIllinois: CalendarRows = {
  title: 'Illinois',
  fridays: 'holidays',
  rows: rowsUnder({ moves: 'sunday only', source: '205 ILCS 630/17', lastVerified: '2026-11' }, [
    days.NEW_YEAR,
    days.KING,
    days.LINCOLN,
    { ...days.WASHINGTON, name: "Presidents' Day" },
    { name: "Casimir Pulaski's Birthday", when: { month: 3, weekday: 1, nth: 1 } },
    days.GOOD_FRIDAY,
    days.MEMORIAL,
    { ...days.JUNETEENTH, since: 2022, source: '205 ILCS 630/17; 5 ILCS 490/63' },
    days.INDEPENDENCE,
    days.LABOR,
    days.COLUMBUS,
    days.GENERAL_ELECTION,
    days.VETERANS,
    days.THANKSGIVING,
    days.CHRISTMAS,
  ]),
};
