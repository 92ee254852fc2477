// Names that a line end may have broken. A rest of a broken name is often a name itself, a stranger's: so whatever may have been
// joined once is never sure, and what it may have been is offered.
import type { Name } from '../../model/name.ts';
import type { DocumentFormat } from '../placed.ts';
import type { Candidate, Doubt } from '../sifted.ts';
import type { Endings } from './endings.ts';
import { type Flow, type Link, linkOf } from './flows.ts';
import { readWord } from './read-word.ts';
import { ABBREVIATIONS, WORDS_AND_TOPS } from './tables.ts';
import { isName, type ReadLine, type Word } from './words.ts';

export interface Break {
  /** The words on either side, one a line; at least two. */
  readonly parts: readonly { readonly line: ReadLine; readonly word: Word }[];
  readonly joined: readonly Candidate[];
  /** The words with which one of those ends. */
  readonly ends: readonly Word[];
  readonly doubt: Doubt;
}

/** A name has 253 characters (RFC 1035); a scheme and a path may stand round it. */
const LONGEST = 300;
/** Ways of keeping some hyphens at line ends and dropping others: beyond these, only all or none. */
const MIXED = 16;

export function breaksIn(flow: Flow, format: DocumentFormat, endings: Endings): readonly Break[] {
  const breaks: Break[] = [];
  const inside = new Set<Word>();
  /** Words at which a joined name may have ended, so that another may begin behind them. */
  const ends = new Set<Word>();
  for (let at = 0; at + 1 < flow.length; at += 1) {
    const parts = chainFrom(flow, at, format);
    const [first] = parts;
    const before = flow[at - 1]?.words.at(-1);
    const begins = before !== undefined && ends.has(before);
    const isRest = before !== undefined && /[-.\u00ad]$/.test(before.text);
    if (first === undefined || (inside.has(first.word) && !isName(first.word) && !begins && isRest)) continue;
    const found = parts.length < 2 ? undefined : joinedOf(parts, endings);
    if (found === undefined) continue;
    breaks.push(found);
    for (const { word } of found.parts) inside.add(word);
    for (const word of found.ends) ends.add(word);
  }
  return [...breaks, ...besideHyphens(flow, endings)];
}

/**
 * A hyphen at the end of a line, and every line of the page that is one further down, or that begins the next page: where columns or
 * wide blanks lie between, the order of reading is no proof of what goes on where.
 */
function besideHyphens(flow: Flow, endings: Endings): readonly Break[] {
  const tops = new Map<string, ReadLine[]>();
  const last = new Map<number, number>();
  for (const read of flow) {
    const { page, line } = read.line.place;
    if (page === undefined || line === undefined || read.line.kind !== 'line') continue;
    last.set(page, Math.max(last.get(page) ?? 0, line));
    if (read.openStart) tops.set(`${page}/${line}`, [...(tops.get(`${page}/${line}`) ?? []), read]);
  }
  return flow.flatMap((line): readonly Break[] => {
    const word = line.words.at(-1);
    const { page, line: number } = line.line.place;
    if (word === undefined || !line.openEnd || !endsInHyphen(word.text) || page === undefined || number === undefined)
      return [];
    const below = tops.get(`${page}/${number + 1}`) ?? [];
    const next = number >= (last.get(page) ?? 0) ? (tops.get(`${page + 1}/1`) ?? []) : [];
    return [...below, ...next].flatMap((under) => {
      const first = under.words[0];
      if (first === undefined || !isName(first)) return [];
      const parts = [
        { line, word, link: 'soft' as const },
        { line: under, word: first, link: 'soft' as const },
      ];
      return joinedOf(parts, endings) ?? [];
    });
  });
}

interface Part {
  readonly line: ReadLine;
  readonly word: Word;
  /** Between this and the next one. */
  readonly link: Link;
}

/** The last word of a line and what follows it, as far as it can have been one. */
function chainFrom(flow: Flow, start: number, format: DocumentFormat): readonly Part[] {
  const parts: Part[] = [];
  let length = 0;
  for (let at = start; at < flow.length && length <= LONGEST; at += 1) {
    const [line, next] = [flow[at], flow[at + 1]];
    const word = at === start ? line?.words.at(-1) : line?.words[0];
    if (line === undefined || word === undefined || (at > start && !line.openStart)) break;
    const link = next === undefined ? 'hard' : linkOf(line, next, format);
    parts.push({ line, word, link });
    length += word.text.length;
    const goesOn = line.openEnd && (at === start || line.words.length === 1);
    if (!goesOn || next === undefined || !mayGoOn({ line, word, link }, next)) break;
    // Where nobody knows how lines end, two whole names are looked at by themselves: a list is not one long name.
    const known = line.line.end === 'wrapped' || line.line === next.line;
    if (at > start && !known && isWhole(word) && isWhole(next.words[0])) break;
  }
  return parts;
}

