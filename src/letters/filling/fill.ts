// A template and the values of one letter to the letter's subject and Markdown, or every problem with its place. Nothing is
// guessed: a value that is not there, a word that is not known and an empty list each stop the letter.
import { inFileOrder } from '../../casefile/problems.ts';
import type { Checked } from '../../model/problem.ts';
import type { Template, TemplateSet } from '../templates/template.ts';
import type { LetterValues } from '../values/values.ts';
import { type Compiled, compile, render } from './compile.ts';
import { foldedText } from './escape.ts';
import { linksIn } from './links.ts';
import { leftOut } from './must-say.ts';
import { notShown } from './shown.ts';
import { commandsIn, joined } from './wording.ts';

interface Filled {
  /** One line of plain text. */
  readonly subject: string;
  readonly markdown: string;
}

export async function fill(template: Template, set: TemplateSet, values: LetterValues): Promise<Checked<Filled>> {
  return fillNow(template, set, values);
}

export function fillNow(template: Template, set: TemplateSet, values: LetterValues): Checked<Filled> {
  const compiled = compiledOf(template, set);
  if (!compiled.ok) return compiled;
  const filled = render(compiled.value, values);
  if (!filled.ok) return { ok: false, problems: inFileOrder(filled.problems) };
  const { subject } = filled.value;
  const markdown = tidy(filled.value.markdown);
  const body = compiled.value.sources.find(({ part }) => part === 'body');
  const problems = [
    ...commandsIn(compiled.value, values, joined({ subject, markdown })),
    ...linksIn(compiled.value, values, markdown),
    ...leftOut(values, markdown, body?.place(0)),
    ...notShown(compiled.value, markdown),
  ];
  if (problems.length > 0) return { ok: false, problems: inFileOrder(problems) };
  return { ok: true, value: { subject: foldedText(subject), markdown }, problems: [] };
}

/** Passages that this letter leaves out leave empty lines behind. */
function tidy(markdown: string): string {
  return `${markdown
    .replace(/[ \t]+$/gm, '')
    .replace(/\n{3,}/g, '\n\n')
    .trim()}\n`;
}

/** Forty letters are made from one template. */
const READY = new WeakMap<TemplateSet, Map<Template, Checked<Compiled>>>();

function compiledOf(template: Template, set: TemplateSet): Checked<Compiled> {
  const ofSet = READY.get(set) ?? new Map<Template, Checked<Compiled>>();
  READY.set(set, ofSet);
  const ready = ofSet.get(template) ?? compile(template, set);
  ofSet.set(template, ready);
  return ready;
}
