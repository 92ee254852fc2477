import { describe, expect, it } from 'vitest';
import { isTimeZone } from '../../src/calendar/zone.ts';
import { DISTRICT_COURTS, districtCourt } from '../../src/casefile/courts.ts';

describe('the district courts', () => {
  it('are 94, each with a name, a short form and a zone of its own', () => {
    expect(DISTRICT_COURTS).toHaveLength(94);
    for (const key of ['name', 'short'] as const) {
      expect(new Set(DISTRICT_COURTS.map((court) => court[key])).size).toBe(94);
    }
    expect(DISTRICT_COURTS.filter(({ timeZone }) => !isTimeZone(timeZone))).toEqual([]);
    expect(DISTRICT_COURTS.filter(({ twoZones }) => twoZones)).toHaveLength(15);
  });

  it.each([
    ['D.D.C.', 'United States District Court for the District of Columbia', ['us-federal', 'us-dc']],
    ['SDNY', 'United States District Court for the Southern District of New York', ['us-federal', 'us-ny']],
    ['e.d. va', 'United States District Court for the Eastern District of Virginia', ['us-federal', 'us-va']],
    ['D. Mass.', 'United States District Court for the District of Massachusetts', ['us-federal']],
    ['S.D. W. Va.', 'United States District Court for the Southern District of West Virginia', ['us-federal']],
    [
      'U.S. District Court for the Northern District of Georgia',
      'United States District Court for the Northern District of Georgia',
      ['us-federal'],
    ],
  ])('%s is found', (text, name, holidays) => {
    expect(districtCourt(text)).toMatchObject({ name, holidays });
  });

  it.each(['', 'A court', 'D.', 'Northern'])('"%s" is none', (text) => {
    expect(districtCourt(text)).toBeUndefined();
  });
});
