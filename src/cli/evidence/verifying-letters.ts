// What issued letters were made of, made again from what is on record for the instant of their issue, by the same steps as before
// one is sent. People may change what a letter was made with, so what differs is told and is no damage.
import { dirname } from 'node:path';
import { type Instant, isBefore } from '../../model/instant.ts';
import type { IssuedLetter } from '../../model/letter/letter.ts';
import type { EvidenceFinding } from '../../model/seen/evidence.ts';
import { TakedownError } from '../../model/takedown-error.ts';
import { lettersIn } from '../../store/letters/issued.ts';
import type { CasePaths } from '../../store/workspace.ts';
import { lookAgain } from '../letter/made-today.ts';
import { VERSION } from '../version.ts';
import { type CaseView, type Look, viewOf } from '../view.ts';
import { standingThere } from './verifying-verdicts.ts';

export async function* lettersAgain(paths: CasePaths, look: Look): AsyncGenerator<EvidenceFinding> {
  const { letters, problems } = lettersIn(paths, paths.folder);
  // With one damaged letter nobody knows what went out before the others; that it is damaged is told elsewhere.
  if (problems.length > 0) return;
  // Another version of the program may have other values for the same facts.
  const own = letters.filter(({ tool }) => tool === `takedown ${VERSION}`);
  for (const [issued, those] of byInstant(own)) {
    const standing = await standingThere(paths, { ...look, asOf: issued });
    if (standing === undefined) return;
    const view = viewOf(standing);
    for (const letter of those) yield* differencesIn(view, letter);
  }
}

/** Letters of one issue look at one state of the case. */
function byInstant(letters: readonly IssuedLetter[]): ReadonlyMap<Instant, readonly IssuedLetter[]> {
  const groups = new Map<Instant, IssuedLetter[]>();
  for (const letter of letters) groups.set(letter.issued, [...(groups.get(letter.issued) ?? []), letter]);
  return groups;
}

function* differencesIn(view: CaseView, letter: IssuedLetter): Generator<EvidenceFinding> {
  const told = (what: string): EvidenceFinding => ({
    kind: 'edited',
    file: `letters/${letter.id}/letter.yaml`,
    what,
  });
  if (view.theCase.digest !== letter.made.case)
    yield told('the case file or a schedule has changed since it was issued');
  const again = madeAgain(view, letter);
  if (again === undefined) return yield told('the templates cannot be read, so that it could not be made again');
  const { made, templateGone } = again;
  if (templateGone) return yield told(`its template ${letter.template} is there no more`);
  if (made !== undefined && made.recipient !== letter.made.recipient)
    yield told(`the entry of ${letter.recipient} has changed since it was issued`);
  if (made !== undefined && made.template !== letter.made.template)
    yield told('its template, or what it is printed with, has changed since it was issued');
  // Of values that were made of something else it is no news that they are others.
  const same = (['case', 'recipient', 'template'] as const).every((part) => made?.[part] === letter.made[part]);
  if (made === undefined ? view.theCase.digest === letter.made.case : same && made.facts !== letter.made.facts)
    yield told('the record and the journal give other values for the instant of its issue than it was filled with');
}

function madeAgain(view: CaseView, letter: IssuedLetter): ReturnType<typeof lookAgain> | undefined {
  const cases = dirname(view.paths.folder);
  const where = { workspace: { root: dirname(cases), cases }, from: view.paths.folder };
  try {
    return lookAgain(view, where, letter, ({ issued }) => isBefore(issued, letter.issued));
  } catch (error) {
    if (error instanceof TakedownError) return undefined;
    throw error;
  }
}
