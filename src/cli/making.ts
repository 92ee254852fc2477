// Makes one planned letter: values, text, document, and from these every file of it. What cannot be made is told with its
// reason; nothing is written here. The same letter of the same facts at the same instant has the same octets.
import { localTime } from '../calendar/zone.ts';
import type { LetterOctets } from '../casefile/issued-letter.ts';
import { confirmationOf } from '../letters/confirmation.ts';
import { SCHEDULE_FILE, SHEET_FILE, scheduleCsv } from '../letters/csv.ts';
import type { LetterDocument } from '../letters/document.ts';
import { fill } from '../letters/fill.ts';
import { FORM_FILE, formText } from '../letters/form.ts';
import { LETTER_FORMS } from '../letters/forms.ts';
import { letterIdOf } from '../letters/letter-id.ts';
import { madeOf } from '../letters/made.ts';
import { documentOf } from '../letters/make-document.ts';
import { type ValueContext, valuesOf } from '../letters/make-values.ts';
import type { House } from '../letters/output.ts';
import { outputs } from '../letters/outputs/index.ts';
import { refuse } from '../letters/refusals.ts';
import type { Template } from '../letters/template.ts';
import type { LetterValues } from '../letters/values.ts';
import type { Instant, LocalDate } from '../model/instant.ts';
import type { IssuedLetter, PlannedLetter, Refusal } from '../model/letter.ts';
import type { MailAddress } from '../model/mail.ts';
import type { Problem } from '../model/problem.ts';
import { TakedownError } from '../model/takedown-error.ts';
import { copiesAlong } from './enclosing.ts';
import { mailed } from './mailing.ts';
import type { LetterView } from './planning.ts';

export interface Workshop {
  readonly view: LetterView;
  readonly house: House;
  /** Who sends mail from this machine, where that is set. */
  readonly sender?: MailAddress;
  /** The instant that the letters bear. */
  readonly at: Instant;
  /** The mail is one that will be sent as it is, and not one to be opened and looked at. */
  readonly forIssue: boolean;
}

export interface MadeLetter {
  readonly id: string;
  readonly dated: LocalDate;
  readonly template: Template;
  readonly values: LetterValues;
  readonly made: IssuedLetter['made'];
  readonly files: readonly LetterOctets[];
  /** Absent where it does not go by mail, or nobody is known who would send it. */
  readonly mail?: NonNullable<IssuedLetter['mail']>;
}

export type Making =
  | { readonly ok: true; readonly letter: MadeLetter }
  /** `problems` are of the template, `refusals` of what it was to be made of. */
  | { readonly ok: false; readonly problems: readonly Problem[]; readonly refusals: readonly Refusal[] };

/** `taken`: ids of letters that are there or were made just now. */
export async function makeLetter(
  planned: PlannedLetter,
  { workshop, taken }: { readonly workshop: Workshop; readonly taken: Iterable<string> },
): Promise<Making> {
  const { view, at } = workshop;
  const template = view.templates.templates.find(({ id }) => id === planned.template);
  if (template === undefined) return notMade({ refusals: planned.refusals });
  const dated = localTime(at, view.theCase.court.timeZone).date;
  const id = letterIdOf({ date: dated, recipient: planned.recipient.id, template: template.short, taken });
  try {
    return await madeFrom({ planned, template, id, dated, workshop });
  } catch (error) {
    if (!(error instanceof TakedownError) || (error.kind !== 'guard' && error.kind !== 'input')) throw error;
    const { code, message, hint, problems } = error;
    const refusal = { word: code, text: message, ...(hint === undefined ? {} : { hint }), reasonOutweighs: false };
    return notMade({ problems, refusals: [...planned.refusals, refusal] });
  }
}

function notMade({ problems = [], refusals = [] }: Partial<Making & { readonly ok: false }>): Making {
  return { ok: false, problems, refusals };
}

interface Order {
  readonly planned: PlannedLetter;
  readonly template: Template;
  readonly id: string;
  readonly dated: LocalDate;
  readonly workshop: Workshop;
}

