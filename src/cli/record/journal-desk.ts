// What is laid out to write into the journal of a case: the case, its letters, its journal, and what time it is there.
import type { Instant } from '../../model/instant.ts';
import { issuedLetters } from '../../store/letters/issued.ts';
import type { CasePaths } from '../../store/workspace.ts';
import type { Call } from '../command.ts';
import { presentOf } from '../present.ts';
import { journalOf } from '../view.ts';
import { caseIn, caseMeant, sound } from '../workspace.ts';
import type { Known } from './recording.ts';

export interface JournalDesk extends Known {
  readonly paths: CasePaths;
  readonly now: Instant;
}

export async function openDesk(call: Call, id: string | undefined): Promise<JournalDesk> {
  const { context } = call;
  const paths = caseMeant(call, id);
  const { theCase } = await caseIn(paths, { quick: true, from: context.folder });
  const journal = await journalOf(paths, { from: context.folder });
  const letters = sound(issuedLetters(paths, context.folder), `the letters of ${paths.id}`).value;
  const now = presentOf({ paths, theCase, journal }, context.clock.now());
  return { paths, theCase, journal, letters, now, folder: context.folder };
}
