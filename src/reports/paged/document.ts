// The report as a document that is set on pages: Word and PDF are two readings of it, as they are of a letter.
import type { Instant, LocalDate } from '../../model/instant.ts';
import { count } from '../../model/text/phrase.ts';
import type { Block, LetterDocument, ScheduleColumn, ScheduleTable } from '../../paper/document.ts';
import type { ReportRow } from '../documents.ts';
import type { CaseReport, Reports } from '../report/case-report.ts';
import { courtText, facetWords, openWords, utcText } from '../report/report-words.ts';
import { MOST_ON_PAGES, shownNames } from '../report/shown-names.ts';
import { caseWords, lastCheckedWords, neverLookedWords } from '../say.ts';
import { partsOf } from './parts.ts';
import { heading, paragraph, plain, table } from './text.ts';

export function pagedReport(reports: Reports): LetterDocument {
  const { cases, all, toolVersion } = reports;
  const [only] = cases;
  const asOf = cases.reduce((latest, one) => (latest < one.asOf ? one.asOf : latest), '1980-01-01T00:00:00Z');
  const isOne = !all && only !== undefined;
  const title = isOne ? caseWords(only.case) : 'Every case';
  return {
    id: `takedown ${plain(toolVersion)}`,
    title: plain(`${title}: report`),
    language: 'en-US',
    date: asOf.slice(0, 10) as LocalDate,
    dateText: `As of ${utcText(asOf as Instant)}`,
    marks: [...new Set(cases.flatMap(({ marks }) => marks.map((mark) => plain(mark.toUpperCase()))))],
    letterhead: [],
    via: [],
    addressee: [],
    subject: plain(isOne ? `${title}: where it stands` : title),
    reference: isOne ? referenceOf(only) : [],
    body: isOne ? partsOf(only) : severalOf(reports),
    signature: undefined,
    enclosures: [],
    schedule: scheduleOf(cases),
  };
}

function referenceOf(report: CaseReport): LetterDocument['reference'] {
  const { title, docket, court, totals, orders, parties, seal } = report;
  const latest = orders.at(-1);
  const rows: readonly (readonly [string, string])[] = [
    ['Case', `${title}, ${docket}`],
    ['Court', court.name],
    ['Petitioner', parties.petitioner.name],
    ['Order', latest === undefined ? 'none yet' : `${latest.title}, entered ${courtText(latest.entered, report)}`],
    ['Names', `${totals.ordered} ordered, ${totals.listed} listed`],
    ['Last checked', lastCheckedWords(report, utcText) ?? 'never'],
    ...(seal === null ? [] : [['Sealed until', courtText(seal.until, report)] as const]),
  ];
  return rows.map(([label, value]) => [label, plain(value)]);
}

function severalOf({ cases, unread }: Reports): readonly Block[] {
  const rows = cases.map(({ case: id, totals, asOf, marks }) => [
    `${id}${marks.length === 0 ? '' : ` (${marks.join(', ')})`}`,
    utcText(asOf),
    totals.ordered,
    totals.transferred.met,
    totals.sinkholed.met,
    totals.done,
    totals.doneTally.unknown,
  ]);
  return [
    ...table(['Case', 'As of', 'ordered', 'transferred', 'sinkholed', 'done', 'unknown'], rows),
    ...unread.map((one) =>
      paragraph(`${one.case} could not be read: ${one.problems.map(({ message }) => message).join(' ')}`),
    ),
    ...cases.flatMap((report) => [
      heading(`${caseWords(report.case)}, ${report.docket}${report.marks.map((mark) => `, ${mark}`).join('')}`),
      ...partsOf(report),
    ]),
  ];
}

/** Points; together the width of a page's text. */
const COLUMNS: readonly ScheduleColumn[] = [
  { title: 'Name', holds: 'name', width: 134 },
  { title: 'transferred', holds: 'words', width: 57 },
  { title: 'sinkholed', holds: 'words', width: 50 },
  { title: 'done', holds: 'words', width: 45 },
  { title: 'What is open, and the lines that say so', holds: 'words', width: 182 },
];

function scheduleOf(cases: readonly CaseReport[]): ScheduleTable {
  const shown = cases.map((report) => ({ report, ...shownNames(report.names, MOST_ON_PAGES) }));
  const notes = shown.flatMap(({ report, rows, leftOut }) => [
    ...(cases.length > 1 ? [`${caseWords(report.case)}: the next ${count(rows.length, 'name')}.`] : []),
    ...(leftOut > 0
      ? [
          `${rows.length} of ${report.names.length} names stand here, first those that somebody has to do something about. The other ${leftOut} are in every count before; the same report as a sheet has all of them.`,
        ]
      : []),
  ]);
  return {
    title: 'Every name',
    notes: notes.map(plain),
    columns: COLUMNS,
    rows: shown.flatMap(({ report, rows }) => rows.map((row) => cellsOf(row, report))),
  };
}

function cellsOf(row: ReportRow, { lastRun, ahead }: CaseReport): readonly string[] {
  const facet = (answer: ReportRow['transferred']) => facetWords(answer, row.released);
  const lines = new Set(row.findings.filter(({ verdict }) => verdict !== 'met').flatMap(({ citations }) => citations));
  const newest = `${lastRun?.id}#`;
  const cited = [...lines].map((one) => (one.startsWith(newest) ? one.slice(newest.length - 1) : one)).join(', ');
  const marks = [row.reverted ? 'reverted' : '', row.overdue ? 'overdue' : '', row.expiring ? 'expiring' : ''];
  const never = row.observedAt === null ? [neverLookedWords({ ahead })] : [];
  const said = [...marks.filter((mark) => mark !== ''), ...never, ...openWords(row)].join('; ');
  const shown = row.unicode === row.name ? '' : `displayed as ${row.unicode}. `;
  return [
    row.name,
    facet(row.transferred),
    facet(row.sinkholed),
    facet(row.doneVerdict),
    `${shown}${said}${cited === '' ? '' : ` [${cited}]`}`,
  ].map(plain);
}
