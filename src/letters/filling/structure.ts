// The tags of a text before anything is made of them: known ones, each block closed by its own end. Told here for all of the
// text at once, since Liquid itself loses its way after the first.
import { type Liquid, Tokenizer, TokenKind } from 'liquidjs';
import { suggestion } from '../../casefile/nearest.ts';
import { problem } from '../../casefile/problems.ts';
import type { Problem } from '../../model/problem.ts';
import { FILTERS } from '../filters/index.ts';
import { problemsIn } from './errors.ts';
import type { Source } from './sources.ts';
import { BLOCKS, TAGS } from './tags.ts';

export interface Piece {
  readonly kind: 'tag' | 'value' | 'text';
  /** The word of a tag. */
  readonly word: string;
  /** What stands behind it, or in a value's braces. */
  readonly args: string;
  readonly begin: number;
  readonly end: number;
}

/** Cuts a text into tags, values and what stands between them. */
export function piecesOf(source: Source, engine: Liquid): readonly Piece[] | readonly Problem[] {
  const tokenizer = new Tokenizer(source.input, engine.options.operators, source.part);
  const pieces: Piece[] = [];
  try {
    for (const { kind, begin, end } of tokenizer.readTopLevelTokens(engine.options)) {
      const text = source.input.slice(begin, end);
      const inside = text.replace(/^\{[%{]-?\s*/, '').replace(/\s*-?[%}]\}$/, '');
      const word = kind === TokenKind.Tag ? (/^\S*/.exec(inside)?.[0] ?? '') : '';
      const args = kind === TokenKind.HTML ? text : inside.slice(word.length).trim();
      const what = kind === TokenKind.Tag ? 'tag' : kind === TokenKind.Output ? 'value' : 'text';
      pieces.push({ kind: what, word, args, begin, end });
    }
  } catch (error) {
    return problemsIn(error, [source]);
  }
  return pieces;
}

export function arePieces(found: readonly Piece[] | readonly Problem[]): found is readonly Piece[] {
  const [first] = found;
  return first === undefined || 'begin' in first;
}

interface Open {
  readonly word: string;
  readonly piece: Piece;
}

const ENDS = new Map(Object.entries(BLOCKS).map(([word, { end }]) => [end, word]));
const INSIDE = new Set(Object.values(BLOCKS).flatMap(({ inside }) => inside));

export function structureProblems(source: Source, pieces: readonly Piece[]): readonly Problem[] {
  const open: Open[] = [];
  const problems: Problem[] = [];
  const unknown = new Set<string>();
  for (const piece of pieces) {
    const inComment = open.at(-1)?.word === 'comment';
    if (piece.kind !== 'text' && !inComment) problems.push(...filterProblems(source, piece));
    if (piece.kind === 'tag' && (!inComment || piece.word === 'endcomment'))
      problems.push(...tagProblems(source, piece, { open, unknown }));
  }
  for (const { word, piece } of open) {
    const end = BLOCKS[word]?.end ?? '';
    const hint = `Put {% ${end} %} where it ends.`;
    const place = source.place(piece.begin, piece.end);
    problems.push(problem('template-syntax', `This "${word}" is never closed.`, { hint, place }));
  }
  return problems;
}

interface SoFar {
  readonly open: Open[];
  /** Words that were told as unknown: each is told once. */
  readonly unknown: Set<string>;
}

/** Opens or closes the block that the tag is about. */
function tagProblems(source: Source, piece: Piece, { open, unknown }: SoFar): readonly Problem[] {
  const { word } = piece;
  if (ENDS.has(word)) return close(open, piece, source);
  if (INSIDE.has(word)) return insideProblems(source, piece, open.at(-1));
  if (word === 'render') return dynamicPiece(source, piece);
  if (Object.hasOwn(BLOCKS, word)) open.push({ word, piece });
  else if (!Object.hasOwn(TAGS, word) && !unknown.has(word.replace(/^end/, ''))) {
    unknown.add(word);
    const hint = suggestion(word, [...Object.keys(TAGS), ...ENDS.keys(), ...INSIDE], 'tags');
    const message = `"${word}" is not a tag that templates know.`;
    return [problem('unknown-tag', message, { hint, place: wordPlace(source, piece) })];
  }
  return [];
}

/** `inner`: the block that the tag stands in. */
function insideProblems(source: Source, piece: Piece, inner: Open | undefined): readonly Problem[] {
  const { word, args } = piece;
  const syntax = (message: string) => [problem('template-syntax', message, { place: wordPlace(source, piece) })];
  if (inner === undefined) return syntax(`"${word}" stands in no block here.`);
  if (!BLOCKS[inner.word]?.inside.includes(word)) return syntax(`"${word}" has no place in "${inner.word}".`);
  const compares = word === 'when' || word === 'elsif';
  return compares && args === '' ? syntax(`"${word}" says nothing to compare with.`) : [];
}

/** Takes the block that the end belongs to off the stack; one that was left open above it is told. */
function close(open: Open[], piece: Piece, source: Source): readonly Problem[] {
  const wanted = ENDS.get(piece.word);
  const at = open.map(({ word }) => word).lastIndexOf(wanted ?? '');
  const place = wordPlace(source, piece);
  if (at === -1) {
    const inner = open.at(-1);
    const hint =
      inner === undefined ? 'Remove it.' : `The "${inner.word}" above ends with "${BLOCKS[inner.word]?.end}".`;
    return [
      problem('template-syntax', `"${piece.word}" closes nothing: no "${wanted}" is open here.`, { hint, place }),
    ];
  }
  return open
    .splice(at)
    .slice(1)
    .map(({ word, piece: left }) => {
      const message = `This "${word}" is not closed before "${piece.word}".`;
      const hint = `Put {% ${BLOCKS[word]?.end} %} where it ends.`;
      return problem('template-syntax', message, { hint, place: source.place(left.begin, left.end) });
    });
}

/** Found here by their signs, so that one wrong filter does not hide what else is wrong with a text. */
function filterProblems(source: Source, { begin, end }: Piece): readonly Problem[] {
  const text = source.input.slice(begin, end).replace(/"[^"]*"|'[^']*'/g, (quoted) => quoted.replace(/./gs, '"'));
  return [...text.matchAll(/\|(\s*)([^\s:|}%"]*)/g)].flatMap(({ index, 1: blanks = '', 2: name = '' }) => {
    const start = begin + index;
    if (name === '') {
      const message = 'A "|" stands here without a filter behind it.';
      return [problem('template-syntax', message, { place: source.place(start, start + 1) })];
    }
    if (Object.hasOwn(FILTERS, name)) return [];
    const at = start + 1 + blanks.length;
    const hint = suggestion(name, Object.keys(FILTERS), 'filters');
    const place = source.place(at, at + name.length);
    return [problem('unknown-filter', `"${name}" is not a filter that templates know.`, { hint, place })];
  });
}

function dynamicPiece(source: Source, piece: Piece): readonly Problem[] {
  if (/^(["'])[A-Za-z0-9._-]+\1/.test(piece.args)) return [];
  const message = 'A "render" names a piece in quotes: {% render "deadline" %}.';
  return [problem('template-syntax', message, { place: source.place(piece.begin, piece.end) })];
}

function wordPlace(source: Source, { word, begin, end }: Piece) {
  const start = source.input.indexOf(word, begin);
  return word === '' ? source.place(begin, end) : source.place(start, start + word.length);
}
