// `takedown precheck` on a terminal: how many names may go, what stops the others and what to do, the sinkhole's servers, and a row
// a name. It renders the table and weighs nothing.

import type { PrecheckSeverity } from '../../model/judged/precheck.ts';
import { show } from '../../model/text/harmless.ts';
import { count, firstFew } from '../../model/text/phrase.ts';
import { precheckWordRow } from '../../precheck/words.ts';
import { bar } from '../bar.ts';
import { flow, hang, padEnd, padStart, wrap } from '../layout.ts';
import { finished, type Surface } from '../paint.ts';
import { caseWords, courtWords, nameWords, utcWords, wordWords } from '../say.ts';
import { nameRows } from './names-text.ts';
import { groupsOf, type PrecheckReport, precheckMarks, type WordGroup } from './report.ts';
import { domainLines, serverLines } from './servers-text.ts';

export function precheckLines(report: PrecheckReport, surface: Surface): Iterable<string> {
  return finished(sections(report, surface), surface);
}

function* sections(report: PrecheckReport, surface: Surface): Iterable<string> {
  yield* headLines(report, surface);
  yield '';
  yield* totalLines(report, surface);
  for (const severity of ['stop', 'look', 'note'] as const) yield* severityLines(report, severity, surface);
  for (const part of [serverLines, domainLines, nameRows, signedLines]) {
    const lines = [...part(report, surface)];
    if (lines.length > 0) yield* ['', ...lines];
  }
}

function* headLines(report: PrecheckReport, surface: Surface): Iterable<string> {
  const { theCase, table } = report;
  const court = theCase.court.short ?? theCase.court.name;
  const title = [caseWords(theCase.id), show(theCase.title), `${show(theCase.docket)} (${show(court)})`];
  yield* flow(title, ' · ', surface.width).map((line) => surface.paint.bold(line));
  const marks = precheckMarks(report).join(' · ');
  if (marks !== '') yield surface.paint.doubt(marks);
  const pieces = [
    'Before service',
    count(table.totals.listed, 'name'),
    `looked at ${utcWords(table.asOf)}`,
    `run ${show(table.run.id)}`,
  ];
  if (table.before !== undefined) pieces.push(`terms of the order ${show(table.before)}, not entered yet`);
  yield* flow(pieces, ' · ', surface.width);
  if (table.run.caseDigest === table.caseDigest) return;
  yield* wrap('The case was changed since: what was seen is older than what it is held against.', surface.width);
}

const CELLS = 24;

function totalLines({ table: { totals } }: PrecheckReport, surface: Surface): readonly string[] {
  const whole = totals.listed;
  const rows = [
    ['go', totals.go, ''],
    ['look', totals.look, totals.unknown > 0 ? `something unknown of ${totals.unknown}, here or below` : ''],
    ['stop', totals.stop, ''],
    ...(totals.released > 0 ? [['released', totals.released, 'nothing is served for them'] as const] : []),
  ] as const;
  const digits = `${whole}`.length;
  return rows.map(([word, part, beside]) => {
    const said = beside === '' ? '' : `   ${beside}`;
    const line = `  ${padEnd(word, 10)}${bar({ part, whole }, CELLS, surface)}  ${padStart(`${part}`, digits)} of ${whole}`;
    return `${line}${said}`;
  });
}

const TITLES: Readonly<Record<PrecheckSeverity, string>> = {
  stop: 'Stop: not to be served as it stands',
  look: 'Look: a person decides',
  note: 'Good to know',
};
const NAMES_SHOWN = 4;

function* severityLines(report: PrecheckReport, severity: PrecheckSeverity, surface: Surface): Iterable<string> {
  const groups = groupsOf(report.table).filter((group) => group.severity === severity);
  const whole = report.table.findings.filter((finding) => finding.severity === severity);
  if (groups.length + whole.length === 0) return;
  yield '';
  const paint =
    severity === 'stop' ? surface.paint.bad : severity === 'look' ? surface.paint.doubt : surface.paint.bold;
  yield paint(TITLES[severity]);
  for (const { word, text } of whole) {
    yield* hang(`  ${wordWords(word)}  `, `${show(text)}.`, surface.width);
    yield* explained(word, surface);
  }
  for (const group of groups) yield* groupLines(group, surface);
}

function* groupLines({ word, names }: WordGroup, surface: Surface): Iterable<string> {
  const shown = names.slice(0, NAMES_SHOWN);
  yield* hang(`  ${wordWords(word)}  `, count(names.length, 'name'), surface.width);
  for (const { row, finding } of shown) {
    yield* hang('      ', `${nameWords(row.name)}: ${show(finding.text)}`, surface.width);
  }
  const more = names.slice(NAMES_SHOWN).map(({ row }) => row.name);
  if (more.length > 0) yield* hang('      ', `and ${firstFew(more, NAMES_SHOWN)}`, surface.width);
  yield* explained(word, surface);
}

function explained(word: string, surface: Surface): readonly string[] {
  const row = precheckWordRow(word);
  if (row === undefined || row.ask === 'Nothing.') return [];
  return hang('    > ', row.ask, surface.width).map((line) => surface.paint.dim(line));
}

function* signedLines({ signed, table, theCase }: PrecheckReport, surface: Surface): Iterable<string> {
  if (signed === undefined) {
    yield* wrap('Nobody has signed this off yet.', surface.width);
    yield `  To sign it: takedown precheck ${show(theCase.id)} --sign-off "NAME"`;
    return;
  }
  const { at, by = 'nobody', note, evidence } = signed;
  yield* wrap(`Signed off by ${show(by)} on ${courtWords(at, theCase.court.timeZone, table.asOf)}.`, surface.width);
  if (note !== undefined) yield* hang('  note  ', show(note), surface.width);
  if (evidence !== undefined)
    yield* hang('  kept  ', `${show(evidence.file)}, SHA-256 ${evidence['sha-256']}`, surface.width);
}
