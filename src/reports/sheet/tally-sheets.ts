// Rows that count names: by registry, by registrar.
import type { Tally } from '../../model/judged/progress.ts';
import type { CaseReport } from '../report/case-report.ts';
import type { CellValue } from '../report/name-columns.ts';
import { registrarOfRow, registrarParts } from '../report/report-words.ts';

type Counts = { readonly names: number } & Readonly<Record<'transferred' | 'sinkholed' | 'done', Tally>>;

function tallyCells({ names, transferred, sinkholed, done }: Counts): readonly CellValue[] {
  return [names, transferred.met, sinkholed.met, done.met, done.unmet, done.unknown, done.notOrdered];
}

export function registryRows({ registries }: CaseReport): readonly (readonly CellValue[])[] {
  return registries.map((row) => [row.registry, row.title, row.reach, ...tallyCells(row)]);
}

export function registrarRows({ registrars }: CaseReport): readonly (readonly CellValue[])[] {
  return registrars.map((row) => [
    registrarParts(registrarOfRow(row)).name,
    row.registrar?.ianaId ?? null,
    ...tallyCells(row),
  ]);
}
