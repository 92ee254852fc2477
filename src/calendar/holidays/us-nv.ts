// Nevada. Columbus Day is a day of observance there (NRS 236.025); the federal calendar has it.
import * as days from './days.ts';
import { type CalendarRows, rowsUnder } from './row.ts';

export const usNevada: CalendarRows = {
  title: 'Nevada',
  fridays: 'holidays',
  rows: rowsUnder({ moves: 'saturday and sunday', source: 'NRS 236.015', lastVerified: '2026-11' }, [
    days.NEW_YEAR,
    days.KING,
    days.WASHINGTON,
    days.MEMORIAL,
    { ...days.JUNETEENTH, since: 2023 },
    days.INDEPENDENCE,
    days.LABOR,
    { name: 'Nevada Day', when: { month: 10, weekday: 5, nth: 'last' } },
    days.VETERANS,
    days.THANKSGIVING,
    { ...days.AFTER_THANKSGIVING, name: 'Family Day' },
    days.CHRISTMAS,
  ]),
};
