// Where does this name come from, in a sentence: the document, the place in it, and who accepted the name.

import type { Origin } from '../../model/case/import.ts';
import { show } from '../../model/text/harmless.ts';
import { utcWords } from '../say.ts';

export function originWords(origin: Origin | 'unknown'): string {
  if (origin === 'unknown') return 'from no import that is on record: it was written into the schedule by hand';
  const { entry, where, printed } = origin;
  const as = printed === undefined ? '' : `, printed there as "${show(printed)}"`;
  const document = `${show(entry.file)} (SHA-256 ${entry.sha256.slice(0, 16)}…)`;
  return `from ${show(where)} of ${document}${as}; accepted by ${show(entry.by)}, ${utcWords(entry.at)}`;
}