function mayGoOn({ line, word, link }: Part, next: ReadLine): boolean {
  const first = next.words[0];
  if (first === undefined || !next.openStart) return false;
  if (endsInHyphen(word.text) || /^[-.]/.test(first.text)) return true;
  if (link !== 'unknown') return link === 'soft';
  // Lines of which nothing is known: a list that holds whole names is believed, a lone part of one is not.
  if (line.shape === 'list' && next.shape === 'list') return isUnended(word) || isUnended(first);
  if (line.shape === 'list' || next.shape === 'list') return isPiece(line) || isPiece(next);
  return true;
}

/** A line of one word that may be a part of a name, and is no heading. */
function isPiece({ words, shape }: ReadLine): boolean {
  const [only] = words;
  return (
    words.length === 1 &&
    only !== undefined &&
    shape === 'none' &&
    /^(?!\p{Lu}\p{Ll}+:?$)[\p{L}\p{N}.-]+$/u.test(only.text)
  );
}

/** Ends as no name does: there may be more of it. */
function isUnended({ reading }: Word): boolean {
  return reading.kind === 'name' && reading.doubts.includes('unknown-ending');
}

function isWhole(word: Word | undefined): boolean {
  return word !== undefined && isName(word) && !isUnended(word);
}

function endsInHyphen(text: string): boolean {
  return /[-\u00ad]$/.test(text);
}

function joinedOf(parts: readonly Part[], endings: Endings): Break | undefined {
  const joined = new Map<Name, Candidate>();
  let used = 1;
  let ofMail = false;
  const ends: Word[] = [];
  for (const { text, how, at, last } of formsOf(parts)) {
    const reading = readWord(text, endings);
    ofMail ||= reading.kind === 'refused' && reading.reason === 'mail-address';
    const names = wholeNamesOf(reading);
    if (names.length === 0) continue;
    used = at + 1;
    ends.push(last);
    for (const name of names) if (!joined.has(name)) joined.set(name, { name, how });
  }
  // The rest of a broken mail address reads as a name, and is none.
  if (joined.size === 0 && !(ofMail && parts.some(({ word }) => isName(word)))) return undefined;
  const there = joined.size === 0 ? parts : parts.slice(0, used);
  return { parts: there, joined: [...joined.values()], ends, doubt: doubtOf(there) };
}

interface Form {
  readonly text: string;
  readonly how: Candidate['how'];
  /** Which part is the last one in it. */
  readonly at: number;
  readonly last: Word;
}

/** What the first parts come to when they are joined: two of them, then three, up to the end of a sentence. */
function* formsOf(parts: readonly Part[]): Generator<Form> {
  const [first] = parts;
  let forms: readonly string[] = first === undefined ? [] : [first.word.text, first.word.text];
  for (let at = 1; at < parts.length; at += 1) {
    const [before, last] = [parts[at - 1]?.word, parts[at]?.word];
    if (before === undefined || last === undefined || isSentence(before, last)) return;
    forms = longer(forms, last.text);
    for (const [index, text] of forms.entries()) {
      yield { text, how: index === 0 ? 'joined' : 'joined-without-hyphen', at, last };
    }
  }
}

/** None where there may be more of it, or something else beside it. */
function wholeNamesOf(reading: Word['reading']): readonly Name[] {
  if (reading.kind !== 'name') return [];
  const { doubts, candidates } = reading;
  return doubts.includes('unknown-ending') || doubts.includes('glued') ? [] : candidates.map(({ name }) => name);
}

/** First with every hyphen, then with none, then some of the ways in between. */
function longer(forms: readonly string[], next: string): readonly string[] {
  const [kept = '', dropped = '', ...mixed] = forms;
  const without = (form: string) => (endsInHyphen(form) ? form.slice(0, -1) : form) + next;
  const more = [kept, dropped, ...mixed].flatMap((form) => [form + next, without(form)]);
  return [kept + next, without(dropped), ...new Set(more)].slice(0, 2 + MIXED);
}

/** "… of the Order. In addition": the end of a sentence is no dot of a name. */
function isSentence(before: Word, after: Word): boolean {
  if (!before.text.endsWith('.')) return false;
  const [word, next] = [before.text.slice(0, -1), after.text];
  if (ABBREVIATIONS.has(word.toLowerCase())) return true;
  if (/^\p{Lu}/u.test(next) && !/^[\p{Lu}\p{N}.-]+$/u.test(word)) return true;
  return /^\p{Lu}\p{Ll}+$/u.test(word) && WORDS_AND_TOPS.has(next.toLowerCase());
}

/** Next to a hyphen or a dot, or with a part that is nothing by itself, it is broken rather than next to an end. */
function doubtOf(parts: readonly Part[]): Doubt {
  const torn = parts.some(
    ({ word }, at) => (at < parts.length - 1 && /[-.\u00ad]$/.test(word.text)) || (at > 0 && /^[-.]/.test(word.text)),
  );
  return torn || !parts.some(({ word }) => isName(word) && !isUnended(word)) ? 'broken' : 'line-end';
}
