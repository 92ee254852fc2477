// A template made ready to be filled: cut, checked and parsed, subject, body and pieces, with every problem that does not
// depend on a letter.
import type { Liquid } from 'liquidjs';
import { suggestion } from '../../casefile/nearest.ts';
import { inFileOrder, problem } from '../../casefile/problems.ts';
import type { Checked, Problem } from '../../model/problem.ts';
import type { Template, TemplateSet } from '../templates/template.ts';
import type { LetterValues } from '../values/values.ts';
import { checkNames, type ParsedPart } from './check-names.ts';
import { checkProse } from './check-prose.ts';
import { type Spoiled, spoiledPieces, tooDeep } from './check-tags.ts';
import { engineOf } from './engine.ts';
import { problemsIn } from './errors.ts';
import { type Source, sourcesOf } from './sources.ts';
import { arePieces, type Piece, piecesOf, structureProblems } from './structure.ts';

export interface Compiled {
  readonly sources: readonly Source[];
  /** By a source's part. */
  readonly pieces: ReadonlyMap<string, readonly Piece[]>;
}

/** A stretch of a source that is to read otherwise, of the same length: to find out what a fault comes from. */
export interface Mask {
  readonly source: Source;
  readonly begin: number;
  readonly text: string;
}

export function compile(template: Template, set: TemplateSet): Checked<Compiled> {
  const { subject, body, partials } = sourcesOf(template, set);
  const sources = [subject, body, ...partials];
  const engine = engineFor(sources, 'markdown');
  const pieces = new Map<string, readonly Piece[]>();
  const parsed = new Map<string, ParsedPart>();
  const problems: Problem[] = [];
  const spoils: Spoiled[] = [];
  for (const source of sources) {
    const found = piecesOf(source, engine);
    if (!arePieces(found)) {
      problems.push(...found);
      continue;
    }
    pieces.set(source.part, found);
    const spoiled = spoiledPieces(source, found);
    problems.push(...spoiled.problems);
    spoils.push(spoiled);
    const deep = tooDeep(source, found);
    if (deep !== undefined) {
      problems.push(deep);
      continue;
    }
    const wrong = [...structureProblems(source, found), ...missingPieces(source, found, set)].filter(
      (one) => !spoiled.has(one),
    );
    const nodes = parse(source, engine);
    const others = nodes.problems
      .filter((one) => isOfOnePiece(one) && !spoiled.has(one) && !isEcho(one, spoiled))
      .filter((one) => !wrong.some((told) => isSamePlace(told, one)));
    problems.push(...wrong, ...others, ...checkProse(source, found, template.purpose));
    if (nodes.ok) parsed.set(source.part, { source, nodes: nodes.value });
  }
  for (const part of [subject.part, body.part]) {
    const first = parsed.get(part);
    if (first === undefined) continue;
    problems.push(...checkNames(first, parsed).filter((one) => !spoils.some((spoiled) => spoiled.has(one))));
  }
  const told = inFileOrder(distinct(problems));
  if (told.length > 0) return { ok: false, problems: told };
  return { ok: true, value: { sources, pieces }, problems: [] };
}

/** The filled subject and body. */
export function render(
  { sources }: Compiled,
  values: LetterValues,
  mask?: Mask,
): Checked<{ readonly subject: string; readonly markdown: string }> {
  const texts = sources.map((source) => (mask?.source === source ? masked(mask) : source));
  const [subject, body] = texts;
  const first = subject && fillOne(subject, engineFor(texts, 'plain', values), sources);
  const second = body && fillOne(body, engineFor(texts, 'markdown', values), sources);
  const problems = distinct([...(first?.problems ?? []), ...(second?.problems ?? [])]);
  if (!first?.ok || !second?.ok) return { ok: false, problems };
  return { ok: true, value: { subject: first.value, markdown: second.value }, problems: [] };
}

function masked({ source, begin, text }: Mask): Source {
  const { input } = source;
  return { ...source, input: `${input.slice(0, begin)}${text}${input.slice(begin + text.length)}` };
}

function fillOne(source: Source, engine: Liquid, sources: readonly Source[]): Checked<string> {
  try {
    const filled: unknown = engine.renderSync(engine.parse(source.input, source.part));
    return { ok: true, value: String(filled), problems: [] };
  } catch (error) {
    return { ok: false, problems: problemsIn(error, sources) };
  }
}

function engineFor(sources: readonly Source[], writes: 'markdown' | 'plain', values?: LetterValues): Liquid {
  const partials = Object.fromEntries(sources.slice(2).map(({ part, input }) => [part, input]));
  return engineOf({ partials, writes, values });
}

function parse(source: Source, engine: Liquid): Checked<ParsedPart['nodes']> {
  try {
    return { ok: true, value: engine.parse(source.input, source.part), problems: [] };
  } catch (error) {
    return { ok: false, problems: problemsIn(error, [source]) };
  }
}

/** What Liquid stumbles over behind a mistake, having lost its way: which block ends where is told by the structure. */
function isOfOnePiece({ message }: Problem): boolean {
  return !/tag ".*" not found|never closed with "%}"/s.test(message);
}

/** It tells the block that has such a tag, and the tag itself was told. */
function isEcho({ message }: Problem, { problems }: Spoiled): boolean {
  return problems.length > 0 && /understood: unexpected "/.test(message);
}

function isSamePlace({ place: a }: Problem, { place: b }: Problem): boolean {
  return a?.line === b?.line && (a?.column ?? 0) + (a?.length ?? 0) > (b?.column ?? 0);
}

function missingPieces(source: Source, pieces: readonly Piece[], set: TemplateSet): readonly Problem[] {
  return pieces.flatMap(({ word, args, begin, end }) => {
    const name = word === 'render' ? /^(["'])(.*?)\1/.exec(args)?.[2] : undefined;
    if (name === undefined || Object.hasOwn(set.partials, name)) return [];
    const start = source.input.indexOf(name, begin);
    const place = start < end ? source.place(start, start + name.length) : source.place(begin, end);
    const hint = suggestion(name, Object.keys(set.partials), 'pieces');
    return [problem('unknown-partial', `There is no piece "${name}".`, { hint, place })];
  });
}

function distinct(problems: readonly Problem[]): readonly Problem[] {
  const key = ({ code, message, place }: Problem) =>
    `${code} ${message} ${place?.file} ${place?.line} ${place?.column}`;
  return [...new Map(problems.map((one) => [key(one), one])).values()];
}
