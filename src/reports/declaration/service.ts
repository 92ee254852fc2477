// Letters and their service: what the journal states, and what proves each entry. Notes of the journal are the team's own and
// stay out of a paper for the court.
import { count } from '../../model/text/phrase.ts';
import { paragraph, table } from '../paged/text.ts';
import { courtText } from '../report/report-words.ts';
import type { DeclarationParts } from './declaration.ts';
import type { Part } from './numbered.ts';

const TOLD = {
  served: 'served',
  received: 'received',
  acknowledged: 'acknowledged',
  refused: 'refused',
  confirmed: 'confirmed',
} as const;

export function servicePart({ report, theCase, journal, letters }: DeclarationParts): Part {
  const nameOf = (id: string | undefined) =>
    id === undefined ? '' : (theCase.recipients.find((one) => one.id === id)?.name ?? id);
  const told = journal.filter(({ event }) => event in TOLD);
  const rows = told.map(({ at, event, recipient, letter, paragraph: number, messageId, evidence, by }) => [
    courtText(at, report),
    event,
    [nameOf(recipient), by === undefined ? '' : `by ${by}`].filter((part) => part !== '').join(', '),
    [letter === undefined ? '' : `letter ${letter}`, number === undefined ? '' : `paragraph ${number}`]
      .filter((part) => part !== '')
      .join(', '),
    evidence !== undefined
      ? `${evidence.file}, in Exhibit B`
      : messageId !== undefined
        ? `message ${messageId}; no paper on record`
        : 'no paper on record',
  ]);
  const served = new Set(told.filter(({ event }) => event === 'served').map(({ letter }) => letter));
  const left = letters.filter(({ id }) => !served.has(id));
  return {
    title: 'Letters and service',
    paragraphs: [
      [
        paragraph(
          rows.length === 0
            ? 'The journal of the case has no entry of service, receipt or reply.'
            : 'The journal of the case, which people keep, has these entries of service, receipt and reply. That a letter was served is no statement that it was received.',
        ),
        ...table(['When', 'What', 'Whom, by whom', 'Of', 'Proof'], rows),
      ],
      [
        paragraph(
          letters.length === 0
            ? 'No letter was issued.'
            : `${count(letters.length, 'letter')} issued; of ${left.length} the journal has no entry of service${left.length === 0 ? '' : `: ${left.map(({ id, recipient }) => `${id} to ${nameOf(recipient)}`).join('; ')}`}.`,
        ),
      ],
    ],
  };
}
