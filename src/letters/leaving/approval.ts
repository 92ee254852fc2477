// Whether what was typed approves a letter: its digest, or enough of it that no other one can be meant.
import type { IssuedLetter } from '../../model/letter/letter.ts';
import type { Said } from './send-refusals.ts';

/** Twelve of 64 figures: by chance one in 280 billion is right. */
const FEWEST_FIGURES = 12;

interface Approving {
  readonly letter: Pick<IssuedLetter, 'id' | 'digest'>;
  /** As it was typed; absent: nothing was approved. */
  readonly approved: string | undefined;
}

export function ofApproval({ letter, approved }: Approving): readonly Said[] {
  if (approved === undefined) return [['not-approved', `The letter ${letter.id} has not been approved.`]];
  const typed = approved.trim().toLowerCase();
  if (letter.digest === typed) return [];
  if (!letter.digest.startsWith(typed) || typed === '')
    return [['approval-differs', `What was approved is not the letter ${letter.id}.`]];
  if (typed.length >= FEWEST_FIGURES) return [];
  return [['approval-too-short', `Only ${typed.length} figures of the digest were given.`]];
}
