// Keeps rows as they are made, in any order, from any thread: see kept.ts. Field by field in one order, which read.ts follows.
import type { FacetVerdict, NameProgress } from '../../model/judged/progress.ts';
import type { Clause } from '../../model/judged/requirement.ts';
import { ANSWERS } from '../../progress/answers.ts';
import { resolverFields } from '../rows.ts';
import { type CellWriter, openCells } from './cells.ts';
import { BITS, CLAUSE_SHIFT, type KeptClause, type KeptRows } from './kept.ts';

interface RowKeeper {
  add(row: NameProgress, at: number): void;
  kept(): KeptRows;
}

export function openKeeper(rows: number): RowKeeper {
  const cells = openCells();
  const [block, start] = [new Uint16Array(rows), new Uint32Array(rows)];
  const clauses: KeptClause[] = [];
  const numbers = new Map<Clause, number>();
  const numberOf = (clause: Clause): number => {
    const known = numbers.get(clause);
    if (known !== undefined) return known;
    const { id, order, paragraph, relief } = clause;
    numbers.set(clause, clauses.length);
    return clauses.push({ id, order, paragraph, relief }) - 1;
  };
  const cite = openCitations(cells);
  return {
    add(row, at) {
      cells.begin();
      putName(cells, row);
      cells.number(row.findings.length);
      for (const { requirement, verdict, word, reason, deadline, citations } of row.findings) {
        cells.number((numberOf(requirement.clause) << CLAUSE_SHIFT) | answer(verdict));
        cells.shared(word);
        cells.shared(reason);
        cells.shared(deadline?.due ?? null);
        cite(citations);
      }
      cells.number(row.notes.length);
      for (const { word, text, citations } of row.notes) {
        cells.shared(word);
        cells.shared(text);
        cite(citations);
      }
      cells.own(row.resolvers === undefined ? null : JSON.stringify(resolverFields(row)));
      putSeen(cells, row);
      const place = cells.place();
      block[at] = place.block;
      start[at] = place.start;
    },
    kept: () => ({ blocks: cells.blocks, block, start, texts: cells.texts, clauses }),
  };
}

function putName(cells: CellWriter, row: NameProgress): void {
  cells.own(row.name);
  cells.own(row.unicode === row.name ? null : row.unicode);
  cells.shared(row.registry);
  cells.shared(row.schedule);
  cells.number(row.line);
  cells.shared(row.action);
  cells.number(
    (answer(row.transferred) << BITS.transferred) |
      (answer(row.sinkholed) << BITS.sinkholed) |
      (answer(row.done) << BITS.doneVerdict) |
      (Number(row.released) << BITS.released) |
      (Number(row.reverted) << BITS.reverted) |
      (Number(row.overdue) << BITS.overdue) |
      (Number(row.expiring) << BITS.expiring),
  );
  cells.own(row.expires ?? null);
  cells.own(row.observedAt ?? null);
}

function putSeen(cells: CellWriter, { seen = {} }: NameProgress): void {
  const { registered = null, registrar, nameServers } = seen;
  cells.shared(registered);
  cells.number(Number(registrar !== undefined));
  if (registrar !== undefined) {
    cells.shared(registrar.name ?? null);
    // As text, since what a server calls a number may be longer than any number here.
    cells.shared(registrar.ianaId === undefined ? null : `${registrar.ianaId}`);
  }
  cells.number(nameServers === undefined ? -1 : nameServers.length);
  for (const server of nameServers ?? []) cells.shared(server);
}

function answer(of: FacetVerdict): number {
  return ANSWERS.indexOf(of);
}

/** `run#line`, with a line that is written as numbers are. */
const OBSERVATION = /^(.+#)(0|[1-9][0-9]{0,8})$/;

/** Of an observation the run is shared and its line is a number; whatever else is cited stands as it is. */
function openCitations(cells: CellWriter): (citations: readonly string[]) => void {
  return (citations) => {
    cells.number(citations.length);
    for (const citation of citations) {
      const [, run = '', line] = OBSERVATION.exec(citation) ?? [];
      const place = line === undefined ? 0 : cells.placeOf(run);
      cells.number(place);
      if (place === 0) cells.own(citation);
      else cells.number(Number(line));
    }
  };
}
