// Whole days on which a President closed the executive branch. Whether such a day is "declared a holiday by the President"
// (Fed. R. Civ. P. 6(a)(6)(B)) is not settled: the orders speak of pay and leave, and a court that was closed may still treat
// it as a holiday (Latham v. Dominick's Finer Foods, 7th Cir. 1998). So a court counts these days as ordinary ones unless its
// case lists this calendar; arithmetic that comes across one says so. Half days are left out.
import { type CalendarRows, rowsUnder } from './row.ts';

const CLOSED: readonly (readonly [on: string, by: string])[] = [
  ['2012-12-24', 'Executive Order 13633 of 21 December 2012'],
  ['2014-12-26', 'Executive Order 13682 of 5 December 2014'],
  ['2018-12-05', 'Executive Order 13852 of 1 December 2018'],
  ['2018-12-24', 'Executive Order 13854 of 18 December 2018'],
  ['2019-12-24', 'Executive Order 13900 of 17 December 2019'],
  ['2020-12-24', 'Executive Order of 11 December 2020'],
  ['2024-12-24', 'Executive Order of 19 December 2024'],
  ['2025-01-09', 'Executive Order 14133 of 30 December 2024'],
  ['2025-12-24', 'Executive Order 14371 of 18 December 2025'],
  ['2025-12-26', 'Executive Order 14371 of 18 December 2025'],
];

export const usFederalClosings: CalendarRows = {
  title: 'federal closings',
  fridays: 'leave',
  rows: CLOSED.flatMap(([on, by]) =>
    rowsUnder({ moves: 'never', source: by, lastVerified: '2026-11' }, [
      { name: `federal offices closed by ${by.replace(/ of .*/, '')}`, when: { on } },
    ]),
  ),
};
