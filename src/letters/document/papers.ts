// The papers that one letter is made of, the letter itself and the form to confirm on, and the files that they become: text,
// every output, the names as CSV, what is pasted in a web form. Pure: nothing is read or written here.
import type { LetterOctets } from '../../casefile/issued-letter.ts';
import type { PlannedLetter } from '../../model/letter/letter.ts';
import type { Checked } from '../../model/problem.ts';
import type { LetterDocument } from '../../paper/document.ts';
import type { House } from '../../paper/output.ts';
import { outputs } from '../../paper/outputs/index.ts';
import { fill } from '../filling/fill.ts';
import type { Template, TemplateSet } from '../templates/template.ts';
import { type ValueContext, valuesOf } from '../values/make-values.ts';
import type { LetterValues } from '../values/values.ts';
import { SCHEDULE_FILE, SHEET_FILE, scheduleCsv } from './csv.ts';
import { FORM_FILE, formText } from './form.ts';
import { LETTER_FORMS } from './forms.ts';
import { documentOf } from './make-document.ts';

interface Paper {
  readonly values: LetterValues;
  readonly document: LetterDocument;
  readonly markdown: string;
}

interface PaperParts {
  readonly planned: PlannedLetter;
  readonly template: Template;
  readonly templates: TemplateSet;
  readonly context: Omit<ValueContext, 'template'>;
}

/** The letter, or a paper that goes along with it: the same values under another template. */
export async function paperOf({ planned, template, templates, context }: PaperParts): Promise<Checked<Paper>> {
  const values = valuesOf({ ...planned, purpose: template.purpose }, { ...context, template });
  const filled = await fill(template, templates, values);
  if (!filled.ok) return filled;
  const document = documentOf({ filled: filled.value, values, template });
  if (!document.ok) return document;
  return { ok: true, value: { values, document: document.value, markdown: filled.value.markdown }, problems: [] };
}

interface Papers {
  readonly planned: PlannedLetter;
  readonly letter: Paper;
  /** Absent: none goes along. */
  readonly confirmation?: Paper;
  readonly house: House;
}

export async function filesOf({ planned, letter, confirmation, house }: Papers): Promise<readonly LetterOctets[]> {
  return [
    { file: 'letter.md', octets: new TextEncoder().encode(letter.markdown) },
    ...(await printed(letter.document, { house, stem: 'letter' })),
    ...schedule(letter.values),
    ...(confirmation === undefined ? [] : await printed(confirmation.document, { house, stem: 'confirmation' })),
    ...webForm(planned, letter),
  ];
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

function webForm({ recipient }: PlannedLetter, { document, values }: Paper): readonly LetterOctets[] {
  // A form reaches the desk that letters go to, and nobody else.
  if (LETTER_FORMS[values.letter.purpose]?.to !== 'recipient') return [];
  const octets = formText({ recipient, document, values });
  return octets === undefined ? [] : [{ file: FORM_FILE, octets }];
}
