// Edits of files that people write: one stretch of text is put in, and every other character stays what it was, with its
// comments, order and quoting. An edit whose outcome does not read as intended is refused.
import { isMap, isScalar, isSeq, type Node, type YAMLMap } from 'yaml';
import { csvEntries } from './csv.ts';
import { flowText, quotedForm } from './flow.ts';
import { readable } from './source.ts';
import { CASE_LIMITS, compose } from './yaml/document.ts';
import { type Path, treeOf } from './yaml/tree.ts';

type Edited = { readonly ok: true; readonly text: string } | { readonly ok: false; readonly reason: string };

interface Setting {
  readonly path: Path;
  readonly value: unknown;
  /** Where the key is new: the key beside it that it is to follow; absent, or not there: it comes last. */
  readonly after?: string;
}

/** Sets one value of a case file; only a text, figure, truth value or one-line collection is ever replaced. */
export function setInCase(text: string, setting: Setting): Edited {
  const { path, value } = setting;
  const root = rootOf(text);
  if (root === undefined) return refused('The file is not valid YAML.');
  const parent = nodeAt(root, path.slice(0, -1));
  const key = path[path.length - 1];
  if (key === undefined || parent === undefined)
    return refused(`There is no ${path.slice(0, -1).join('.')} in the file.`);
  const edited = isMap(parent) ? setInMap({ text, map: parent, setting }) : replaceItem(text, parent, setting);
  return edited === undefined
    ? refused(`${String(key)} is not a value that can be set.`)
    : confirmed(edited, path, value);
}

interface MapEdit {
  readonly text: string;
  readonly map: YAMLMap;
  readonly setting: Setting;
}

function setInMap({ text, map, setting }: MapEdit): string | undefined {
  const key = String(setting.path[setting.path.length - 1]);
  const pair = map.items.find((one) => keyText(one.key) === key);
  if (pair !== undefined) return replaceNode(text, pair.value, setting.value);
  const written = `${flowText(key)}: ${flowText(setting.value)}`;
  if (map.flow === true) return map.items.length === 0 ? undefined : insertAt(text, endOf(map) - 1, `, ${written}`);
  const neighbour = map.items.find((one) => keyText(one.key) === setting.after) ?? map.items[map.items.length - 1];
  if (neighbour === undefined || !isNode(neighbour.key)) return undefined;
  const indent = columnOf(text, neighbour.key.range?.[0] ?? 0);
  const last = isNode(neighbour.value) ? endOf(neighbour.value) : (neighbour.key.range?.[1] ?? 0);
  return insertLine(text, { end: last, indent, line: `${' '.repeat(indent)}${written}` });
}

function replaceItem(text: string, parent: Node, { path, value }: Setting): string | undefined {
  const index = Number(path[path.length - 1]);
  return isSeq(parent) ? replaceNode(text, parent.items[index], value) : undefined;
}

function replaceNode(text: string, node: unknown, value: unknown): string | undefined {
  if (!isNode(node) || node.range === null || node.range === undefined) return undefined;
  const block = isScalar(node)
    ? node.type?.startsWith('BLOCK') === true
    : (isMap(node) || isSeq(node)) && node.flow !== true;
  if (block) return undefined;
  const [start, end] = node.range;
  const wasQuoted = isScalar(node) && node.type?.startsWith('QUOTE') === true;
  const written = wasQuoted && typeof value === 'string' ? quotedForm(value) : flowText(value);
  const gap = start === end && text[start - 1] === ':' ? ' ' : '';
  return `${text.slice(0, start)}${gap}${written}${text.slice(end)}`;
}

/** Puts an order, given as YAML lines without indentation, below those that are there. */
export function appendOrder(text: string, order: string): Edited {
  const root = rootOf(text);
  const orders = root === undefined ? undefined : nodeAt(root, ['orders']);
  if (!isSeq(orders) || orders.flow === true || orders.items.length === 0)
    return refused('The file has no list of orders.');
  const last = orders.items[orders.items.length - 1];
  if (!isNode(last)) return refused('The last order is empty.');
  const indent = ' '.repeat(dashBefore(text, last.range?.[0] ?? 0));
  const lines = order
    .trimEnd()
    .split('\n')
    .map((line, index) => (line === '' ? '' : `${indent}${index === 0 ? '- ' : '  '}${line}`));
  const edited = insertLine(text, { end: endOf(last), indent: indent.length, line: `\n${lines.join('\n')}` });
  const again = rootOf(edited);
  const now = again === undefined ? undefined : nodeAt(again, ['orders']);
  const grown = isSeq(now) && now.items.length === orders.items.length + 1;
  return grown ? { ok: true, text: edited } : refused('The order is not valid YAML.');
}

