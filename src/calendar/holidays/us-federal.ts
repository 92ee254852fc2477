// The days of Fed. R. Civ. P. 6(a)(6)(A), as 5 U.S.C. 6103(a) sets them. Inauguration Day is not among them: 5 U.S.C. 6103(c)
// is about pay and leave near Washington. Juneteenth was declared by Congress on 17 June 2021 (Rule 6(a)(6)(B)), and stands
// in the rule since 1 December 2023. The Friday before a Saturday is leave of federal employees, 5 U.S.C. 6103(b).
import * as days from './days.ts';
import { type CalendarRows, rowsUnder } from './row.ts';

export const usFederal: CalendarRows = {
  title: 'U.S. federal',
  fridays: 'leave',
  rows: rowsUnder({ moves: 'saturday and sunday', source: '5 U.S.C. 6103(a)', lastVerified: '2026-11' }, [
    days.NEW_YEAR,
    { ...days.KING, since: 1986 },
    days.WASHINGTON,
    days.MEMORIAL,
    { ...days.JUNETEENTH, since: 2021 },
    days.INDEPENDENCE,
    days.LABOR,
    days.COLUMBUS,
    days.VETERANS,
    days.THANKSGIVING,
    days.CHRISTMAS,
  ]),
};
