// The work half of `takedown restore plan`: what is typed stands in commands/restore-plan.ts.
import { END_OF_TIME, type Instant } from '../../model/instant.ts';
import { type Name, nameOrNone } from '../../model/name.ts';
import type { CaseRecord, Sighted } from '../../model/record.ts';
import { TakedownError } from '../../model/takedown-error.ts';
import { namedIn, returnPath, servedAt } from '../../precheck/return-path.ts';
import { restoreJson } from '../../reports/restore/json.ts';
import { restoreLines } from '../../reports/restore/text.ts';
import { issuedLetters } from '../../store/letters.ts';
import { openRecord } from '../../store/record.ts';
import { listRuns } from '../../store/run-list.ts';
import type { Call } from '../command.ts';
import { EXIT } from '../exit.ts';
import { printLines, printPieces, surfaceOf } from '../print.ts';
import { envelopeOf, lookOf, type Standing, standingOf } from '../view.ts';
import { caseMeant, sound } from '../workspace.ts';

export async function restorePlan(call: Call): Promise<number> {
  const { context, terminal } = call;
  const [id, typed = ''] = call.arguments;
  const standing = await standingOf(caseMeant(call, id), lookOf(call));
  const { theCase, record, asOf, problems } = standing;
  const name = nameOrNone(typed);
  const named = name === undefined ? undefined : namedIn(theCase, name, asOf.at);
  if (name === undefined || named === undefined) throw unheard(typed, theCase.id);
  const letters = sound(issuedLetters(standing.paths, context.folder), `the letters of ${theCase.id}`).value;
  const served = servedAt({
    theCase,
    name,
    journal: record.journal,
    letters: new Map(letters.map((letter) => [letter.id, letter.names])),
    asOf: asOf.at,
  });
  const now = sightedIn(record, name);
  const before = served && sightedIn(recordAt(standing, served.at), name);
  const first = served && before === undefined ? firstLook(standing, name) : undefined;
  const looks = { ...(now && { now }), ...(before && { before }), ...(first && { first }) };
  const plan = returnPath({ theCase, named, asOf: asOf.at, served, ...looks });
  const report = { theCase, plan, simulated: record.newest?.simulated === true };
  if (terminal.json) await printPieces(context.out, restoreJson(report, envelopeOf(context, problems)));
  else await printLines(context.out, restoreLines(report, surfaceOf(terminal)));
  return EXIT.done;
}

function recordAt({ paths }: Standing, asOf: Instant): CaseRecord {
  return openRecord({ paths, asOf, journal: [] });
}

function sightedIn(record: CaseRecord, name: Name): Sighted | undefined {
  for (const sighted of record.latest()) if (sighted.name === name) return sighted;
  return undefined;
}

/** The oldest run that saw the name. */
function firstLook(standing: Standing, name: Name): Sighted | undefined {
  const { whole } = listRuns(standing.paths, END_OF_TIME);
  for (const { foot } of whole.toReversed()) {
    const seen = sightedIn(recordAt(standing, foot.ended), name);
    if (seen !== undefined) return seen;
  }
  return undefined;
}

function unheard(typed: string, id: string): TakedownError {
  return new TakedownError('use', {
    code: 'no-such-name',
    message: `${typed} is not a name of the case ${id}.`,
    hint: `Its names: takedown show ${id}`,
  });
}
