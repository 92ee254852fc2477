// What the record has for giving a name back: when its order was first served, the last look before that, and the newest one.
import { END_OF_TIME, type Instant } from '../model/instant.ts';
import type { CaseRecord, Sighted } from '../model/judged/record.ts';
import type { RestorePlan } from '../model/judged/restore.ts';
import type { IssuedLetter } from '../model/letter/letter.ts';
import type { Name } from '../model/name.ts';
import { namedIn, returnPath, servedAt } from '../precheck/return-path.ts';
import { listRuns } from '../store/runs/list.ts';
import { oldestEndFirst } from '../store/runs/order.ts';
import { openRecord } from '../store/runs/record.ts';
import type { Standing } from './view.ts';

type Stood = Pick<Standing, 'theCase' | 'record' | 'asOf' | 'paths'>;

/** `undefined` where the case does not list the name. */
export function restorePlanOf(standing: Stood, letters: readonly IssuedLetter[], name: Name): RestorePlan | undefined {
  const { theCase, record, asOf } = standing;
  const named = namedIn(theCase, name, asOf.at);
  if (named === undefined) return undefined;
  const issued = new Map(letters.map((letter) => [letter.id, letter.names]));
  const served = servedAt({ theCase, name, journal: record.journal, letters: issued, asOf: asOf.at });
  const now = sightedIn(record, name);
  const before = served && sightedIn(recordAt(standing, served.at), name);
  const first = served && before === undefined ? firstLook(standing, name) : undefined;
  const looks = { ...(now && { now }), ...(before && { before }), ...(first && { first }) };
  return returnPath({ theCase, named, asOf: asOf.at, served, ...looks });
}

function recordAt({ paths }: Stood, asOf: Instant): CaseRecord {
  return openRecord({ paths, asOf, journal: [] });
}

function sightedIn(record: CaseRecord, name: Name): Sighted | undefined {
  for (const sighted of record.latest()) if (sighted.name === name) return sighted;
  return undefined;
}

/** The oldest run that saw the name. */
function firstLook(standing: Stood, name: Name): Sighted | undefined {
  const { whole } = listRuns(standing.paths, END_OF_TIME);
  for (const { foot } of oldestEndFirst(whole)) {
    const seen = sightedIn(recordAt(standing, foot.ended), name);
    if (seen !== undefined) return seen;
  }
  return undefined;
}
