// What a person recorded of a paragraph. The journal's references have been made whole by then (`tro/2(d)`): see
// progress/journal.ts.

import type { ParagraphRef } from '../model/case/order.ts';
import type { Dossier } from '../model/judged/dossier.ts';

interface Attestation {
  readonly event: 'confirmed' | 'refused';
  readonly citation: string;
  /** ` (ticket 4711)`, or nothing. */
  readonly note: string;
}

/** The latest confirmation or refusal; of two at one instant the one that was written later. */
export function lastWord(journal: Dossier['journal'], paragraph: ParagraphRef): Attestation | undefined {
  for (let at = journal.length - 1; at >= 0; at -= 1) {
    const entry = journal[at];
    if (entry === undefined || entry.paragraph !== paragraph) continue;
    if (entry.event !== 'confirmed' && entry.event !== 'refused') continue;
    const note = entry.note === undefined ? '' : ` (${entry.note})`;
    return { event: entry.event, citation: `journal ${entry.at}`, note };
  }
  return undefined;
}
