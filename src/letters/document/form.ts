// The text for a recipient that takes only a web form: every field by its own label, ready to paste. A text that is longer than
// the field takes is refused: a form that cuts it off would send half a letter.
import type { FormContent, FormField, Recipient } from '../../model/case/party.ts';
import { TakedownError } from '../../model/takedown-error.ts';
import type { LetterDocument } from '../../paper/document.ts';
import { bodyText, joined } from '../../paper/outputs/plain-text.ts';
import type { LetterValues } from '../values/values.ts';
import { courtMoment } from './labels.ts';
import { plain } from './print-text.ts';

export const FORM_FILE = 'form.txt';

interface FormParts {
  readonly recipient: Pick<Recipient, 'name' | 'contacts'>;
  readonly document: LetterDocument;
  readonly values: LetterValues;
}

/** `undefined`: the recipient has no form. */
export function formText({ recipient, document, values }: FormParts): Uint8Array | undefined {
  const { form } = recipient.contacts;
  if (form === undefined) return undefined;
  const head = [
    ...document.marks,
    `Web form of ${plain(recipient.name)}: ${plain(form.url)}`,
    `Letter ${document.id}. Each text goes into the field of that name.`,
  ].join('\n');
  const fields = form.fields.map((field) =>
    fieldText(field, CONTENTS[field.holds]({ document, values }).replaceAll('\u00a0', ' ')),
  );
  return new TextEncoder().encode(`${[head, ...fields].join('\n\n')}\n`);
}

function fieldText({ label, longest }: FormField, text: string): string {
  const { length } = [...text];
  if (longest !== undefined && length > longest) {
    throw new TakedownError('guard', {
      code: 'form-text-too-long',
      message: `The field "${plain(label)}" takes ${longest} characters; its text has ${length}.`,
      hint: 'Use a shorter template for this recipient, or write to it in another way.',
    });
  }
  const most = longest === undefined ? '' : ` (${length} of at most ${longest} characters)`;
  return `===== ${plain(label)}${most} =====\n${text}`;
}

interface Sources {
  readonly document: LetterDocument;
  readonly values: LetterValues;
}

const CONTENTS: Readonly<Record<FormContent, (from: Sources) => string>> = {
  subject: ({ document }) => joined([...document.marks, document.subject], ' · '),
  body: ({ document: { marks, reference, body, signature } }) =>
    joined(
      [
        marks.join(' · '),
        reference.map(([label, value]) => `${label}: ${value}`).join('\n'),
        bodyText(body),
        signature === undefined ? '' : [signature.name, ...signature.lines].join('\n'),
      ],
      '\n\n',
    ),
  names: ({ values }) => values.names.map(({ name }) => name).join('\n'),
  'case-number': ({ values }) => plain(values.case.docket),
  court: ({ values }) => plain(values.case.court),
  'sender-name': ({ values }) => plain(values.counsel.name),
  'sender-email': ({ values }) => plain(values.counsel.email ?? ''),
  'sender-phone': ({ values }) => plain(values.counsel.phone ?? ''),
  'sender-organisation': ({ values }) => plain(values.counsel.firm ?? values.case.petitioner.name),
  deadline: ({ values: { deadline, case: theCase } }) =>
    deadline === undefined ? '' : courtMoment(deadline.due, theCase.time_zone),
};
