// The calendars of legal holidays that a case file may name. Adding one is a file here, a line here and its name in the list of
// model/case/case.ts. Georgia has none: beside the federal days it keeps what its Governor proclaims each year (O.C.G.A. 1-4-1), so
// a case at a court there lists those days itself.
import type { HolidayCalendar } from '../../model/case/case.ts';
import type { CalendarRows } from './row.ts';
import { usArizona } from './us-az.ts';
import { usCalifornia } from './us-ca.ts';
import { usDc } from './us-dc.ts';
import { usDelaware } from './us-de.ts';
import { usFederal } from './us-federal.ts';
import { usFederalClosings } from './us-federal-closings.ts';
import { usFlorida } from './us-fl.ts';
import { usIllinois } from './us-il.ts';
import { usNewJersey } from './us-nj.ts';
import { usNevada } from './us-nv.ts';
import { usNewYork } from './us-ny.ts';
import { usTexas } from './us-tx.ts';
import { usVirginia } from './us-va.ts';
import { usWashington } from './us-wa.ts';

export const CALENDARS: Readonly<Record<HolidayCalendar, CalendarRows>> = {
  'us-federal': usFederal,
  'us-federal-closings': usFederalClosings,
  'us-dc': usDc,
  'us-az': usArizona,
  'us-ca': usCalifornia,
  'us-de': usDelaware,
  'us-fl': usFlorida,
  'us-il': usIllinois,
  'us-nj': usNewJersey,
  'us-nv': usNevada,
  'us-ny': usNewYork,
  'us-tx': usTexas,
  'us-va': usVirginia,
  'us-wa': usWashington,
};
