// What to type after a letter was issued: it is sent by mail, or handed over in another way and that written down.
import type { JournalEntry } from '../../model/case/journal.ts';
import type { IssuedLetter } from '../../model/letter/letter.ts';

interface Before {
  readonly issued: readonly IssuedLetter[];
  readonly journal: readonly JournalEntry[];
  /** A paper for our own hands. */
  readonly forHouse: boolean;
}

/** Enough of a digest to approve it: by chance one in 18 trillion million is right. */
const FIGURES = 16;

export function nextAfterIssue(letter: IssuedLetter, before: Before): readonly string[] {
  const { id, caseId, digest, mail, rehearsal } = letter;
  if (before.forHouse) return [`takedown record note ${caseId} --letter ${id} --note "…"`];
  if (mail === undefined) return [`takedown record served ${caseId} --letter ${id} --by "…"`];
  const network = rehearsal ? ' --network network.yaml' : '';
  const send = `takedown letter send ${caseId} ${id} --approve ${digest.slice(0, FIGURES)}${network}`;
  return wasTried(letter, before) ? [send] : [`${send} --trial`, send];
}

/** The first use of a template goes to oneself. */
function wasTried({ made }: IssuedLetter, { issued, journal }: Before): boolean {
  const used = new Set(journal.filter(({ event }) => event === 'trial' || event === 'served').map((one) => one.letter));
  return issued.some((one) => used.has(one.id) && one.made.template === made.template);
}
