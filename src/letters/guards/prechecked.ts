// Whether a person has answered for a look before service, of the case as it stands: told when a first letter is issued. It is no
// refusal: a court may give an hour, and what was looked at is counsel's to weigh.
import type { Case } from '../../model/case/case.ts';
import type { JournalEntry } from '../../model/case/journal.ts';
import type { PlannedLetter } from '../../model/letter/letter.ts';
import type { Problem } from '../../model/problem.ts';

interface Prechecked {
  readonly theCase: Pick<Case, 'id' | 'digest'>;
  /** In the order of its file. */
  readonly journal: readonly JournalEntry[];
  readonly chosen: readonly Pick<PlannedLetter, 'purpose'>[];
}

export function precheckWarnings({ theCase, journal, chosen }: Prechecked): readonly Problem[] {
  // Reminders and what follows go out when the order was served long ago.
  if (!chosen.some(({ purpose }) => purpose === 'execute')) return [];
  const signed = journal.findLast(({ event }) => event === 'signed-off');
  if (signed === undefined) {
    return [warning('not-prechecked', 'Nobody has signed off a look before service for this case.', theCase.id)];
  }
  if (signed.precheck?.['case-sha-256'] === theCase.digest) return [];
  const message = `The look before service that ${signed.by ?? 'somebody'} signed off on ${signed.at} is older than the case as it stands.`;
  return [warning('precheck-older', message, theCase.id)];
}

function warning(code: string, message: string, id: string): Problem {
  return {
    code,
    severity: 'warning',
    message,
    hint: `What speaks against serving it: takedown precheck ${id}. The letters are issued all the same.`,
  };
}
