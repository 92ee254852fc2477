// Fixes of single values of YAML files: names in their usual form, values of a fixed list in the letters of the list,
// figures and truth values that stand in quotes or capitals. Comments, order and quoting stay.
import { isScalar, type Scalar } from 'yaml';
import { type Name, parseName, topLabel } from '../../model/name.ts';
import { caseSchema } from '../schema/case.ts';
import { recipientsSchema } from '../schema/recipients.ts';
import { CASE_LIMITS, compose } from '../yaml/document.ts';
import { find, type Path } from '../yaml/nodes.ts';
import { settle } from '../yaml/settle.ts';
import { isHolder, treeOf, valueAt } from '../yaml/tree.ts';
import type { Issue } from '../yaml/wrong-value.ts';
import type { Edit, FileText } from './fix.ts';
import { wantedName } from './wanted-name.ts';

const ANY = '*';
/** Where names stand. */
const NAMES: readonly (readonly string[])[] = [
  ['sinkholes', ANY, 'name-servers'],
  ['orders', ANY, 'releases', ANY, 'names'],
  ['recipients', ANY, 'hosts'],
];
const TLDS: readonly (readonly string[])[] = [['recipients', ANY, 'tlds']];

interface Opened {
  readonly root: unknown;
  readonly value: unknown;
  readonly issues: readonly Issue[];
}

/** A file is looked at by several fixes, one after the other. */
const OPENED = new WeakMap<FileText, Opened | undefined>();

function opened(file: FileText): Opened | undefined {
  if (!OPENED.has(file)) OPENED.set(file, open(file));
  return OPENED.get(file);
}

function open({ kind, text }: FileText): Opened | undefined {
  if (kind === 'list') return undefined;
  const composed = compose(text, CASE_LIMITS);
  if (!composed.ok) return undefined;
  const root = composed.document.contents;
  const tree = treeOf(text, root);
  const draft = structuredClone(tree.value);
  const { issues } =
    kind === 'case' ? settle(caseSchema, draft, tree.plainText) : settle(recipientsSchema, draft, tree.plainText);
  return { root, value: tree.value, issues };
}

/** Names as the DNS keeps them. `told`: a rule refuses the value already. */
export function namesInYaml(file: FileText, { told }: { readonly told: boolean }): readonly Edit[] {
  const { root, value } = opened(file) ?? {};
  return NAMES.flatMap((pattern) => itemsAt(value, pattern)).flatMap((path) => {
    const written = valueAt(value, path);
    if (typeof written !== 'string' || (written.trim() !== written) !== told) return [];
    return replaced(root, path, wantedName(written));
  });
}

/** Top-level domains are written in one form only, so there is no choice: without dots, in small ASCII letters. */
export function topLevels(file: FileText): readonly Edit[] {
  const { root, value } = opened(file) ?? {};
  return TLDS.flatMap((pattern) => itemsAt(value, pattern)).flatMap((path) => {
    const written = valueAt(value, path);
    if (typeof written !== 'string' || /^[a-z0-9-]{2,63}$/.test(written)) return [];
    const reading = parseName(`x.${written.trim().replace(/^[.]/, '')}`);
    return reading.ok && isDirectlyUnder(reading.name) ? replaced(root, path, topLabel(reading.name)) : [];
  });
}

function isDirectlyUnder(name: Name): boolean {
  return name.split('.').length === 2;
}

/** A word of a fixed list that differs in nothing but its capitals or the blanks around it. */
export function fixedWords(file: FileText): readonly Edit[] {
  const { root, value, issues = [] } = opened(file) ?? {};
  return issues.flatMap((issue) => {
    const known = issue.code === 'invalid_value' ? issue.values.map(String) : optionsOf(issue);
    const written = valueAt(value, issue.path);
    if (typeof written !== 'string') return [];
    const meant = known.filter((one) => one.toLowerCase() === written.trim().toLowerCase());
    return meant.length === 1 ? replaced(root, issue.path, meant[0]) : [];
  });
}

function optionsOf(issue: Issue): readonly string[] {
  return issue.code === 'invalid_union' && 'options' in issue && Array.isArray(issue.options)
    ? issue.options.map(String)
    : [];
}

/** `"292"` where a figure is wanted, `True` where a truth value is. */
export function plainValues(file: FileText, wanted: 'figure' | 'truth'): readonly Edit[] {
  const { root, value, issues = [] } = opened(file) ?? {};
  const [kinds, form] =
    wanted === 'figure'
      ? ([['number', 'int'], /^[1-9]\d{0,14}$/] as const)
      : ([['boolean'], /^(?:true|false)$/] as const);
  return issues.flatMap((issue) => {
    const written = valueAt(value, issue.path);
    if (issue.code !== 'invalid_type' || typeof written !== 'string') return [];
    const meant = written.trim().toLowerCase();
    return kinds.some((kind) => kind === issue.expected) && form.test(meant) ? unquoted(root, issue.path, meant) : [];
  });
}

/** The paths of the texts at a pattern; one that stands alone where a list may be is found too. */
function itemsAt(value: unknown, pattern: readonly string[]): readonly Path[] {
  const found = pattern.reduce<readonly Path[]>(
    (paths, step) => paths.flatMap((path) => (step === ANY ? belowOf(value, path) : [[...path, step]])),
    [[]],
  );
  return found.flatMap((path) => (Array.isArray(valueAt(value, path)) ? belowOf(value, path) : [path]));
}

function belowOf(value: unknown, path: Path): readonly Path[] {
  const holder = valueAt(value, path);
  if (Array.isArray(holder)) return holder.map((_, index) => [...path, index]);
  return isHolder(holder) ? Object.keys(holder).map((key) => [...path, key]) : [];
}

const QUOTES: Readonly<Record<string, string>> = { QUOTE_SINGLE: "'", QUOTE_DOUBLE: '"' };

function replaced(root: unknown, path: Path, wanted: string | undefined): readonly Edit[] {
  const node = scalarAt(root, path);
  if (wanted === undefined || node === undefined) return [];
  const quote = QUOTES[node.type ?? ''] ?? '';
  return edit(node, `${quote}${wanted}${quote}`);
}

function unquoted(root: unknown, path: Path, wanted: string): readonly Edit[] {
  const node = scalarAt(root, path);
  return node === undefined ? [] : edit(node, wanted);
}

function edit({ range }: Scalar, text: string): readonly Edit[] {
  return range === null || range === undefined ? [] : [{ start: range[0], end: range[1], text }];
}

/** A block of prose has no one place for a word. */
function scalarAt(root: unknown, path: Path): Scalar | undefined {
  const { value, whole } = find(root, path);
  return whole && isScalar(value) && value.type?.startsWith('BLOCK') !== true ? value : undefined;
}
