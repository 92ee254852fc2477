// What one word, or the pieces of a broken one, come to where they stand.
import type { Name } from '../../model/name.ts';
import type { DocumentText, Place, PlacedLine } from '../placed.ts';
import type { Candidate, Doubt, Refusal } from '../sifted.ts';
import type { Break } from './breaks.ts';
import type { ColumnKinds } from './columns.ts';
import { isOwn, type Knowing } from './endings.ts';
import type { Flow } from './flows.ts';
import { mayBeFile, type WordReading } from './read-word.ts';
import { isName, type ReadLine, readLine, type Word } from './words.ts';

interface Found {
  readonly line: PlacedLine;
  /** Where in the whole of the line, or of the cell. */
  readonly at: number;
  readonly printed: string;
  readonly place: Place;
}

export type Finding = Found &
  (
    | { readonly kind: 'sure'; readonly name: Name }
    | {
        readonly kind: 'check';
        readonly doubts: readonly Doubt[];
        readonly candidates: readonly Candidate[];
        readonly lines: readonly string[];
      }
    | { readonly kind: 'refused'; readonly reason: Refusal; readonly detail?: string }
  );

interface Standing {
  readonly listed: ReadonlySet<ReadLine>;
  readonly columns: ColumnKinds;
  /** Domains at which somebody has mail. */
  readonly mail: ReadonlySet<Name>;
  readonly knowing: Knowing;
}

interface WordInLine {
  readonly read: ReadLine;
  readonly word: Word;
  /** The lines in front and behind. */
  readonly around: readonly [ReadLine | undefined, ReadLine | undefined];
}

/** Each name next to a break by itself, with all that it may have been a part of; and what is a name only when joined. */
export function brokenFindings(breaks: readonly Break[]): readonly Finding[] {
  const words = new Map<Word, { readonly read: ReadLine; readonly breaks: Break[] }>();
  for (const one of breaks) {
    const named = one.parts.filter(({ word }) => isName(word));
    for (const { word, line } of named.length > 0 ? named : one.parts.slice(0, 1)) {
      const there = words.get(word) ?? { read: line, breaks: [] };
      words.set(word, there);
      there.breaks.push(one);
    }
  }
  return [...words].map(([word, { read, breaks: of }]) => brokenFinding(word, read, of));
}

function brokenFinding(word: Word, read: ReadLine, breaks: readonly Break[]): Finding {
  const torn = breaks.some(({ doubt }) => doubt === 'broken');
  const joined = breaks.flatMap((one) => one.joined);
  const { reading } = word;
  const unended = reading.kind === 'name' && reading.doubts.includes('unknown-ending') && joined.length > 0;
  const printed = reading.kind === 'name' && !unended ? reading.candidates : [];
  const parts = [...new Set(breaks.flatMap((one) => one.parts))];
  const whole = [...new Map(parts.map((part) => [part.word, part])).values()];
  const begins = whole[0] ?? { line: read, word };
  return {
    ...foundAt(begins.line, begins.word),
    printed: whole.map((part) => part.word.printed).join(' ⏎ '),
    kind: 'check',
    doubts: [torn ? 'broken' : 'line-end', ...(reading.kind === 'name' && !unended ? reading.doubts : [])],
    candidates: distinct(torn ? [...joined, ...printed] : [...printed, ...joined]),
    lines: [...new Set(whole.map(({ line }) => line.text))],
  };
}

function distinct(candidates: readonly Candidate[]): readonly Candidate[] {
  return candidates.filter(({ name }, at) => candidates.findIndex((one) => one.name === name) === at);
}

function foundAt({ line, offset }: ReadLine, { printed, start }: Word): Found {
  return { line, at: offset + start, printed, place: line.place };
}

