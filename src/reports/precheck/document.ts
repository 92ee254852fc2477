// A look before service as a document that is set on pages, for counsel to read and to sign: Word, PDF and plain text are
// readings of it.
import type { LocalDate } from '../../model/instant.ts';
import type { PrecheckSeverity } from '../../model/judged/precheck.ts';
import { count } from '../../model/text/phrase.ts';
import type { Block, LetterDocument, ScheduleColumn } from '../../paper/document.ts';
import { precheckWordRow } from '../../precheck/words.ts';
import { code, heading, paragraph, plain, table as tableOf } from '../paged/text.ts';
import { caseWords, courtWords, nameWords, utcDateWords, utcWords, wordWords } from '../say.ts';
import { partyWords, registrarWords, whyWords } from './names-text.ts';
import { groupsOf, type PrecheckReport, precheckMarks, SINKHOLE_WORDS } from './report.ts';
import { failureWords } from './servers-text.ts';

export function precheckPages(report: PrecheckReport, toolVersion: string): LetterDocument {
  const { theCase, table } = report;
  return {
    id: `takedown ${plain(toolVersion)}`,
    title: plain(`${caseWords(theCase.id)}: before service`),
    language: 'en-US',
    date: table.asOf.slice(0, 10) as LocalDate,
    dateText: `As of ${utcWords(table.asOf)}`,
    marks: precheckMarks(report).map((mark) => plain(mark.toUpperCase())),
    letterhead: [],
    via: [],
    addressee: [],
    subject: plain(`${caseWords(theCase.id)}: before service`),
    reference: referenceOf(report),
    body: [...standing(report), ...severities(report), ...servers(report), ...signature(report)],
    signature: undefined,
    enclosures: [],
    schedule: {
      title: 'Every name',
      notes: [],
      columns: COLUMNS,
      rows: table.names.map((row) =>
        [
          row.name,
          row.released ? 'released' : row.answer,
          `${registrarWords(row)}${row.expires === undefined ? '' : `, until ${utcDateWords(row.expires)}`}`,
          partyWords(row.registryOperator ?? row.sponsor),
          `${whyWords(row)}; sinkhole ${SINKHOLE_WORDS[row.sinkhole]}`,
        ].map(plain),
      ),
    },
  };
}

/** Points; together the width of a page's text. */
const COLUMNS: readonly ScheduleColumn[] = [
  { title: 'Name', holds: 'name', width: 130 },
  { title: 'answer', holds: 'words', width: 42 },
  { title: 'Registrar of record', holds: 'words', width: 96 },
  { title: 'Registry operator or provider', holds: 'words', width: 90 },
  { title: 'Why', holds: 'words', width: 110 },
];

function referenceOf({ theCase, table }: PrecheckReport): LetterDocument['reference'] {
  const rows: readonly (readonly [string, string])[] = [
    ['Case', `${theCase.title}, ${theCase.docket}`],
    ['Court', theCase.court.name],
    ['Names', count(table.totals.listed, 'name')],
    ['Run', table.run.id],
    ['Case file, SHA-256', table.caseDigest],
    ...(table.before === undefined ? [] : [['Order', `${table.before}, not entered yet`] as const]),
  ];
  return rows.map(([label, value]) => [label, plain(value)]);
}

function standing({ table: { totals } }: PrecheckReport): readonly Block[] {
  const { go, look, stop, released, listed, unknown } = totals;
  return [
    heading('Go, look, stop'),
    ...tableOf(['go', 'look', 'stop', 'released', 'together'], [[go, look, stop, released, listed]]),
    paragraph(
      `Of ${count(unknown, 'name')} something that decides is not known; they are among those to look at, or to stop. What was not seen is not free.`,
    ),
  ];
}

const TITLES: Readonly<Record<PrecheckSeverity, string>> = { stop: 'Stop', look: 'Look', note: 'Good to know' };
const NAMES_SHOWN = 12;

function severities({ table }: PrecheckReport): readonly Block[] {
  const groups = groupsOf(table);
  return (['stop', 'look', 'note'] as const).flatMap((severity) => {
    const rows = [
      ...table.findings
        .filter((one) => one.severity === severity)
        .map(({ word, text }) => [wordWords(word), text, precheckWordRow(word)?.ask ?? '']),
      ...groups
        .filter((one) => one.severity === severity)
        .map(({ word, names }) => {
          const shown = names
            .slice(0, NAMES_SHOWN)
            .map(({ row, finding }) => `${nameWords(row.name)}: ${finding.text}`);
          const more = names.length > NAMES_SHOWN ? `; and ${names.length - NAMES_SHOWN} more` : '';
          const said = `${count(names.length, 'name')}. ${shown.join('; ')}${more}`;
          return [wordWords(word), said, precheckWordRow(word)?.ask ?? ''];
        }),
    ];
    return rows.length === 0 ? [] : [heading(TITLES[severity]), ...tableOf(['What', 'Where', 'What to do'], rows)];
  });
}

function servers({ table: { servers: all, readied } }: PrecheckReport): readonly Block[] {
  if (all.length === 0) return [];
  const rows = all.map(({ server, asked, answered, overTcp, median, slowest, failures }) => [
    [code(server)],
    `${answered} of ${asked}`,
    overTcp,
    median === undefined ? '' : `${median} ms`,
    slowest === undefined ? '' : `${slowest} ms`,
    failureWords(failures),
  ]);
  return [
    heading('The sinkhole’s servers'),
    paragraph(`Asked about ${readied.asked} of ${count(readied.of, 'name')} that an order leads there.`),
    ...tableOf(['Server', 'answers', 'over TCP', 'median', 'slowest', 'does not'], rows),
  ];
}

function signature({ signed, theCase }: PrecheckReport): readonly Block[] {
  if (signed === undefined) return [heading('Signed off'), paragraph('Nobody has signed this off yet.')];
  const { at, by = '', note, evidence } = signed;
  return [
    heading('Signed off'),
    paragraph(`By ${by}, ${courtWords(at, theCase.court.timeZone)}.${note === undefined ? '' : ` ${note}`}`),
    ...(evidence === undefined
      ? []
      : [paragraph(`The table as it was signed: ${evidence.file}, SHA-256 `, code(evidence['sha-256']))]),
  ];
}
