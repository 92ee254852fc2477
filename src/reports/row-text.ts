// A row of `status --json` as text, put together from pieces: what a paragraph says is the same for each of its names and is
// turned into JSON once. The text is the one that JSON.stringify makes of `nameRow`, and a test holds it to that.
import { harmlessJson } from '../model/harmless.ts';
import type { DatedFinding, NameProgress } from '../model/progress.ts';
import type { Clause } from '../model/requirement.ts';

export function openRowTexts(): (row: NameProgress) => string {
  const piecesOf = openPieces();
  return (row) => {
    const { expires, observedAt, findings, notes } = row;
    let text = `{"name":${quoted(row.name)},"unicode":${quoted(row.unicode)},"registry":${quoted(row.registry)}`;
    text += `,"schedule":${quoted(row.schedule)},"line":${row.line},"action":"${row.action}","released":${row.released}`;
    text += `,"transferred":"${row.transferred}","sinkholed":"${row.sinkholed}","done":${row.done === 'met'}`;
    text += `,"doneVerdict":"${row.done}","reverted":${row.reverted},"overdue":${row.overdue}`;
    text += `,"expiring":${row.expiring},"expires":${orNull(expires)},"observedAt":${orNull(observedAt)},"findings":[`;
    let between = '';
    for (const finding of findings) {
      text += between + findingText(finding, piecesOf(finding.requirement.clause));
      between = ',';
    }
    return `${text}],"notes":${notes.length === 0 ? '[]' : jsonOf(notes)}}`;
  };
}

function findingText(finding: DatedFinding, { before, after }: Pieces): string {
  const { requirement, verdict, word, reason, deadline, citations } = finding;
  // A name is written with nothing that JSON would escape.
  let text = `${before}${requirement.name}${after}${verdict}","word":${quoted(word)},"reason":${quoted(reason)}`;
  text += `,"due":${orNull(deadline?.due)},"citations":[`;
  let between = '';
  for (const citation of citations) {
    text += between + quoted(citation);
    between = ',';
  }
  return `${text}]}`;
}

/** What stands before the name of a requirement, and between it and its verdict. */
interface Pieces {
  readonly before: string;
  readonly after: string;
}

function openPieces(): (clause: Clause) => Pieces {
  const made = new Map<Clause, Pieces>();
  return (clause) => {
    const known = made.get(clause);
    if (known !== undefined) return known;
    const { id, order, paragraph, relief } = clause;
    const pieces = {
      before: `{"requirement":${quoted(`${id}/`).slice(0, -1)}`,
      after: `","order":${quoted(order)},"paragraph":${quoted(paragraph)},"relief":${quoted(relief)},"verdict":"`,
    };
    made.set(clause, pieces);
    return pieces;
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
