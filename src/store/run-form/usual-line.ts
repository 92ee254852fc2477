// A line with facts as `formatLine` writes it, cut by one pattern: a large run has nearly a million of them, and parsing their
// heads as JSON takes six times as long. A line that was written otherwise (by hand, with escapes, without facts) is left
// to line.ts, which parses it.
import { LOOKUP_KINDS, type LookupKind, type Observation } from '../../model/seen/observation.ts';
import { copyOf } from '../disk/json-text.ts';

/** Printable ASCII without what JSON escapes: as it stands between the quotes, so it is. */
const TEXT = String.raw`"([ !#-[\]-~]*)"`;
const COUNT = String.raw`(0|[1-9]\d{0,14})`;
const EVIDENCE = `"evidence":\\{"offset":${COUNT},"length":${COUNT},"sha-256":${TEXT}\\},`;

const USUAL = new RegExp(
  `^- \\{${[
    '"name":"([a-z0-9_.-]+)"',
    `"lookup":"(${LOOKUP_KINDS.join('|')})"`,
    `"authority":${TEXT}`,
    `"question":${TEXT}`,
    `"server":${TEXT}`,
    `"at":${TEXT}`,
    String.raw`"took":((?:0|[1-9]\d{0,14})(?:\.\d{1,15})?)`,
    `"reader":${TEXT}`,
    '"outcome":"facts"',
    String.raw`"of":([1-9]\d{0,14})`,
    `(?:${EVIDENCE})?"facts":(?=\\{)`,
  ].join(',')}`,
);

export interface KeptFacts {
  readonly text: string;
  readonly facts: Readonly<Record<string, unknown>>;
}

/** Reads the text of facts; `undefined` where it is not that of one object. */
export type ReadFacts = (text: string) => KeptFacts | undefined;

/** Cuts lines of one run. `undefined` says nothing of the line but that it is not a usual one. */
export function openUsualLines(readFacts: ReadFacts): (text: string, id: string) => Observation | undefined {
  const sourceOf = openSources(readFacts);
  let lastAt = '';
  return (text, id) => {
    const parts = USUAL.exec(text);
    if (parts === null || !text.endsWith('}')) return undefined;
    const { 0: head, 1: name = '', 5: server = '', 6: at = '' } = parts;
    // Counted by the pattern, the length of the name would take a tenth of the time.
    if (name.length < SHORTEST_NAME || name.length > LONGEST_NAME) return undefined;
    const source = sourceOf(server);
    const kept = source.said(text.slice(head.length, -1));
    if (kept === undefined) return undefined;
    // One text for all that were asked alike: who compares two of them mostly has the same one twice.
    if (source.lookup !== parts[2]) source.lookup = LOOKUPS.get(parts[2]);
    if (at !== lastAt) lastAt = copyOf(at);
    const asked = {
      name,
      lookup: source.lookup,
      authority: parts[3],
      question: parts[4],
      server: source.text,
      at: lastAt,
      took: Number(parts[7]),
      reader: parts[8],
      outcome: 'facts',
      of: Number(parts[9]),
      facts: kept.facts,
      id,
    };
    return withEvidence(asked, parts) as Observation;
  };
}

const SHORTEST_NAME = 3;
const LONGEST_NAME = 253;
const EVIDENCE_AT = 10;

function withEvidence(asked: object, parts: RegExpExecArray): object {
  const digest = parts[EVIDENCE_AT + 2];
  if (digest === undefined) return asked;
  const [offset, length] = [Number(parts[EVIDENCE_AT]), Number(parts[EVIDENCE_AT + 1])];
  return Object.assign(asked, { evidence: { offset, length, 'sha-256': digest } });
}

const LOOKUPS: ReadonlyMap<string | undefined, LookupKind> = new Map(LOOKUP_KINDS.map((kind) => [kind, kind]));

interface Source {
  /** The server, copied out of its line, since it outlives it: a part of a text keeps the whole text in memory. */
  readonly text: string;
  /** What it was asked last. */
  lookup: LookupKind | undefined;
  readonly said: (facts: string) => KeptFacts | undefined;
}

const KEPT_SOURCES = 2048;

function openSources(readFacts: ReadFacts): (server: string) => Source {
  const sources = new Map<string, Source>();
  return lastTwo((server) => {
    const known = sources.get(server);
    if (known !== undefined) return known;
    const source: Source = { text: copyOf(server), lookup: undefined, said: lastTwo(readFacts) };
    if (sources.size >= KEPT_SOURCES) sources.clear();
    sources.set(source.text, source);
    return source;
  });
}

/** Most often it is one of the last two that is asked for again, and to compare two texts is cheaper than to hash one. */
function lastTwo<T extends { readonly text: string } | undefined>(find: (text: string) => T): (text: string) => T {
  let last: T | undefined;
  let before: T | undefined;
  return (text) => {
    if (last?.text === text) return last;
    const found = before?.text === text ? before : find(text);
    before = last;
    last = found;
    return found;
  };
}
