// A line with facts as `formatLine` writes it, cut by one pattern: a large run has nearly a million of them, and parsing their
// heads as JSON takes six times as long. A line that was written otherwise (by hand, with escapes, without facts) is left
// to run-line.ts, which parses it.
import { LOOKUP_KINDS, type Observation } from '../model/observation.ts';
import { copyOf } from './json-text.ts';

/** Printable ASCII without what JSON escapes: as it stands between the quotes, so it is. */
const TEXT = String.raw`"([ !#-[\]-~]*)"`;
const COUNT = String.raw`(0|[1-9]\d{0,14})`;
const EVIDENCE = `"evidence":\\{"offset":${COUNT},"length":${COUNT},"sha-256":${TEXT}\\},`;

const USUAL = new RegExp(
  `^- \\{${[
    '"name":"([a-z0-9_.-]{3,253})"',
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

/** Reads the text of facts; `undefined` where it is not that of one object. */
export type ReadFacts = (text: string, lookup: string) => Readonly<Record<string, unknown>> | undefined;

/** Cuts lines of one run. `undefined` says nothing of the line but that it is not a usual one. */
export function openUsualLines(readFacts: ReadFacts): (text: string, id: string) => Observation | undefined {
  const kept = openWords();
  return (text, id) => {
    const parts = USUAL.exec(text);
    if (parts === null || !text.endsWith('}')) return undefined;
    const [head, name, lookup = '', authority, question, server = '', at = '', took, reader, of] = parts;
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
    return withEvidence(asked, parts) as Observation;
  };
}

const EVIDENCE_AT = 10;

function withEvidence(asked: object, parts: RegExpExecArray): object {
  const digest = parts[EVIDENCE_AT + 2];
  if (digest === undefined) return asked;
  const [offset, length] = [Number(parts[EVIDENCE_AT]), Number(parts[EVIDENCE_AT + 1])];
  return Object.assign(asked, { evidence: { offset, length, 'sha-256': digest } });
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
