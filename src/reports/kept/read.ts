// Kept rows read back as rows of a report, in the order of the places: see kept.ts. Each row is made when its turn comes, field by
// field, since spreading a hundred thousand of them takes three times as long.
import { ANSWERS } from '../../progress/answers.ts';
import type { FindingRow, NameRow, ReportRow } from '../documents.ts';
import { type CellReader, readCells } from './cells.ts';
import { BITS, CLAUSE_SHIFT, type KeptClause, type KeptRows } from './kept.ts';

/** No two of `parts` have one row. `titles`: what registries are called, by their ids. */
export function* readRows(parts: readonly KeptRows[], titles: ReadonlyMap<string, string>): Generator<ReportRow> {
  for (const { cells, clauses } of placesOf(parts)) yield rowOf(cells, clauses, titles);
}

/** The same as rows of `status --json`. */
export function* readNameRows(parts: readonly KeptRows[]): Generator<NameRow> {
  for (const { cells, clauses } of placesOf(parts)) yield nameRowOf(cells, clauses);
}

interface Place {
  readonly cells: CellReader;
  readonly clauses: readonly KeptClause[];
}

/** Where the next row stands. */
function* placesOf(parts: readonly KeptRows[]): Generator<Place> {
  const readers = parts.map((part) => ({ part, cells: readCells(part.blocks, part.texts) }));
  const rows = Math.max(0, ...parts.map(({ start }) => start.length));
  for (let at = 0; at < rows; at += 1) {
    for (const { part, cells } of readers) {
      const start = part.start[at] ?? 0;
      if (start === 0) continue;
      cells.seek(part.block[at] ?? 0, start);
      yield { cells, clauses: part.clauses };
    }
  }
}

type Draft = { -readonly [K in keyof ReportRow]: ReportRow[K] };

/** Fields stand in the order of the published document; `resolvers` is rare, and the others follow it. */
function rowOf(cells: CellReader, clauses: readonly KeptClause[], titles: ReadonlyMap<string, string>): ReportRow {
  const row = nameRowOf(cells, clauses) as Draft;
  row.registered = cells.text() as ReportRow['registered'];
  row.registrar = registrarOf(cells);
  row.nameServers = serversOf(cells);
  row.registryName = titles.get(row.registry) ?? row.registry;
  row.due = earliestDue(row.findings);
  return row;
}

function nameRowOf(cells: CellReader, clauses: readonly KeptClause[]): NameRow {
  const row = beforeResolvers(cells, clauses) as Draft;
  const resolvers = cells.text();
  if (resolvers === null) return row;
  const fields: Pick<ReportRow, 'resolvers' | 'resolversBy'> = JSON.parse(resolvers);
  row.resolvers = fields.resolvers;
  if (fields.resolversBy !== undefined) row.resolversBy = fields.resolversBy;
  return row;
}

function beforeResolvers(
  cells: CellReader,
  clauses: readonly KeptClause[],
): Omit<NameRow, 'resolvers' | 'resolversBy'> {
  const name = textOf(cells);
  const unicode = cells.text() ?? name;
  const registry = textOf(cells);
  const schedule = textOf(cells);
  const line = cells.number();
  const action = textOf(cells) as NameRow['action'];
  const bits = cells.number();
  const doneVerdict = answerIn(bits, BITS.doneVerdict);
  return {
    name,
    unicode,
    registry,
    schedule,
    line,
    action,
    released: flagIn(bits, BITS.released),
    transferred: answerIn(bits, BITS.transferred),
    sinkholed: answerIn(bits, BITS.sinkholed),
    done: doneVerdict === 'met',
    doneVerdict,
    reverted: flagIn(bits, BITS.reverted),
    overdue: flagIn(bits, BITS.overdue),
    expiring: flagIn(bits, BITS.expiring),
    expires: cells.text(),
    observedAt: cells.text(),
    findings: findingsOf(cells, name, clauses),
    notes: notesOf(cells),
  };
}

function findingsOf(cells: CellReader, name: string, clauses: readonly KeptClause[]): readonly FindingRow[] {
  const findings: FindingRow[] = [];
  for (let left = cells.number(); left > 0; left -= 1) {
    const head = cells.number();
    const clause = clauses[head >> CLAUSE_SHIFT] ?? NO_CLAUSE;
    findings.push({
      requirement: `${clause.id}/${name}`,
      order: clause.order,
      paragraph: clause.paragraph,
      relief: clause.relief,
      verdict: answerIn(head, 0) as FindingRow['verdict'],
      word: textOf(cells),
      reason: textOf(cells),
      due: cells.text(),
      citations: citationsOf(cells),
    });
  }
  return findings;
}

function notesOf(cells: CellReader): ReportRow['notes'] {
  const notes: ReportRow['notes'][number][] = [];
  for (let left = cells.number(); left > 0; left -= 1)
    notes.push({ word: textOf(cells), text: textOf(cells), citations: citationsOf(cells) });
  return notes;
}

function citationsOf(cells: CellReader): readonly string[] {
  const citations: string[] = [];
  for (let left = cells.number(); left > 0; left -= 1) {
    const run = cells.text();
    citations.push(run === null ? textOf(cells) : run + cells.number());
  }
  return citations;
}

function registrarOf(cells: CellReader): ReportRow['registrar'] {
  if (cells.number() === 0) return null;
  const name = cells.text();
  const ianaId = cells.text();
  return { name, ianaId: ianaId === null ? null : Number(ianaId) };
}

function serversOf(cells: CellReader): ReportRow['nameServers'] {
  const count = cells.number();
  if (count < 0) return null;
  const servers: string[] = [];
  while (servers.length < count) servers.push(textOf(cells));
  return servers;
}

function earliestDue(findings: readonly FindingRow[]): string | null {
  let earliest: string | null = null;
  for (const { verdict, due } of findings) {
    if (verdict !== 'met' && due !== null && (earliest === null || due < earliest)) earliest = due;
  }
  return earliest;
}

function textOf(cells: CellReader): string {
  return cells.text() ?? '';
}

function answerIn(bits: number, at: number): ReportRow['doneVerdict'] {
  return ANSWERS[(bits >> at) & 3] ?? 'unknown';
}

function flagIn(bits: number, at: number): boolean {
  return ((bits >> at) & 1) === 1;
}

const NO_CLAUSE: KeptClause = { id: '', order: '', paragraph: '', relief: '' };
