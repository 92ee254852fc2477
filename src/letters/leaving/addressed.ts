// How a letter travels by mail: to which addresses, under which subject, in which thread. Papers that stay in the house and
// recipients without an address have no mail.
import type { IssuedLetter, PlannedLetter } from '../../model/letter/letter.ts';
import type { MailAddress } from '../../model/letter/mail.ts';
import type { LetterDocument } from '../../paper/document.ts';
import { isForHouse } from '../plan/correspondence.ts';

interface Addressed {
  readonly to: readonly MailAddress[];
  /** One line: the marks that stand on every page stand here too, and the letter's id leads a reply back. */
  readonly subject: string;
  /** Message-IDs of the letters that this one follows, oldest first. */
  readonly thread: readonly string[];
}

interface Travelling {
  readonly planned: Pick<PlannedLetter, 'recipient' | 'purpose'>;
  readonly document: Pick<LetterDocument, 'id' | 'subject' | 'marks'>;
  readonly issued: readonly IssuedLetter[];
}

/** `undefined`: it does not go by mail. */
export function addressed({ planned, document, issued }: Travelling): Addressed | undefined {
  const to = addressesOf(planned);
  if (to.length === 0) return undefined;
  const { id, marks, subject } = document;
  const said = [...marks.map((mark) => `[${mark}]`), subject, ...(subject.includes(id) ? [] : [`[${id}]`])];
  return { to, subject: said.join(' '), thread: threadOf(planned, issued) };
}

function addressesOf({ recipient, purpose }: Travelling['planned']): readonly MailAddress[] {
  if (isForHouse(purpose)) return [];
  const { email, generalCounsel } = recipient.contacts;
  if (purpose !== 'general-counsel') return email.map((address) => ({ name: recipient.name, address }));
  const { name = recipient.name, email: address } = generalCounsel ?? {};
  return address === undefined ? [] : [{ name, address }];
}

/** A reminder follows what went to the same desk before; a letter to anybody else begins anew. */
function threadOf({ recipient, purpose }: Travelling['planned'], issued: readonly IssuedLetter[]): readonly string[] {
  if (purpose !== 'remind') return [];
  return issued
    .filter(
      (letter) => letter.recipient === recipient.id && (letter.purpose === 'execute' || letter.purpose === 'remind'),
    )
    .toSorted((a, b) => Date.parse(a.issued) - Date.parse(b.issued))
    .flatMap(({ mail }) => (mail === undefined ? [] : [mail.messageId]));
}
