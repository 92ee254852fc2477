// The questions of `takedown new` about the case itself: its folder, caption, court, petitioner and seal. What the table of district
// courts knows is not asked.
import { isTimeZone } from '../../calendar/zone.ts';
import { districtCourt } from '../../casefile/courts.ts';
import { HOLIDAY_CALENDARS } from '../../model/case/case.ts';
import { parseDate, parseInstant } from '../../model/instant.ts';
import { each, filled, matching, type Question } from './question.ts';

export const CASE_QUESTIONS: readonly Question[] = [
  {
    key: 'id',
    flag: 'CASE',
    asks: 'Folder of the case',
    needed: true,
    check: matching(/^[A-Za-z0-9][A-Za-z0-9._-]{0,99}$/, 'may have letters, digits, dots and hyphens only'),
  },
  { key: 'title', flag: '--title', asks: 'Title (caption)', needed: true, check: filled },
  { key: 'docket', flag: '--docket', asks: 'Docket number', needed: true, check: filled },
  {
    key: 'court',
    flag: '--court',
    asks: 'Court: by its short form (D.D.C., S.D.N.Y.), or its full name',
    needed: true,
    check: filled,
  },
  {
    key: 'courtShort',
    flag: '--court-short',
    asks: 'Court, its short name (may stay empty)',
    needed: false,
    when: ({ court = '' }) => districtCourt(court) === undefined,
    check: filled,
  },
  {
    key: 'timeZone',
    flag: '--time-zone',
    asks: 'Time zone of the court',
    needed: false,
    otherwise: 'America/New_York',
    suggests: ({ court = '' }) => districtCourt(court)?.timeZone,
    when: ({ court = '' }) => districtCourt(court)?.twoZones !== false,
    check: (answer) => (isTimeZone(answer) ? undefined : 'is no IANA time zone'),
  },
  {
    key: 'holidays',
    flag: '--holidays',
    asks: 'Holidays of the court',
    needed: false,
    otherwise: 'us-federal',
    suggests: ({ court = '' }) => districtCourt(court)?.holidays.join(','),
    when: ({ court = '' }) => districtCourt(court) === undefined,
    check: (answer) =>
      each(
        answer,
        (one) => HOLIDAY_CALENDARS.some((known) => known === one),
        `is none of ${HOLIDAY_CALENDARS.join(', ')}`,
      ),
  },
  {
    key: 'judge',
    flag: '--judge',
    asks: 'Judge, as letters name him or her (may stay empty)',
    needed: false,
    check: filled,
  },
  {
    key: 'sealUntil',
    flag: '--seal-until',
    asks: 'Sealed until, a day or an instant (may stay empty)',
    needed: false,
    check: (answer) =>
      parseInstant(answer) !== undefined || parseDate(answer) !== undefined
        ? undefined
        : 'is neither a day nor an instant',
  },
  { key: 'petitioner', flag: '--petitioner', asks: 'Petitioner', needed: true, check: filled },
];
