// The names of a text against what letters have, before any letter is filled: also in passages that this letter would leave
// out. A value has to exist, to be printable where it is printed, and to be compared with what it can be.
import { AssignTag, CaseTag, ForTag, IfTag, type Template as Node, Output, RenderTag, UnlessTag } from 'liquidjs';
import { problem } from '../../casefile/problems.ts';
import type { Problem } from '../../model/problem.ts';
import type { Shape } from '../values/shape.ts';
import { checkExpression, checkOutput, shapeOf, type Use } from './check-value.ts';
import { FORLOOP, LETTER_SCOPE, type Scope } from './scope.ts';
import type { Source } from './sources.ts';

export interface ParsedPart {
  readonly source: Source;
  readonly nodes: readonly Node[];
}

interface Walk {
  readonly parts: ReadonlyMap<string, ParsedPart>;
  readonly add: (one: Problem) => void;
  readonly source: Source;
  /** Pieces that are being walked, from the outside in. */
  readonly open: readonly string[];
}

export function checkNames(first: ParsedPart, parts: ReadonlyMap<string, ParsedPart>): readonly Problem[] {
  const found = new Map<string, Problem>();
  const add = (one: Problem) => {
    const { file, line, column } = one.place ?? {};
    // A piece that is taken in twice is told once.
    const key = `${one.code} ${file}:${line}:${column}`;
    if (!found.has(key)) found.set(key, one);
  };
  walk(first.nodes, LETTER_SCOPE, { parts, add, source: first.source, open: [] });
  return [...found.values()];
}

function walk(nodes: readonly Node[], scope: Scope, on: Walk): void {
  let inner = scope;
  for (const node of nodes) inner = visit(node, inner, on);
}

/** The scope that holds for what follows. */
function visit(node: Node, scope: Scope, on: Walk): Scope {
  const use: Use = { scope, source: on.source, add: on.add };
  if (node instanceof Output) checkOutput(node.value, use, node.token);
  else if (node instanceof IfTag || node instanceof UnlessTag) {
    for (const { value, templates } of node.branches) {
      checkExpression(value, use);
      walk(templates, scope, on);
    }
    walk(node.elseTemplates ?? [], scope, on);
  } else if (node instanceof CaseTag) {
    checkExpression(node.value, use);
    for (const { values, templates } of node.branches) {
      checkExpression(node.value, use, values);
      walk(templates, scope, on);
    }
    walk(node.elseTemplates, scope, on);
  } else if (node instanceof ForTag) loop(node, scope, on);
  else if (node instanceof AssignTag) return assigned(node, use);
  else if (node instanceof RenderTag) piece(node, use, on);
  return scope;
}

function loop(node: ForTag, scope: Scope, on: Walk): void {
  const use: Use = { scope, source: on.source, add: on.add };
  const list = shapeOf(node.collection, use);
  if (list !== undefined && list.kind !== 'list') {
    const { begin, end } = node.collection;
    const message = `"${node.collection.getText()}" is no list to go through.`;
    on.add(problem('unprintable-value', message, { place: on.source.place(begin, end) }));
  }
  if (node.variable === node.collection.getText()) checkNew(node.variable, node, use);
  const item = list?.kind === 'list' ? list.item : undefined;
  walk(node.templates, new Map([...scope, [node.variable, item], ['forloop', FORLOOP]]), on);
  walk(node.elseTemplates, scope, on);
}

function assigned(node: AssignTag, use: Use): Scope {
  const [value] = node.arguments();
  const [name] = node.localScope();
  const shape = value === undefined ? undefined : shapeOf(value, use);
  if (name !== undefined) checkNew(name.content, node, use);
  return name === undefined ? use.scope : new Map([...use.scope, [name.content, shape]]);
}

/** A word of the text's own never stands in front of a value: "names" would then be something else for the rest of the letter. */
function checkNew(name: string, { token: { begin, end } }: ForTag | AssignTag, { add, source }: Use): void {
  if (!LETTER_SCOPE.has(name)) return;
  const at = begin + source.input.slice(begin, end).search(new RegExp(`\\b${name}\\b`));
  const message = `"${name}" is a value of every letter, and would mean something else from here on.`;
  const place = source.place(at, at + name.length);
  add(problem('template-syntax', message, { hint: 'Choose another word.', place }));
}

function piece(node: RenderTag, use: Use, on: Walk): void {
  const partial = node.partialScope();
  if (partial === undefined) return;
  const part = on.parts.get(partial.name);
  const { begin, end } = node.token;
  if (part === undefined) return;
  if (on.open.includes(partial.name)) {
    const message = `"${partial.name}" takes itself in.`;
    on.add(problem('template-too-much', message, { place: on.source.place(begin, end) }));
    return;
  }
  const shapes = [...node.arguments()].map((value) => shapeOf(value, use));
  const names = [...partial.scope].map((name) => (typeof name === 'string' ? name : name[0]));
  // Values that are no paths are left out by the library; then nothing is known of any.
  const known = names.map((name, at): [string, Shape | undefined] => [
    name,
    names.length === shapes.length ? shapes[at] : undefined,
  ]);
  const inner: Scope = new Map([...LETTER_SCOPE, ...known]);
  const { file, line } = on.source.place(begin, end);
  const add = (one: Problem) => {
    const isHandedOver = one.code === 'unknown-value' && one.message.startsWith('There is no value');
    const hint = `${one.hint ?? ''} Or hand it over where the piece is taken in, at ${file}:${line}.`.trim();
    on.add(isHandedOver ? { ...one, hint } : one);
  };
  walk(part.nodes, inner, { ...on, add, source: part.source, open: [...on.open, partial.name] });
}
