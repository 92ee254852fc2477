// The report as Markdown, for people who read it in a mail, a repository or a terminal: totals, what needs attention, what is
// due, every name, and how it was found out.
import type { Tally } from '../../model/judged/progress.ts';
import { mdCode, mdTable, mdText } from '../markdown.ts';
import type { CaseReport, Reports } from '../report/case-report.ts';
import { mdMethod, mdPast } from '../report/markdown-past.ts';
import {
  courtText,
  facetWords,
  furtherTotals,
  openWords,
  registrarOfRow,
  registrarWords,
  selectionWords,
  TOTAL_TITLES,
  totalRows,
  utcText,
} from '../report/report-words.ts';
import { lastCheckedWords, neverSeenWords, wordWords } from '../say.ts';

export function* render({ cases, all, unread, toolVersion }: Reports): Iterable<string> {
  if (all) yield* overview(cases);
  for (const report of cases) yield* caseText(report);
  for (const { case: id, problems } of unread) {
    yield `\n## ${mdText(id)}\n\nThis case could not be read:\n\n`;
    for (const { code, message } of problems) yield `- ${mdCode(code)} ${mdText(message)}\n`;
  }
  yield `\n---\n\ntakedown ${mdText(toolVersion)}\n`;
}

function* overview(cases: readonly CaseReport[]): Iterable<string> {
  yield '# All cases\n\n';
  const columns = [
    'case',
    'marks',
    'as of',
    ...(['transferred', 'sinkholed', 'done'] as const),
    'names ordered',
    'overdue',
  ];
  yield* mdTable(
    columns.map((title) => ({ title })),
    cases.map((report) => {
      const { totals } = report;
      const [transferred, sinkholed, done] = totalRows(totals);
      const figures = [transferred?.met, sinkholed?.met, done?.met, done?.whole, totals.overdue];
      return [mdText(report.case), mdText(report.marks.join(' · ')), utcText(report.asOf), ...figures.map(String)];
    }),
  );
  yield '\n';
}

function* caseText(report: CaseReport): Iterable<string> {
  yield* heading(report);
  yield* totals(report);
  yield* attention(report);
  yield* mdPast(report);
  yield* parties(report);
  yield* due(report);
  yield* names(report);
  yield* mdMethod(report);
}

function* heading(report: CaseReport): Iterable<string> {
  const { title, docket, court, marks, asOf, orders, seal, parties } = report;
  const checked = lastCheckedWords(report, utcText);
  yield `# ${mdText(title)}\n\n`;
  if (marks.length > 0) yield `**${mdText(marks.join(' · '))}**\n\n`;
  yield `- Case: ${mdText(report.case)} · ${mdText(docket)} (${mdText(court.short ?? court.name)})\n`;
  yield `- Petitioner: ${mdText(parties.petitioner.name)}\n`;
  for (const order of orders) {
    const entered = courtText(order.entered, report);
    yield `- ${mdText(`${order.title} (${order.id})`)}, entered ${entered}${order.inForce ? '' : ', no longer in force'}\n`;
  }
  yield `- As of ${utcText(asOf)}\n`;
  yield checked === undefined ? '- Never checked\n' : `- Last checked ${checked}\n`;
  if (seal !== null) yield `- **Under seal until ${courtText(seal.until, report)}**\n`;
}

function* totals(report: CaseReport): Iterable<string> {
  yield '\n## Totals\n\n';
  const keys = Object.keys(TOTAL_TITLES) as (keyof typeof TOTAL_TITLES)[];
  const figures = keys.map((key) => ({ title: TOTAL_TITLES[key], right: true }) as const);
  const rows = (of: CaseReport['totals']) =>
    totalRows(of).map((row) => [row.facet, ...keys.map((key) => `${row[key]}`)]);
  yield* mdTable([{ title: '' }, ...figures], rows(report.totals));
  yield `\n${furtherTotals(report)
    .map(([word, number]) => `${number} ${word}`)
    .join(' · ')}\n`;
  const selection = selectionWords(report);
  if (selection === undefined || report.selection === null) return;
  yield `\n${mdText(selection)}\n\n`;
  yield* mdTable([{ title: 'of the selection' }, ...figures], rows(report.selection.totals));
}

