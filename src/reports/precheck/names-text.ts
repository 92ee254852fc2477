// A row a name of a look before service: what to do about it, who has it, who could act, and why.

import type { PrecheckParty, PrecheckRow } from '../../model/judged/precheck.ts';
import { registrarText } from '../../model/registrar.ts';
import { show } from '../../model/text/harmless.ts';
import type { Surface } from '../paint.ts';
import { nameWords, utcDateWords, wordWords } from '../say.ts';
import { tableLines } from '../table.ts';
import { type PrecheckReport, SINKHOLE_WORDS } from './report.ts';

export function nameRows({ table: { names } }: PrecheckReport, surface: Surface): Iterable<string> {
  return tableLines(
    [
      { title: 'Names', titlePaint: surface.paint.bold, gives: true },
      { title: 'answer' },
      { title: 'registrar of record', drop: 3 },
      { title: 'expires', drop: 2 },
      { title: 'registry operator', drop: 1 },
      { title: 'sinkhole', drop: 5 },
      { title: 'why', drop: 6 },
    ],
    names.map(cellsOf),
    { ...surface, indent: 0 },
  );
}

function cellsOf(row: PrecheckRow): readonly string[] {
  return [
    `  ${nameWords(row.name)}`,
    row.released ? 'released' : row.answer,
    registrarWords(row),
    row.expires === undefined ? '–' : utcDateWords(row.expires),
    partyWords(row.registryOperator),
    SINKHOLE_WORDS[row.sinkhole],
    whyWords(row),
  ];
}

export function registrarWords({ registered, registrar }: PrecheckRow): string {
  if (!registered.known) return 'unknown';
  if (registered.value !== 'registered') return registered.value === 'reserved' ? 'reserved' : 'not registered';
  return registrar === undefined ? 'unknown' : show(registrarText(registrar));
}

export function partyWords(party: PrecheckParty | undefined): string {
  return party === undefined ? '–' : `${show(party.title)} (${party.reach})`;
}

/** Notes are left to the groups above. */
export function whyWords({ findings }: PrecheckRow): string {
  const words = findings.filter(({ severity }) => severity !== 'note').map(({ word }) => wordWords(word));
  return [...new Set(words)].join(', ') || '–';
}
