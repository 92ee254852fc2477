// From findings to an answer: the gravest decides, notes decide nothing, and every name is counted once.
import {
  PRECHECK_SEVERITIES,
  type PrecheckAnswer,
  type PrecheckFinding,
  type PrecheckRow,
  type PrecheckTotals,
} from '../model/judged/precheck.ts';
import { PRECHECK_ORDER, precheckWordRow } from './words.ts';

export function answerOf(findings: readonly PrecheckFinding[]): PrecheckAnswer {
  if (findings.some(({ severity }) => severity === 'stop')) return 'stop';
  return findings.some(({ severity }) => severity === 'look') ? 'look' : 'go';
}

/** By gravity, then in the order of the words; findings of one word keep theirs. */
export function gravestFirst(findings: readonly PrecheckFinding[]): readonly PrecheckFinding[] {
  const rank = ({ severity, word }: PrecheckFinding): number =>
    PRECHECK_SEVERITIES.indexOf(severity) * PRECHECK_ORDER.length + placeOf(word);
  return findings.toSorted((a, b) => rank(a) - rank(b));
}

const PLACES: ReadonlyMap<string, number> = new Map(PRECHECK_ORDER.map((word, at) => [word, at]));

function placeOf(word: string): number {
  return PLACES.get(word) ?? PRECHECK_ORDER.length;
}

/** Whether something that decides is not known of it. */
export function isUnclear({ findings }: { readonly findings: readonly PrecheckFinding[] }): boolean {
  return findings.some(({ word }) => precheckWordRow(word)?.unknown === true);
}

export function totalsOf(names: readonly PrecheckRow[]): PrecheckTotals {
  const totals = { listed: names.length, go: 0, look: 0, stop: 0, released: 0, unknown: 0 };
  for (const row of names) {
    if (row.released) totals.released += 1;
    else totals[row.answer] += 1;
    if (isUnclear(row)) totals.unknown += 1;
  }
  return totals;
}