/** Of a word that is a name or is refused by itself. */
export function wordFinding(at: WordInLine, standing: Standing): Finding {
  const { read, word, around } = at;
  const found = foundAt(read, word);
  const { reading } = word;
  if (reading.kind === 'refused') return { ...found, kind: 'refused', ...refusalIn(reading) };
  if (reading.kind === 'word') throw new Error('A plain word is no finding.');
  const [{ name, how }] = reading.candidates;
  const doubts = [...new Set([...placeDoubts(at, standing, name), ...reading.doubts])];
  const listed = standing.listed.has(read) && !doubts.includes('row');
  const refusal = refusedHere({ doubts, listed, name }, at, standing);
  if (refusal !== undefined) return { ...found, kind: 'refused', reason: refusal, detail: name };
  if (doubts.length === 0 && how === 'as-printed') return { ...found, kind: 'sure', name };
  const lines = [around[0], read, around[1]].flatMap((one) => (one === undefined ? [] : [one.text]));
  return {
    ...found,
    kind: 'check',
    doubts,
    candidates: reading.candidates,
    lines: doubts.includes('line-end') ? lines : [read.text],
  };
}

function refusalIn({ reason, detail }: Extract<WordReading, { kind: 'refused' }>) {
  return detail === undefined ? { reason } : { reason, detail };
}

interface Doubted {
  readonly doubts: readonly Doubt[];
  readonly listed: boolean;
  readonly name: Name;
}

/** Outside of lists, what is surely none of the order's names is not asked about. */
function refusedHere(
  { doubts, listed, name }: Doubted,
  { read }: WordInLine,
  { columns, knowing }: Standing,
): Refusal | undefined {
  if (read.line.kind === 'cell' && columns(read.line) === 'other') return 'other-column';
  if (listed) return undefined;
  if (isOwn(name, knowing.own)) return 'own';
  return doubts.includes('unknown-ending') ? 'unknown-ending' : undefined;
}

function placeDoubts({ read, word }: WordInLine, standing: Standing, name: Name): readonly Doubt[] {
  const { line } = read;
  const doubts: Doubt[] = line.doubt === undefined ? [] : [line.doubt];
  if (isOwn(name, standing.knowing.own)) doubts.push('own');
  if (line.kind === 'line' && !read.numbered && standing.mail.has(name)) doubts.push('mail-domain');
  if (line.kind === 'cell' && standing.columns(line) !== 'names') doubts.push('other-column');
  if (standing.listed.has(read)) {
    if (read.shape === 'row' && read.words[0] !== word) doubts.push('row');
    return doubts;
  }
  if (mayBeFile(name)) doubts.push('file-or-name');
  doubts.push(read.shape === 'list' ? 'alone' : read.shape === 'row' ? 'row' : 'running-text');
  return doubts;
}

/** In a list every line is an entry: what has no name is told, so that a slip of the pen does not go unseen. */
export function emptyFindings(flows: readonly Flow[], told: ReadonlySet<ReadLine>): readonly Finding[] {
  return flows.flatMap((flow) =>
    flow.flatMap((read): Finding[] => {
      const { line, text, words, offset } = read;
      if (line.kind !== 'line' || told.has(read) || text.trim() === '') return [];
      if (words.some(({ reading }) => reading.kind !== 'word')) return [];
      return [{ line, at: offset, printed: text.trim(), place: line.place, kind: 'refused', reason: 'no-name' }];
    }),
  );
}

/** The same words on another page are a running head; else it may be an entry that stands there by chance. */
export function furnitureFindings(line: PlacedLine, { lines }: DocumentText, { endings }: Knowing): readonly Finding[] {
  const read = readLine({ line, text: line.text, offset: 0 }, endings);
  return read.words.flatMap((word): Finding[] => {
    const { reading } = word;
    if (reading.kind === 'word') return [];
    const found = foundAt(read, word);
    if (reading.kind === 'refused') return [{ ...found, kind: 'refused', ...refusalIn(reading) }];
    const running = lines.some((one) => one !== line && one.kind === 'furniture' && one.text === line.text);
    if (line.what === 'comment' || running) {
      return [{ ...found, kind: 'refused', reason: line.what === 'comment' ? 'comment' : 'furniture' }];
    }
    return [{ ...found, kind: 'check', doubts: ['furniture'], candidates: reading.candidates, lines: [line.text] }];
  });
}
