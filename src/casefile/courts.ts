// The 94 district courts of the United States, for `takedown new`: the name that orders bear, the short form, the zone of the
// court's clocks, the calendars of its holidays. Source: 28 U.S.C. 81 to 131 (districts), 48 U.S.C. 1424, 1611 and 1821 (courts
// of the territories); zones: 49 C.F.R. part 71 and the tz database. Last verified 2026-11.
import type { HolidayCalendar } from '../model/case/case.ts';

interface DistrictCourt {
  readonly name: string;
  /** `S.D.N.Y.` */
  readonly short: string;
  /** Of most of its seats: some districts lie in two zones, and then a person has to look. */
  readonly timeZone: string;
  readonly twoZones: boolean;
  /** Federal days, and those of the state where there is a table of them (Fed. R. Civ. P. 6(a)(6)(C)). */
  readonly holidays: readonly HolidayCalendar[];
}

interface State {
  readonly of: string;
  readonly short: string;
  readonly zone: string;
  /** By their first letters; none: the state is one district. */
  readonly districts: readonly string[];
  readonly holidays?: HolidayCalendar;
}

const EASTERN = 'America/New_York';
const CENTRAL = 'America/Chicago';
const MOUNTAIN = 'America/Denver';
const PACIFIC = 'America/Los_Angeles';

const STATES: readonly State[] = [
  { of: 'Alabama', short: 'Ala.', zone: CENTRAL, districts: ['N', 'M', 'S'] },
  { of: 'Alaska', short: 'Alaska', zone: 'America/Anchorage', districts: [] },
  { of: 'Arizona', short: 'Ariz.', zone: 'America/Phoenix', districts: [], holidays: 'us-az' },
  { of: 'Arkansas', short: 'Ark.', zone: CENTRAL, districts: ['E', 'W'] },
  { of: 'California', short: 'Cal.', zone: PACIFIC, districts: ['C', 'E', 'N', 'S'], holidays: 'us-ca' },
  { of: 'Colorado', short: 'Colo.', zone: MOUNTAIN, districts: [] },
  { of: 'Connecticut', short: 'Conn.', zone: EASTERN, districts: [] },
  { of: 'Delaware', short: 'Del.', zone: EASTERN, districts: [], holidays: 'us-de' },
  { of: 'Columbia', short: 'D.C.', zone: EASTERN, districts: [], holidays: 'us-dc' },
  { of: 'Florida', short: 'Fla.', zone: EASTERN, districts: ['M', 'N', 'S'], holidays: 'us-fl' },
  { of: 'Georgia', short: 'Ga.', zone: EASTERN, districts: ['M', 'N', 'S'] },
  { of: 'Hawaii', short: 'Haw.', zone: 'Pacific/Honolulu', districts: [] },
  { of: 'Idaho', short: 'Idaho', zone: 'America/Boise', districts: [] },
  { of: 'Illinois', short: 'Ill.', zone: CENTRAL, districts: ['C', 'N', 'S'], holidays: 'us-il' },
  { of: 'Indiana', short: 'Ind.', zone: 'America/Indiana/Indianapolis', districts: ['N', 'S'] },
  { of: 'Iowa', short: 'Iowa', zone: CENTRAL, districts: ['N', 'S'] },
  { of: 'Kansas', short: 'Kan.', zone: CENTRAL, districts: [] },
  { of: 'Kentucky', short: 'Ky.', zone: EASTERN, districts: ['E', 'W'] },
  { of: 'Louisiana', short: 'La.', zone: CENTRAL, districts: ['E', 'M', 'W'] },
  { of: 'Maine', short: 'Me.', zone: EASTERN, districts: [] },
  { of: 'Maryland', short: 'Md.', zone: EASTERN, districts: [] },
  { of: 'Massachusetts', short: 'Mass.', zone: EASTERN, districts: [] },
  { of: 'Michigan', short: 'Mich.', zone: 'America/Detroit', districts: ['E', 'W'] },
  { of: 'Minnesota', short: 'Minn.', zone: CENTRAL, districts: [] },
  { of: 'Mississippi', short: 'Miss.', zone: CENTRAL, districts: ['N', 'S'] },
  { of: 'Missouri', short: 'Mo.', zone: CENTRAL, districts: ['E', 'W'] },
  { of: 'Montana', short: 'Mont.', zone: MOUNTAIN, districts: [] },
  { of: 'Nebraska', short: 'Neb.', zone: CENTRAL, districts: [] },
  { of: 'Nevada', short: 'Nev.', zone: PACIFIC, districts: [], holidays: 'us-nv' },
  { of: 'New Hampshire', short: 'N.H.', zone: EASTERN, districts: [] },
  { of: 'New Jersey', short: 'N.J.', zone: EASTERN, districts: [], holidays: 'us-nj' },
  { of: 'New Mexico', short: 'N.M.', zone: MOUNTAIN, districts: [] },
  { of: 'New York', short: 'N.Y.', zone: EASTERN, districts: ['E', 'N', 'S', 'W'], holidays: 'us-ny' },
  { of: 'North Carolina', short: 'N.C.', zone: EASTERN, districts: ['E', 'M', 'W'] },
  { of: 'North Dakota', short: 'N.D.', zone: CENTRAL, districts: [] },
  { of: 'Ohio', short: 'Ohio', zone: EASTERN, districts: ['N', 'S'] },
  { of: 'Oklahoma', short: 'Okla.', zone: CENTRAL, districts: ['E', 'N', 'W'] },
  { of: 'Oregon', short: 'Or.', zone: PACIFIC, districts: [] },
  { of: 'Pennsylvania', short: 'Pa.', zone: EASTERN, districts: ['E', 'M', 'W'] },
  { of: 'Puerto Rico', short: 'P.R.', zone: 'America/Puerto_Rico', districts: [] },
  { of: 'Rhode Island', short: 'R.I.', zone: EASTERN, districts: [] },
  { of: 'South Carolina', short: 'S.C.', zone: EASTERN, districts: [] },
  { of: 'South Dakota', short: 'S.D.', zone: CENTRAL, districts: [] },
  { of: 'Tennessee', short: 'Tenn.', zone: CENTRAL, districts: ['E', 'M', 'W'] },
  { of: 'Texas', short: 'Tex.', zone: CENTRAL, districts: ['E', 'N', 'S', 'W'], holidays: 'us-tx' },
  { of: 'Utah', short: 'Utah', zone: MOUNTAIN, districts: [] },
  { of: 'Vermont', short: 'Vt.', zone: EASTERN, districts: [] },
  { of: 'Virginia', short: 'Va.', zone: EASTERN, districts: ['E', 'W'], holidays: 'us-va' },
  { of: 'Washington', short: 'Wash.', zone: PACIFIC, districts: ['E', 'W'], holidays: 'us-wa' },
  { of: 'West Virginia', short: 'W. Va.', zone: EASTERN, districts: ['N', 'S'] },
  { of: 'Wisconsin', short: 'Wis.', zone: CENTRAL, districts: ['E', 'W'] },
  { of: 'Wyoming', short: 'Wyo.', zone: MOUNTAIN, districts: [] },
];