/** Adds names at the end of a schedule, each on a line of its own, in the file's own line endings and columns. */
export function appendNames(
  schedule: { readonly file: string; readonly text: string },
  names: Iterable<string>,
): string {
  const { file, text } = schedule;
  const feed = text.includes('\r\n') ? '\r\n' : '\n';
  const start = text === '' || text.endsWith('\n') ? text : `${text}${feed}`;
  const row = /\.csv$/i.test(file) ? csvRow(text) : (name: string) => name;
  const header = /\.csv$/i.test(file) && text.trim() === '' ? `name${feed}` : '';
  return `${start}${header}${lines(names, (name) => row(name) + feed)}`;
}

/** Put together in pieces: a million names are no list of a million texts. */
function lines(names: Iterable<string>, line: (name: string) => string): string {
  const pieces: string[] = [];
  let piece: string[] = [];
  for (const name of names) {
    piece.push(line(name));
    if (piece.length < 4096) continue;
    pieces.push(piece.join(''));
    piece = [];
  }
  return [...pieces, ...piece].join('');
}

function csvRow(text: string): (name: string) => string {
  const { columns, column } = csvEntries(text);
  if (columns === 0) return (name) => name;
  return (name) => Array.from({ length: columns }, (_, at) => (at === column ? name : '')).join(',');
}

function confirmed(text: string, path: Path, value: unknown): Edited {
  const composed = compose(readable('case.yaml', text), CASE_LIMITS);
  const tree = composed.ok ? treeOf(readable('case.yaml', text), composed.document.contents) : undefined;
  const found = path.reduce<unknown>(
    (at, key) => (typeof at === 'object' && at !== null ? Reflect.get(at, key) : undefined),
    tree?.value,
  );
  return JSON.stringify(found) === JSON.stringify(value)
    ? { ok: true, text }
    : refused('The value cannot be written there.');
}

function refused(reason: string): Edited {
  return { ok: false, reason };
}

function rootOf(text: string): Node | undefined {
  const composed = compose(readable('case.yaml', text), CASE_LIMITS);
  return composed.ok && isNode(composed.document.contents) ? composed.document.contents : undefined;
}

function nodeAt(root: Node, path: Path): Node | undefined {
  let node: unknown = root;
  for (const step of path) {
    if (isSeq(node)) node = node.items[Number(step)];
    else node = isMap(node) ? node.items.find((pair) => keyText(pair.key) === String(step))?.value : undefined;
  }
  return isNode(node) ? node : undefined;
}

function keyText(key: unknown): string | undefined {
  return isScalar(key) ? String(key.value) : undefined;
}

function isNode(node: unknown): node is Node {
  return isScalar(node) || isMap(node) || isSeq(node);
}

function endOf(node: Node): number {
  return node.range?.[1] ?? 0;
}

function columnOf(text: string, offset: number): number {
  return offset - (text.lastIndexOf('\n', offset - 1) + 1);
}

/** The column of the dash of a list item whose content starts at the offset. */
function dashBefore(text: string, offset: number): number {
  return columnOf(text, text.lastIndexOf('-', offset - 1));
}

function insertAt(text: string, offset: number, piece: string): string {
  const before = text.slice(0, offset).trimEnd();
  return `${before}${piece}${text.slice(before.length)}`;
}

interface Insertion {
  /** Where the thing ends that the line is to follow. */
  readonly end: number;
  /** Comments below it that stand further to the right belong to it. */
  readonly indent: number;
  readonly line: string;
}

function insertLine(text: string, { end, indent, line }: Insertion): string {
  const newline = text.includes('\r\n') ? '\r\n' : '\n';
  const written = line.replaceAll('\n', newline);
  const feed = text.indexOf('\n', text.slice(0, end).trimEnd().length);
  if (feed === -1) return `${text}${newline}${written}${newline}`;
  const comments = new RegExp(`(?:[ ]{${indent + 1},}#[^\\n]*\\n)*`, 'y');
  comments.lastIndex = feed + 1;
  const at = feed + 1 + (comments.exec(text)?.[0].length ?? 0);
  return `${text.slice(0, at)}${written}${newline}${text.slice(at)}`;
}