function* attention({ attention, unknowns }: CaseReport): Iterable<string> {
  if (attention.length > 0) yield '\n## Needs attention\n\n';
  for (const { word, names: about, text } of attention) {
    const whom = about.length === 0 ? '' : ` ${about.map(mdCode).join(', ')}:`;
    yield `- **${mdText(wordWords(word))}**${whom} ${mdText(text)}\n`;
  }
  if (unknowns.length === 0) return;
  const counted = unknowns.map(({ word, names: number }) => `${mdText(wordWords(word))} ${number}`);
  yield `\nUnknown, by reason: ${counted.join(', ')}\n`;
}

const TALLIES = ['names', 'transferred', 'sinkholed', 'done', 'not yet', 'unknown'];

function tallyCells(row: { readonly names: number } & Readonly<Record<'transferred' | 'sinkholed' | 'done', Tally>>) {
  const { names: number, transferred, sinkholed, done } = row;
  return [number, transferred.met, sinkholed.met, done.met, done.unmet, done.unknown].map(String);
}

function* parties({ registries, registrars }: CaseReport): Iterable<string> {
  const figures = TALLIES.map((title) => ({ title, right: true }) as const);
  yield '\n## By registry\n\n';
  yield* mdTable(
    [{ title: 'registry' }, { title: '' }, ...figures],
    registries.map((row) => [
      mdText(row.title),
      row.reach === 'unlisted' ? 'no recipient' : row.reach,
      ...tallyCells(row),
    ]),
  );
  yield '\n## By registrar\n\n';
  yield* mdTable(
    [{ title: 'registrar of record' }, ...figures],
    registrars.map((row) => [mdText(registrarWords(registrarOfRow(row))), ...tallyCells(row)]),
  );
}

function* due(report: CaseReport): Iterable<string> {
  const { due: items, expiries } = report;
  yield '\n## Due\n\n';
  const when = (at: string) => courtText(at, report);
  yield* mdTable(
    ['due', 'of whom', '', 'paragraph', 'open', 'unknown', 'how it was counted'].map((title) => ({ title })),
    items.map((item) => [
      item.due === null ? 'not running' : `${when(item.due)}${item.overdue ? ' **overdue**' : ''}`,
      mdText(item.recipientName),
      item.reach,
      mdText(`${item.order} ${item.paragraph}`),
      `${item.open} of ${item.names}`,
      `${item.unknown}`,
      mdText(item.arithmetic ?? ''),
    ]),
  );
  for (const { what, at, arithmetic } of expiries)
    yield `\n- ${mdText(what)} ends ${when(at)}${arithmetic === null ? '' : ` (${mdText(arithmetic)})`}`;
  yield '\n';
}

function* names(report: CaseReport): Iterable<string> {
  yield `\n## Names (${report.names.length})\n\n`;
  const columns = [
    'name',
    'registry',
    'registrar',
    'transferred',
    'sinkholed',
    'done',
    'due',
    'last seen',
    'not as ordered, or unknown',
  ];
  yield* mdTable(
    columns.map((title) => ({ title })),
    rowsOf(report, (at) => courtText(at, report)),
  );
}

function* rowsOf({ names: rows, ahead }: CaseReport, when: (at: string) => string): Iterable<readonly string[]> {
  const unseen = neverSeenWords({ ahead });
  for (const row of rows) {
    const { name, unicode, registryName, released, transferred, sinkholed, doneVerdict, due: at, observedAt } = row;
    const flags = (['reverted', 'overdue', 'expiring'] as const).filter((flag) => row[flag]);
    yield [
      unicode === name ? mdCode(name) : `${mdCode(name)} (${mdText(unicode)})`,
      mdText(registryName),
      mdText(registrarWords(row)),
      facetWords(transferred, released),
      facetWords(sinkholed, released),
      [facetWords(doneVerdict, released), ...flags.map((flag) => `**${flag}**`)].join(' '),
      at === null ? '' : when(at),
      observedAt === null ? unseen : utcText(observedAt),
      openWords(row).map(mdText).join('; '),
    ];
  }
}
