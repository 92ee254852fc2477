// Answers of `takedown new` as a file of YAML, and back: one key a question, those of paragraphs and recipients below their
// names. The same file is a draft that the program keeps and one that a person writes for `--answers`.
import type { Checked, Place, Problem } from '../model/problem.ts';
import { flowText } from './flow.ts';
import { suggestion } from './nearest.ts';
import { problem } from './problems.ts';
import { readText, type SourceText } from './source.ts';
import { CASE_LIMITS, compose } from './yaml/document.ts';
import { isHolder, type Path, treeOf } from './yaml/tree.ts';

type FlatAnswers = Readonly<Partial<Record<string, string>>>;

/** Groups of answers that have names of their own. */
const GROUPS = ['paragraphs', 'recipients'] as const;

export function answersText(answers: FlatAnswers): string {
  const plain = Object.entries(answers).filter(([key]) => !key.includes('.'));
  const lines = plain.map(([key, value]) => `${kebab(key)}: ${flowText(value)}`);
  for (const group of GROUPS) {
    const members = new Map<string, Record<string, string>>();
    for (const [key, value] of Object.entries(answers)) {
      const [first, name, part] = key.split('.');
      if (first !== group || name === undefined || part === undefined || value === undefined) continue;
      members.set(name, { ...members.get(name), [kebab(part)]: value });
    }
    if (members.size === 0) continue;
    lines.push(`${group}:`, ...[...members].map(([name, parts]) => `  ${flowText(name)}: ${flowText(parts)}`));
  }
  return `${lines.join('\n')}\n`;
}

/** `known`: the keys of the questions that stand by themselves. */
export function readAnswers(source: SourceText, known: readonly string[]): Checked<FlatAnswers> {
  const text = readText(source, CASE_LIMITS.octets);
  if (!text.ok) return text;
  const composed = compose(text.value, CASE_LIMITS);
  if (!composed.ok) return { ok: false, problems: composed.problems };
  const tree = treeOf(text.value, composed.document.contents);
  const problems = [...tree.problems];
  const answers: Record<string, string> = {};
  for (const [path, value] of leavesOf(tree.value, [])) {
    const steps = path.map(String);
    const key = keyOf(steps, known);
    if (key !== undefined) answers[key] = value;
    else problems.push(unknownKey(steps, { known, place: tree.place(path, 'key') }));
  }
  return problems.length === 0 ? { ok: true, value: answers, problems } : { ok: false, problems };
}

/** As answers are called within the program; `undefined`: no question is called that. */
function keyOf(steps: readonly string[], known: readonly string[]): string | undefined {
  const [first = '', member = '', part = ''] = steps;
  if (isGroup(first))
    return isOfMember(steps) && PARTS[first]?.includes(part) ? `${first}.${member}.${camel(part)}` : undefined;
  const key = steps.map(camel).join('.');
  return known.includes(key) ? key : undefined;
}

function unknownKey(
  steps: readonly string[],
  { known, place }: { readonly known: readonly string[]; readonly place: Place },
): Problem {
  const [first = ''] = steps;
  const keys = isGroup(first) && isOfMember(steps) ? (PARTS[first] ?? []) : [...known.map(kebab), ...GROUPS];
  const hint = suggestion(steps.at(-1) ?? '', keys, 'keys');
  return problem('unknown-key', `"${steps.join('.')}" is no answer that is known.`, { hint, place });
}

function isGroup(key: string): boolean {
  return GROUPS.some((group) => group === key);
}

/** The group, the member, and a part of what is said of it. */
function isOfMember(steps: readonly string[]): boolean {
  return steps.length === 3;
}

const PARTS: Readonly<Record<string, readonly string[]>> = {
  paragraphs: ['number', 'text', 'directed-to', 'due'],
  recipients: ['name', 'reach', 'because', 'email', 'address'],
};

function leavesOf(value: unknown, path: Path): readonly (readonly [Path, string])[] {
  if (Array.isArray(value)) return [[path, value.map(String).join(',')]];
  if (!isHolder(value)) return path.length === 0 ? [] : [[path, value === null ? '' : String(value)]];
  return Object.entries(value).flatMap(([key, member]) => leavesOf(member, [...path, key]));
}

function kebab(key: string): string {
  return key.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
}

function camel(key: string): string {
  return key.replace(/-([a-z])/g, (_, letter: string) => letter.toUpperCase());
}
