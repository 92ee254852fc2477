// Registrants left out of a report and of what people wrote beside it. A registrant is text from outside and may be any word, so it is
// replaced where the program says whom it saw, and where people write: never in the program's own sentences.
import { registrantIs, registrantNamed } from '../../relief/registrant-is.ts';
import type { FindingRow, ReportRow } from '../documents.ts';
import type { CaseReport, NameRows } from '../report/case-report.ts';
import type { Redaction } from './redaction.ts';

const BECAUSE = 'registrant data, left out by choice';
/** Shorter ones would be found in other words. */
const SHORTEST = 4;

/** The same report, its rows without registrants; they are made when they are asked for, as before. */
export function withoutRegistrants(report: CaseReport, redaction: Redaction): CaseReport {
  const { names } = report;
  const rows: NameRows = {
    length: names.length,
    *[Symbol.iterator]() {
      for (const row of names) yield rowWithout(row, redaction);
    },
  };
  return { ...report, names: rows };
}

function rowWithout(row: ReportRow, redaction: Redaction): ReportRow {
  return { ...row, findings: row.findings.map((finding) => findingWithout(finding, redaction)) };
}

function findingWithout(finding: FindingRow, redaction: Redaction): FindingRow {
  const named = registrantOf(finding);
  if (named === undefined) return finding;
  return { ...finding, reason: finding.reason.replaceAll(named, () => markOf(named, redaction)) };
}

function registrantOf({ relief, verdict, reason }: FindingRow): string | undefined {
  return relief === registrantIs.kind && verdict !== 'met' ? registrantNamed(reason) : undefined;
}

function markOf(text: string, redaction: Redaction): string {
  return redaction.mark({ kind: 'registrant', text, because: BECAUSE });
}

/** For texts that people wrote: of all registrants that the rows name, those that stand in one of them. */
export function hidingRegistrants(report: CaseReport, written: string, redaction: Redaction): (text: string) => string {
  const whole = written.toLowerCase();
  const there = new Set<string>();
  for (const { findings } of report.names) {
    for (const finding of findings) {
      const named = registrantOf(finding)?.trim() ?? '';
      if (named.length >= SHORTEST && whole.includes(named.toLowerCase())) there.add(named);
    }
  }
  // The longest first: one may be a part of another.
  const all = [...there].toSorted((a, b) => b.length - a.length || (a < b ? -1 : 1));
  return (text) =>
    all.reduce((said, named) => {
      const pattern = new RegExp(`(?<![\\p{L}\\p{N}])${literal(named)}(?![\\p{L}\\p{N}])`, 'giu');
      return said.replace(pattern, () => markOf(named, redaction));
    }, text);
}

function literal(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&');
}
