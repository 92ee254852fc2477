// Texas, its national and its state holidays. Offices are thinly staffed on some of the latter rather than closed; they are
// holidays by statute all the same. None moves from a weekend. Optional holidays are each employee's own and left out.
import * as days from './days.ts';
import { type CalendarRows, rowsUnder } from './row.ts';

export const usTexas: CalendarRows = {
  title: 'Texas',
  fridays: 'holidays',
  rows: rowsUnder({ moves: 'never', source: 'Tex. Government Code 662.003(a), (b)', lastVerified: '2026-11' }, [
    days.NEW_YEAR,
    days.KING,
    { name: 'Confederate Heroes Day', when: { month: 1, day: 19 } },
    { ...days.WASHINGTON, name: "Presidents' Day" },
    { name: 'Texas Independence Day', when: { month: 3, day: 2 } },
    { name: 'San Jacinto Day', when: { month: 4, day: 21 } },
    days.MEMORIAL,
    { ...days.JUNETEENTH, name: 'Emancipation Day in Texas' },
    days.INDEPENDENCE,
    { name: 'Lyndon Baines Johnson Day', when: { month: 8, day: 27 } },
    days.LABOR,
    days.VETERANS,
    days.THANKSGIVING,
    days.AFTER_THANKSGIVING,
    { name: 'Day before Christmas', when: { month: 12, day: 24 } },
    days.CHRISTMAS,
    { name: 'Day after Christmas', when: { month: 12, day: 26 } },
  ]),
};
