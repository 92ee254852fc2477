// Texts to templates: front matter, body and digest, or every problem with its place. What the body says is read when it is
// filled (filling/fill.ts); here it is only text.
import { digestOfSources } from '../../casefile/digest.ts';
import { problem } from '../../casefile/problems.ts';
import { type ReadableText, readable, readText, type SourceText, topOf } from '../../casefile/source.ts';
import { readYaml } from '../../casefile/yaml.ts';
import type { Checked, Problem } from '../../model/problem.ts';
import { frontMatterSchema, splitFrontMatter } from './front-matter.ts';
import { partialsReached } from './partials.ts';
import type { Template, TemplateSet } from './template.ts';

/** A letter of a hundred pages fits. */
const TEMPLATE_LIMIT = 256 * 1024;

interface TemplateTexts {
  /** In the order in which they are tried: the workspace's own first. */
  readonly templates: readonly SourceText[];
  readonly partials: readonly SourceText[];
}

export function readTemplates(files: TemplateTexts): Checked<TemplateSet> {
  const { set, problems } = readTemplatesPartly(files);
  if (problems.some(({ severity }) => severity === 'error')) return { ok: false, problems };
  return { ok: true, value: set, problems };
}

/** Those that can be read, beside the problems of those that cannot: to tell of all files at once. */
export function readTemplatesPartly(files: TemplateTexts): {
  readonly set: TemplateSet;
  readonly problems: readonly Problem[];
} {
  const problems: Problem[] = [];
  const partials: Record<string, { readonly file: string; readonly text: string }> = {};
  for (const source of files.partials) {
    const text = textOf(source);
    problems.push(...text.problems);
    // Of two of one name the first counts: the workspace's stands in front of the shipped one.
    if (text.ok) partials[idOf(source.file)] ??= { file: source.file, text: text.value.text };
  }
  const templates: Template[] = [];
  for (const source of files.templates) {
    const template = readTemplate(source, partials);
    problems.push(...template.problems);
    if (template.ok && templates.every(({ id }) => id !== template.value.id)) templates.push(template.value);
  }
  return { set: { templates, partials }, problems };
}

function readTemplate(source: SourceText, partials: TemplateSet['partials']): Checked<Template> {
  const text = textOf(source);
  if (!text.ok) return text;
  const { file } = source;
  const split = splitFrontMatter(text.value);
  if ('missing' in split) {
    const message =
      split.missing === 'opening'
        ? 'The first line of a template is "---", and here it is not.'
        : 'The front matter is opened here and never closed by a second line "---".';
    return { ok: false, problems: [problem('template-front-matter', message, { place: split.place })] };
  }
  const empty = split.body.trim() === '' ? [emptyBody(file)] : [];
  const matter = readYaml({ file, octets: new TextEncoder().encode(split.matter) }, frontMatterSchema);
  if (!matter.ok || empty.length > 0) return { ok: false, problems: [...quoteless(matter.problems), ...empty] };
  const { value, place } = matter.value;
  const texts = [
    text.value.text,
    ...partialsReached(`${value.subject}\n${split.body}`, partials).map(textIn(partials)),
  ];
  const template: Template = {
    id: idOf(file),
    file,
    title: value.title,
    purpose: value.purpose,
    roles: value.role,
    reach: value.reach,
    language: value.language,
    short: value.short,
    subject: value.subject.trim(),
    subjectPlace: place(['subject']),
    covers: value.covers,
    encloses: value.encloses,
    body: split.body,
    bodyLine: split.bodyLine,
    digest: digestOfSources(texts.map((one) => ({ file, octets: new TextEncoder().encode(one) }))),
  };
  return { ok: true, value: template, problems: [] };
}

/** What YAML says of a subject without quotes tells nobody what to do. */
function quoteless(problems: readonly Problem[]): readonly Problem[] {
  const isAbout = ({ place }: Problem) => /^subject:\s*(?!["'\s]).*(?:\{\{|:\s| #)/.test(place?.excerpt ?? '');
  const first = problems.find(isAbout);
  if (first === undefined) return problems;
  const message = 'A subject with "{{", ":" or "#" in it stands between straight quotes.';
  const told = problem('template-front-matter', message, {
    hint: 'Write it as subject: "Court order: {{ case.title }}".',
    place: first.place,
  });
  return problems.flatMap((one) => (one === first ? [told] : isAbout(one) ? [] : [one]));
}

function textIn(partials: TemplateSet['partials']): (name: string) => string {
  return (name) => `${name}\n${partials[name]?.text ?? ''}`;
}

function emptyBody(file: string): Problem {
  return problem('empty-file', `${file} has front matter and no letter below it.`, { place: topOf(file) });
}

/** Lines end in one way from here on, so that places and digests are the same on every system. */
function textOf(source: SourceText): Checked<ReadableText> {
  const text = readText(source, TEMPLATE_LIMIT);
  if (!text.ok) return text;
  return { ok: true, value: readable(source.file, text.value.text.replace(/\r\n?/g, '\n')), problems: [] };
}

function idOf(file: string): string {
  return (file.split(/[/\\]/).at(-1) ?? file).replace(/\.md$/, '');
}
