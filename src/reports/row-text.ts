// A row of `status --json` as text, put together from pieces: what a paragraph says is the same for each of its names and is
// turned into JSON once. In a kept row a stand-in of two characters takes its place, since it is half of the text of a
// hundred thousand rows; row-octets.ts puts it back. The text then is the one that JSON.stringify makes of `nameRow`.
import { harmlessJson } from '../model/harmless.ts';
import type { DatedFinding, NameProgress } from '../model/progress.ts';
import type { Clause } from '../model/requirement.ts';
import { resolverFields } from './rows.ts';

/** What stands around the name in each finding of a clause. */
export interface Repeated {
  readonly before: string;
  readonly after: string;
}

/** JSON text has no control character: this one and a second character stand for a clause's `before`, the name, its `after`. */
export const STAND_IN = 0x01;
/** The second character is the clause's number from here on, and stays within ASCII; clauses beyond are written out. */
export const FIRST_STAND_IN = 0x20;
const STAND_INS = 0x7f - FIRST_STAND_IN;

/** How a row begins: its name follows, up to a quote. */
export const ROW_START = '{"name":"';

export interface RowTexts {
  of(row: NameProgress): string;
  /** By number, what was stood in for so far. */
  repeated(): readonly Repeated[];
}

export function openRowTexts(): RowTexts {
  const numbers = new Map<Clause, number>();
  const repeated: Repeated[] = [];
  const numberOf = (clause: Clause): number => {
    const known = numbers.get(clause);
    if (known !== undefined) return known;
    numbers.set(clause, repeated.length);
    repeated.push(repeatedIn(clause));
    return repeated.length - 1;
  };
  const opening = ({ requirement }: DatedFinding): string => {
    const number = numberOf(requirement.clause);
    if (number < STAND_INS) return String.fromCharCode(STAND_IN, FIRST_STAND_IN + number);
    return `${repeated[number]?.before}${requirement.name}${repeated[number]?.after}`;
  };
  const end = (row: NameProgress) => (row.resolvers === undefined ? '' : fieldsOf(resolverFields(row)));
  return {
    of: (row) => `${rowText(row, opening)}${end(row)}}`,
    repeated: () => repeated.slice(0, STAND_INS),
  };
}

/** After other fields, and without the brace. */
function fieldsOf(more: object): string {
  const text = jsonOf(more).slice(1, -1);
  return text === '' ? '' : `,${text}`;
}

/** Without its closing brace. */
function rowText(row: NameProgress, opening: (finding: DatedFinding) => string): string {
  const { expires, observedAt, findings, notes } = row;
  // A name is written with nothing that JSON would escape.
  let text = `${ROW_START}${row.name}","unicode":${quoted(row.unicode)},"registry":${quoted(row.registry)}`;
  text += `,"schedule":${quoted(row.schedule)},"line":${row.line},"action":"${row.action}","released":${row.released}`;
  text += `,"transferred":"${row.transferred}","sinkholed":"${row.sinkholed}","done":${row.done === 'met'}`;
  text += `,"doneVerdict":"${row.done}","reverted":${row.reverted},"overdue":${row.overdue}`;
  text += `,"expiring":${row.expiring},"expires":${orNull(expires)},"observedAt":${orNull(observedAt)},"findings":[`;
  let between = '';
  for (const finding of findings) {
    text += between + opening(finding) + findingText(finding);
    between = ',';
  }
  return `${text}],"notes":${notes.length === 0 ? '[]' : jsonOf(notes)}`;
}

/** From the verdict on. */
function findingText({ verdict, word, reason, deadline, citations }: DatedFinding): string {
  let text = `${verdict}","word":${quoted(word)},"reason":${quoted(reason)},"due":${orNull(deadline?.due)},"citations":[`;
  let between = '';
  for (const citation of citations) {
    text += between + quoted(citation);
    between = ',';
  }
  return `${text}]}`;
}

function repeatedIn({ id, order, paragraph, relief }: Clause): Repeated {
  return {
    before: `{"requirement":${quoted(`${id}/`).slice(0, -1)}`,
    after: `","order":${quoted(order)},"paragraph":${quoted(paragraph)},"relief":${quoted(relief)},"verdict":"`,
  };
}

function orNull(text: string | undefined): string {
  return text === undefined ? 'null' : quoted(text);
}

/** Printable ASCII without what JSON escapes. */
const PLAIN = /^[ !#-[\]-~]*$/;

function quoted(text: string): string {
  return PLAIN.test(text) ? `"${text}"` : jsonOf(text);
}

function jsonOf(value: unknown): string {
  return harmlessJson(JSON.stringify(value));
}
