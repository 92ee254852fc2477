// A filled template and its values → the document that every output walks: letterhead, addressee, reference block, body,
// signature, enclosures, schedule. Every text in it has been made harmless here.

import type { Checked } from '../../model/problem.ts';
import { upperFirst } from '../../model/text/phrase.ts';
import type { LetterDocument, Person } from '../../paper/document.ts';
import type { Template } from '../templates/template.ts';
import type { EnclosureValues, LetterValues } from '../values/values.ts';
import { LETTER_FORMS, type LetterForm } from './forms.ts';
import { longDate } from './labels.ts';
import { blocksOf } from './markdown.ts';
import { plain, prose } from './print-text.ts';
import { referenceOf } from './reference.ts';
import { scheduleOf } from './schedule.ts';

/** What the template made: one line, and Markdown. */
export interface FilledText {
  readonly subject: string;
  readonly markdown: string;
}

interface DocumentParts {
  readonly filled: FilledText;
  readonly values: LetterValues;
  readonly template: Pick<Template, 'title'>;
}

const ORDINARY: LetterForm = { letterhead: true, to: 'recipient', signed: 'counsel', schedule: 'actions' };

/** Its problems name lines of the filled text, which a draft has as letter.md. */
export function documentOf({ filled, values, template }: DocumentParts): Checked<LetterDocument> {
  const body = blocksOf(filled.markdown);
  if (!body.ok) return body;
  const form = LETTER_FORMS[values.letter.purpose] ?? ORDINARY;
  const subject = prose(filled.subject).trim();
  const value: LetterDocument = {
    id: plain(values.letter.id),
    title: (subject === '' ? prose(template.title) : subject).replaceAll('\u00a0', ' '),
    language: plain(values.letter.language),
    date: values.letter.date,
    dateText: longDate(values.letter.date),
    marks: marksOf(values),
    letterhead: form.letterhead ? lines(senderLines(values)) : [],
    via: lines(viaOf(values, form)),
    addressee: lines(addresseeOf(values, form)),
    subject,
    reference: referenceOf(values, form).map(([label, text]) => [label, prose(text)]),
    body: body.value,
    signature: signatureOf(values, form),
    enclosures:
      form.to === 'recipient' || form.to === 'general-counsel' || form.to === 'icann'
        ? values.enclosures.map(enclosureWords)
        : [],
    schedule: scheduleOf(values),
  };
  return { ok: true, value, problems: [] };
}

/** Empty lines would look like missing ones. */
function lines(texts: readonly (string | undefined)[]): readonly string[] {
  return texts.map((text) => plain(text ?? '').trim()).filter((text) => text !== '');
}

function marksOf({ case: { illustrative, rehearsal, sealed } }: LetterValues): readonly string[] {
  return [rehearsal ? 'REHEARSAL' : '', illustrative ? 'ILLUSTRATIVE' : '', sealed ? 'FILED UNDER SEAL' : ''].filter(
    (mark) => mark !== '',
  );
}

function senderLines({ counsel, case: { petitioner } }: LetterValues): readonly (string | undefined)[] {
  const address = counsel.address.length > 0 ? counsel.address : counsel.firm === undefined ? petitioner.address : [];
  const reached = [counsel.phone, counsel.email].filter((way) => way !== undefined).join(' · ');
  return [counsel.firm ?? petitioner.name, ...address, reached];
}

function viaOf({ recipient }: LetterValues, { to }: LetterForm): readonly string[] {
  const mail =
    to === 'recipient' ? recipient.email : to === 'general-counsel' ? [recipient.general_counsel?.email] : [];
  const known = mail.filter((address) => address !== undefined && address !== '');
  return known.length === 0 ? [] : [`By e-mail: ${known.join(', ')}`];
}

function addresseeOf(values: LetterValues, { to }: LetterForm): readonly (string | undefined)[] {
  const { recipient, counsel } = values;
  switch (to) {
    case 'none':
      return [];
    case 'icann':
      return ['ICANN Contractual Compliance'];
    case 'sender':
      return [counsel.name, ...senderLines(values)];
    case 'general-counsel':
      return [recipient.general_counsel?.name, 'General Counsel', recipient.name, ...recipient.address];
    case 'recipient':
      return [
        recipient.name,
        recipient.attention === undefined ? undefined : `Attention: ${recipient.attention}`,
        ...recipient.address,
        recipient.registered_agent === undefined ? undefined : `Registered agent: ${recipient.registered_agent}`,
      ];
  }
}

function signatureOf({ counsel, recipient, case: theCase }: LetterValues, { signed }: LetterForm): Person | undefined {
  if (signed === 'nobody') return undefined;
  if (signed === 'recipient') return { name: plain(recipient.name), lines: ['Name:', 'Title:', 'Date:'] };
  const reached = [counsel.phone, counsel.email].filter((way) => way !== undefined).join(' · ');
  const of = [counsel.bar, counsel.firm, `Counsel for ${theCase.petitioner.name}`, reached];
  return { name: plain(counsel.name), lines: lines(of) };
}

/** `Temporary restraining order (tro.pdf, 12 pages), SHA-256 3f2a…` */
function enclosureWords({ title, file, pages, sha256 }: EnclosureValues): string {
  const length = pages === undefined ? '' : `, ${pages} page${pages === 1 ? '' : 's'}`;
  const digest = sha256 === undefined ? '' : `, SHA-256 ${sha256}`;
  return `${upperFirst(prose(title))} (${plain(file)}${length})${plain(digest)}`;
}