async function madeFrom(order: Order): Promise<Making> {
  const { planned, template, id, dated, workshop } = order;
  const paper = await paperOf(order, template);
  if (!paper.ok) return notMade({ problems: paper.problems, refusals: planned.refusals });
  const { values, document, markdown } = paper;
  const form = confirmationOf({ planned, template, templates: workshop.view.templates });
  if (form === null) return notMade({ refusals: [...planned.refusals, noForm(order)] });
  const confirmation = form === undefined ? undefined : await paperOf(order, form);
  if (confirmation !== undefined && !confirmation.ok)
    return notMade({ problems: confirmation.problems, refusals: planned.refusals });
  const files = [
    { file: 'letter.md', octets: new TextEncoder().encode(markdown) },
    ...(await printed(document, { house: workshop.house, stem: 'letter' })),
    ...schedule(values),
    ...(confirmation === undefined
      ? []
      : await printed(confirmation.document, { house: workshop.house, stem: 'confirmation' })),
    ...webForm({ planned, document, values }),
    ...copiesAlong(values, { template, view: workshop.view }),
  ];
  const templates = form === undefined ? [template] : [template, form];
  const made = madeOf({ theCase: workshop.view.theCase, planned, templates, values });
  const mail = await mailed({ id, planned, document, files, encloses: template.encloses, facts: made.facts, workshop });
  return {
    ok: true,
    letter: {
      id,
      dated,
      template,
      values,
      made,
      files: mail === undefined ? files : [...files, mail.file],
      ...(mail?.head === undefined ? {} : { mail: mail.head }),
    },
  };
}

type Paper =
  | { readonly ok: true; readonly values: LetterValues; readonly document: LetterDocument; readonly markdown: string }
  | { readonly ok: false; readonly problems: readonly Problem[] };

/** The letter itself, or a paper that goes along with it: the same values under another template. */
async function paperOf({ planned, id, dated, workshop }: Order, template: Template): Promise<Paper> {
  const { view, at } = workshop;
  const values = valuesOf({ ...planned, purpose: template.purpose }, valueContext({ view, at, id, dated, template }));
  const filled = await fill(template, view.templates, values);
  if (!filled.ok) return filled;
  const document = documentOf({ filled: filled.value, values, template });
  if (!document.ok) return document;
  return { ok: true, values, document: document.value, markdown: filled.value.markdown };
}

interface Valued {
  readonly view: LetterView;
  readonly at: Instant;
  readonly id: string;
  readonly dated: LocalDate;
  readonly template: Template;
}

function valueContext({ view, at, id, dated, template }: Valued): ValueContext {
  const { theCase, question, issued } = view;
  return { theCase, asOf: at, letterId: id, date: dated, journal: question.journal, issued, template };
}

function noForm({ planned, template }: Order): Refusal {
  const role = planned.recipient.role.replace('-', ' ');
  const text = `${template.id} encloses a form to confirm on, and none fits a ${planned.recipient.reach} ${role}`;
  return refuse('no-template', text);
}

async function printed(
  document: LetterDocument,
  { house, stem }: { readonly house: House; readonly stem: 'letter' | 'confirmation' },
): Promise<readonly LetterOctets[]> {
  const files: LetterOctets[] = [];
  for (const { id, file, make } of outputs) {
    // Only the letter is the text of a mail.
    if (stem !== 'letter' && id === 'txt') continue;
    files.push({ file: file.replace(/^letter/, stem), octets: await make(document, house) });
  }
  return files;
}

function schedule(values: LetterValues): readonly LetterOctets[] {
  if (values.names.length === 0) return [];
  const { people, machines } = scheduleCsv(values);
  return [
    { file: SCHEDULE_FILE, octets: machines },
    { file: SHEET_FILE, octets: people },
  ];
}

function webForm(parts: {
  readonly planned: PlannedLetter;
  readonly document: LetterDocument;
  readonly values: LetterValues;
}): readonly LetterOctets[] {
  const { recipient } = parts.planned;
  // A form reaches the desk that letters go to, and nobody else.
  if (LETTER_FORMS[parts.values.letter.purpose]?.to !== 'recipient') return [];
  const octets = formText({ recipient, document: parts.document, values: parts.values });
  return octets === undefined ? [] : [{ file: FORM_FILE, octets }];
}
