// The last question of an import, before it writes. --accept has answered it.

import { TakedownError } from '../../model/takedown-error.ts';
import { count } from '../../model/text/phrase.ts';
import type { ImportReport } from '../../reports/import/report.ts';
import type { Call } from '../command.ts';
import { type Person, personWords } from './person.ts';

interface ToAgree {
  readonly names: number;
  readonly report: Pick<ImportReport, 'file' | 'documents'>;
  readonly person: Person;
}

export async function agreeTo({ context }: Pick<Call, 'context'>, { names, report, person }: ToAgree): Promise<void> {
  if (names === 0) return;
  const { file, documents } = report;
  const { confirmed } = await import('../terminal/prompts.ts');
  const agreed = await confirmed(
    `${count(names, 'name')} to ${file}, accepted by ${personWords(person)}${copyWords(documents)}: write?`,
    context.interruption,
  );
  if (!agreed) throw new TakedownError('failed', { code: 'stopped', message: 'Stopped; nothing was written.' });
}

function copyWords(documents: ImportReport['documents']): string {
  const copies = documents.filter(({ copy }) => copy !== undefined).length;
  if (copies === 0) return '';
  return copies === 1 ? ', the document kept in imports/' : ', the documents kept in imports/';
}
