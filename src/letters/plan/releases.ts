// Letters about names that a later order released: to everybody whom an earlier letter told to act on them.

import type { Order, ParagraphRef } from '../../model/case/order.ts';
import type { Recipient } from '../../model/case/party.ts';
import { isBefore } from '../../model/instant.ts';
import type { NameProgress } from '../../model/judged/progress.ts';
import type { LetterName } from '../../model/letter/letter.ts';
import { releasedBy } from '../../relief/released-by.ts';
import { isForHouse, type PastLetter } from './correspondence.ts';
import type { FollowUpContext } from './follow-ups.ts';
import { clausesFor, type Draft } from './planned.ts';

interface Gone {
  readonly names: LetterName[];
  readonly refs: Set<ParagraphRef>;
}

export function releaseDrafts({ question, desk }: FollowUpContext): readonly Draft[] {
  const { theCase, progress, sights, asOf } = question;
  const { letters } = desk.correspondence;
  const gone = new Map<Recipient, Gone>();
  for (const row of progress.names) {
    const by = row.released ? releasedBy(theCase, row.name, asOf) : undefined;
    if (by === undefined) continue;
    for (const recipient of theCase.recipients) {
      const refs = toldOf(letters, { recipient, row, by });
      if (refs.length === 0 || wasReleased(letters, { recipient, row, by })) continue;
      const group = gone.get(recipient) ?? { names: [], refs: new Set() };
      gone.set(recipient, group);
      const before = question.before?.(row.name) ?? [];
      group.names.push({ ...releasedName(row, refs, sights.get(row.name) ?? {}), before });
      for (const ref of refs) group.refs.add(ref);
    }
  }
  return [...gone].map(([recipient, { names, refs }]): Draft => {
    const clauses = clausesFor(theCase, new Map([...refs].map((ref) => [ref, {}])));
    return { recipient, purpose: 'release', names, clauses, sent: [] };
  });
}

interface Told {
  readonly recipient: Recipient;
  readonly row: NameProgress;
  readonly by: Order;
}

/** Paragraphs under which letters before the release told the recipient to act on the name. */
function toldOf(letters: readonly PastLetter[], { recipient, row, by }: Told): readonly ParagraphRef[] {
  const told = letters.filter(
    ({ letter, names, at }) =>
      letter.recipient === recipient.id &&
      at !== undefined &&
      !isForHouse(letter.purpose) &&
      letter.purpose !== 'release' &&
      isBefore(letter.issued, by.entered) &&
      names.has(row.name),
  );
  return [...new Set(told.flatMap(({ letter }) => letter.paragraphs))];
}

function wasReleased(letters: readonly PastLetter[], { recipient, row, by }: Told): boolean {
  return letters.some(
    ({ letter, names, at }) =>
      letter.recipient === recipient.id &&
      letter.purpose === 'release' &&
      at !== undefined &&
      !isBefore(letter.issued, by.entered) &&
      names.has(row.name),
  );
}

function releasedName(row: NameProgress, paragraphs: readonly ParagraphRef[], seen: LetterName['seen']): LetterName {
  const { name, unicode, schedule, line, action } = row;
  return { name, unicode, schedule, line, action, paragraphs, seen, open: [] };
}
