// The rows of a report, out of rows that were written as octets when they were judged (row-octets.ts) and are read back one by
// one, each time somebody goes through them.
import type { SeenOf } from '../model/progress.ts';
import type { NameRows } from './case-report.ts';
import type { NameRow, ReportRow } from './documents.ts';
import type { RowOctets } from './row-octets.ts';
import { rowTexts } from './row-pieces.ts';

/** A row as it was written: see `more` of row-octets.ts. */
type KeptRow = NameRow & Pick<ReportRow, 'registered' | 'registrar' | 'nameServers'>;

/** What a report's row says beside that of `status --json`, as the end of its text. */
export function moreOf({ seen = {} }: { readonly seen?: SeenOf }): object {
  const { registered = null, registrar, nameServers = null } = seen;
  const { name = null, ianaId = null } = registrar ?? {};
  return { registered, registrar: registrar === undefined ? null : { name, ianaId }, nameServers };
}

export interface KeptRows {
  readonly rows: readonly RowOctets[];
  /** What registries are called, by their ids. */
  readonly titles: ReadonlyMap<string, string>;
}

export function reportRows({ rows, titles }: KeptRows): NameRows {
  const length = Math.max(0, ...rows.map((part) => part.length.length));
  return {
    length,
    *[Symbol.iterator]() {
      for (const row of readBack(rows)) yield rowOf(row, titles);
    },
  };
}

function rowOf(row: KeptRow, titles: ReadonlyMap<string, string>): ReportRow {
  let due: string | null = null;
  for (const finding of row.findings) {
    if (finding.verdict !== 'met' && finding.due !== null && (due === null || finding.due < due)) due = finding.due;
  }
  return { ...row, registryName: titles.get(row.registry) ?? row.registry, due };
}

function* readBack(rows: readonly RowOctets[]): Iterable<KeptRow> {
  for (const text of rowTexts(rows)) yield JSON.parse(text);
}
