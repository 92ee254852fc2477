// What went between the recipient and us before this letter: letters that went out, oldest first, and what was answered.
import type { JournalEvent } from '../../model/case/journal.ts';
import type { PlannedLetter } from '../../model/letter/letter.ts';
import { type Correspondence, isForHouse } from '../plan/correspondence.ts';
import { without } from './value-parts.ts';
import type { AnswerValues, EarlierValues } from './values.ts';

type About = Pick<PlannedLetter, 'recipient' | 'about'>;

interface HistoryContext {
  readonly correspondence: Correspondence;
  /** The letter itself, when it is made anew after its issue. */
  readonly except: string;
}

/** Proof of first contact: to the party that the letter is about, in whoever's name it goes. */
export function earlierOf({ recipient, about }: About, context: HistoryContext): readonly EarlierValues[] {
  const party = (about ?? recipient).id;
  const { correspondence, except } = context;
  return correspondence.letters.flatMap(({ letter, at, entries }): readonly EarlierValues[] => {
    if (letter.recipient !== party || letter.id === except || at === undefined || isForHouse(letter.purpose)) return [];
    const served = entries.find(({ event }) => event === 'served');
    const received = entries.find(({ event }) => event === 'received' || event === 'acknowledged');
    const sentAt = served?.at ?? at;
    return [
      {
        letter: letter.id,
        date: letter.dated,
        purpose: letter.purpose,
        ...without({ by: served?.by }),
        sent_at: sentAt,
        ...(received === undefined ? {} : { received_at: received.at }),
      },
    ];
  });
}

const ANSWERS: readonly JournalEvent[] = ['received', 'acknowledged', 'refused', 'confirmed'];

export function answersOf({ recipient, about }: About, correspondence: Correspondence): readonly AnswerValues[] {
  return correspondence
    .of((about ?? recipient).id)
    .filter(({ event }) => ANSWERS.includes(event))
    .map(({ at, event, note }) => ({ at, event, ...without({ note }) }));
}
