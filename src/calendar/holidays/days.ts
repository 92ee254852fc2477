// Days that several calendars have. Each calendar still lists its own: what one law has, another may lack.
import type { Day } from './row.ts';

export const NEW_YEAR: Day = { name: "New Year's Day", when: { month: 1, day: 1 } };
export const KING: Day = { name: 'Birthday of Martin Luther King, Jr.', when: { month: 1, weekday: 1, nth: 3 } };
export const LINCOLN: Day = { name: "Lincoln's Birthday", when: { month: 2, day: 12 } };
export const WASHINGTON: Day = { name: "Washington's Birthday", when: { month: 2, weekday: 1, nth: 3 } };
export const GOOD_FRIDAY: Day = { name: 'Good Friday', when: { easter: -2 } };
export const MEMORIAL: Day = { name: 'Memorial Day', when: { month: 5, weekday: 1, nth: 'last' } };
export const JUNETEENTH: Day = { name: 'Juneteenth', when: { month: 6, day: 19 } };
export const INDEPENDENCE: Day = { name: 'Independence Day', when: { month: 7, day: 4 } };
export const LABOR: Day = { name: 'Labor Day', when: { month: 9, weekday: 1, nth: 1 } };
export const COLUMBUS: Day = { name: 'Columbus Day', when: { month: 10, weekday: 1, nth: 2 } };
export const ELECTION: Day = { name: 'Election Day', when: { month: 11, weekday: 1, nth: 1, plus: 1 } };
export const GENERAL_ELECTION: Day = { ...ELECTION, name: 'General Election Day', every: { years: 2, remainder: 0 } };
export const VETERANS: Day = { name: 'Veterans Day', when: { month: 11, day: 11 } };
export const THANKSGIVING: Day = { name: 'Thanksgiving Day', when: { month: 11, weekday: 4, nth: 4 } };
export const AFTER_THANKSGIVING: Day = {
  name: 'Friday after Thanksgiving',
  when: { month: 11, weekday: 4, nth: 4, plus: 1 },
};
export const CHRISTMAS: Day = { name: 'Christmas Day', when: { month: 12, day: 25 } };
