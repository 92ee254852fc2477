// Long periods in words: seven days are all named, of more only the first three and the last.
import { expect, test } from 'vitest';
import { deadlineOf } from '../../src/calendar/deadlines.ts';
import { at } from '../support/values.ts';
import { DC } from './support.ts';

test.each([
  [
    '2019-03-15T17:41:00-04:00',
    7,
    'from entry Fri 15 Mar 2019: Mon 18, Tue 19, Wed 20, Thu 21, Fri 22, Mon 25, Tue 26 Mar; D.C. calendar',
  ],
  [
    '2019-03-15T17:41:00-04:00',
    8,
    'from entry Fri 15 Mar 2019: Mon 18, Tue 19, Wed 20 Mar … Wed 27 Mar; D.C. calendar',
  ],
  [
    '2022-12-19T12:00:00-05:00',
    12,
    "from entry Mon 19 Dec 2022: Tue 20, Wed 21, Thu 22 Dec … Fri 6 Jan 2023; skipping Mon 26 Dec: Christmas Day, observed, Mon 2 Jan 2023: New Year's Day, observed; D.C. calendar",
  ],
  ['2019-03-16T12:00:00-04:00', 0, 'from entry Sat 16 Mar 2019: Mon 18 Mar; D.C. calendar'],
] as const)('from %s, %d business days', (start, count, words) => {
  const deadline = deadlineOf({
    due: { within: { count, unit: 'business days' }, of: 'entry' },
    court: DC,
    entered: at(start),
    to: 'VeriSign',
  });
  expect(deadline?.arithmetic).toBe(`${count} business days ${words}`);
});
