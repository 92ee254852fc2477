// What `takedown record` says on a terminal: the entry in words, and what was understood beyond what was typed.

import type { JournalEntry } from '../../model/case/journal.ts';
import { show } from '../../model/text/harmless.ts';
import { count, firstFew } from '../../model/text/phrase.ts';
import { courtWords } from '../../reports/say.ts';
import type { JournalDesk } from './journal-desk.ts';

export interface Recorded {
  readonly desk: JournalDesk;
  readonly entry: JournalEntry;
  /** What was understood beyond what was typed. */
  readonly remarks: readonly string[];
}

export function recordedLines({ desk, entry, remarks }: Recorded): readonly string[] {
  const { theCase, paths } = desk;
  const { recipient, letter, paragraph, names, by, note, evidence, corrects } = entry;
  const legal = theCase.recipients.find(({ id }) => id === recipient)?.name;
  const rows: readonly (readonly [string, string | undefined])[] = [
    ['when', `${courtWords(entry.at, theCase.court.timeZone)} (${entry.at})`],
    ['whom', recipient === undefined ? undefined : `${show(legal ?? recipient)} (${recipient})`],
    ['letter', letter],
    ['paragraph', paragraph],
    ['names', names === undefined ? undefined : `${count(names.length, 'name')}: ${firstFew(names, 4)}`],
    ['by', by],
    ['note', note],
    ['evidence', evidence?.file],
    ['corrects', corrects],
  ];
  return [
    `Recorded in the journal of ${paths.id}: ${entry.event}`,
    ...rows.flatMap(([label, value]) => (value === undefined ? [] : [`  ${label.padEnd(9)}  ${show(value)}`])),
    ...remarks.map((remark) => `  (${show(remark)})`),
  ];
}
