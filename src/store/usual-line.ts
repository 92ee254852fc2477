// A line with facts as `formatLine` writes it, cut by one pattern: a large run has nearly a million of them, and parsing their
// heads as JSON takes six times as long. A line that was written otherwise (by hand, with escapes, without facts) is left
// to run-line.ts, which parses it.
import type { Observation } from '../model/observation.ts';
import { copyOf } from './json-text.ts';

/** Printable ASCII without what JSON escapes: as it stands between the quotes, so it is. */
const TEXT = /"([ !#-[\]-~]*)"/;
const COUNT = /(0|[1-9]\d{0,14})/;

const USUAL = new RegExp(
  [
    /^- \{"name":"([a-z0-9_.-]{3,253})"/,
    /,"lookup":"(rdap-registry|whois-registry|delegation|addresses|resolver)"/,
    /,"authority":/,
    TEXT,
    /,"question":/,
    TEXT,
    /,"server":/,
    TEXT,
    /,"at":/,
    TEXT,
    /,"took":((?:0|[1-9]\d{0,14})(?:\.\d{1,15})?)/,
    /,"reader":/,
    TEXT,
    /,"outcome":"facts","of":([1-9]\d{0,14})/,
    /(?:,"evidence":\{"offset":/,
    COUNT,
    /,"length":/,
    COUNT,
    /,"sha-256":/,
    TEXT,
    /\})?/,
    /,"facts":(?=\{)/,
  ]
    .map(({ source }) => source)
    .join(''),
);

/** Reads the text of facts; `undefined` where it is not that of one object. */
export type ReadFacts = (text: string, lookup: string) => Readonly<Record<string, unknown>> | undefined;

/** Cuts lines of one run. `undefined` says nothing of the line but that it is not a usual one. */
export function openUsualLines(readFacts: ReadFacts): (text: string, id: string) => Observation | undefined {
  const kept = openWords();
  return (text, id) => {
    const parts = USUAL.exec(text);
    if (parts === null || !text.endsWith('}')) return undefined;
    const [head, name, lookup = '', authority, question, server = '', at = '', took, reader, of, ...filed] = parts;
    const facts = readFacts(text.slice(head.length, -1), lookup);
    if (facts === undefined) return undefined;
    const asked = {
      name,
      lookup,
      authority,
      question,
      server: kept(server),
      at: kept(at),
      took: Number(took),
      reader,
      outcome: 'facts',
      of: Number(of),
      facts,
      id,
    };
    const [offset, length, digest] = evidence;
    const read: object =
      offset === undefined
        ? asked
        : { ...asked, evidence: { offset: Number(offset), length: Number(length), 'sha-256': digest } };
    return read as Observation;
  };
}

const KEPT_WORDS = 2048;

/** What outlives its line is copied out of it, once a run: a part of a text keeps the whole text in memory. */
function openWords(): (text: string) => string {
  const words = new Map<string, string>();
  return (text) => {
    const known = words.get(text);
    if (known !== undefined) return known;
    const word = copyOf(text);
    if (words.size >= KEPT_WORDS) words.clear();
    words.set(word, word);
    return word;
  };
}