const PARTS: Readonly<Record<string, string>> = {
  C: 'Central',
  E: 'Eastern',
  M: 'Middle',
  N: 'Northern',
  S: 'Southern',
  W: 'Western',
};

/** Districts that lie in two zones. */
const TWO_ZONES = [
  ...['D. Alaska', 'N.D. Fla.', 'D. Idaho', 'N.D. Ind.', 'S.D. Ind.', 'D. Kan.', 'E.D. Ky.', 'W.D. Ky.', 'W.D. Mich.'],
  ...['D. Neb.', 'D.N.D.', 'D. Or.', 'D.S.D.', 'E.D. Tenn.', 'W.D. Tex.'],
];

const TERRITORIES: readonly DistrictCourt[] = [
  territory('District Court of Guam', 'D. Guam', 'Pacific/Guam'),
  territory('District Court for the Northern Mariana Islands', 'D. N. Mar. I.', 'Pacific/Saipan'),
  territory('District Court of the Virgin Islands', 'D.V.I.', 'America/St_Thomas'),
];

function territory(name: string, short: string, timeZone: string): DistrictCourt {
  return { name, short, timeZone, twoZones: false, holidays: ['us-federal'] };
}

export const DISTRICT_COURTS: readonly DistrictCourt[] = [...STATES.flatMap(courtsOf), ...TERRITORIES];

function courtsOf({ of, short, zone, districts, holidays }: State): readonly DistrictCourt[] {
  const common = { timeZone: zone, holidays: ['us-federal' as const, ...(holidays === undefined ? [] : [holidays])] };
  // Initials of a state follow without a blank: D.N.J., but D. Mass.
  const follows = /^(?:[A-Z][.])+$/.test(short) ? short : ` ${short}`;
  if (districts.length === 0) return [court(`District of ${of}`, `D.${follows}`, common)];
  return districts.map((part) => court(`${PARTS[part]} District of ${of}`, `${part}.D.${follows}`, common));
}

function court(district: string, short: string, common: Pick<DistrictCourt, 'timeZone' | 'holidays'>): DistrictCourt {
  const name = `United States District Court for the ${district}`;
  return { name, short, ...common, twoZones: TWO_ZONES.includes(short) };
}

/** By its name or its short form, whatever the capitals, blanks and dots. */
export function districtCourt(text: string): DistrictCourt | undefined {
  const wanted = plain(text);
  return DISTRICT_COURTS.find(({ name, short }) => plain(name) === wanted || plain(short) === wanted);
}

function plain(text: string): string {
  return text
    .toLowerCase()
    .replace(/[^a-z]/g, '')
    .replace(/^usdistrict/, 'unitedstatesdistrict');
}
