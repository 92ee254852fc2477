// The parts of a report on pages: where it stands, what needs attention, who has done how much, what is due, how it was found out.

import type { Tally } from '../../model/judged/progress.ts';
import { count } from '../../model/text/phrase.ts';
import type { Block } from '../../paper/document.ts';
import type { CaseReport } from '../report/case-report.ts';
import {
  CHANGE_WORDS,
  CLOCK_WORDS,
  courtText,
  facetWords,
  furtherTotals,
  historyWords,
  registrarOfRow,
  registrarWords,
  selectionWords,
  TOTAL_TITLES,
  totalRows,
  utcText,
} from '../report/report-words.ts';
import { nothingSeenWords, wordWords } from '../say.ts';
import { drawingOf } from './drawing.ts';
import { code, heading, inline, names, paragraph, table } from './text.ts';

const NAMES_SHOWN = 8;

export function partsOf(report: CaseReport): readonly Block[] {
  return [standing, attention, changes, overTime, registries, registrars, due, method].flatMap((part) => part(report));
}

function standing(report: CaseReport): readonly Block[] {
  const keys = ['met', 'unmet', 'unknown', 'notOrdered', 'released', 'notListed', 'whole'] as const;
  const selected = selectionWords(report);
  return [
    heading('Where it stands'),
    ...(selected === undefined ? [] : [paragraph(selected)]),
    ...(report.lastRun === null ? [paragraph(`${nothingSeenWords(report)}, so nothing is known of any name.`)] : []),
    ...table(
      ['', ...keys.map((key) => TOTAL_TITLES[key])],
      totalRows(report.totals).map((row) => [row.facet, ...keys.map((key) => row[key])]),
    ),
    paragraph(
      `Of the names: ${furtherTotals(report)
        .map(([word, number]) => `${number} ${word}`)
        .join(', ')}. Unknown is a count of its own: it is neither done nor undone.`,
    ),
  ];
}

function attention({ attention, unknowns, damaged, unfinished }: CaseReport): readonly Block[] {
  const rows = attention.map(({ word, names: of, text }) => [
    wordWords(word),
    [...(of.length > 1 ? inline(`${count(of.length, 'name')}: `) : []), ...names(of, NAMES_SHOWN)],
    text,
  ]);
  return [
    heading('Needs attention'),
    ...(rows.length === 0 ? [paragraph('Nothing does.')] : table(['What', 'Names', 'Why'], rows)),
    ...(unknowns.length === 0
      ? []
      : [
          paragraph(
            `Why names are unknown: ${unknowns.map(({ word, names }) => `${wordWords(word)} ${names}`).join(', ')}.`,
          ),
        ]),
    ...table(
      ['File of the record that is damaged, and not counted', 'Reason'],
      damaged.map(({ file, reason }) => [file, reason]),
    ),
    ...unfinished.map(({ id, started }) =>
      paragraph(`Not finished, and not counted: run ${id}, begun ${utcText(started)}.`),
    ),
  ];
}

function changes({ changes }: CaseReport): readonly Block[] {
  if (changes === null) return [];
  const rows = changes.changed.map(({ name, facet, what, from, to }) => [
    [code(name)],
    `${facet}: ${CHANGE_WORDS[what]}`,
    facetWords(from, false),
    facetWords(to, false),
  ]);
  return [
    heading('What changed'),
    paragraph(`Compared with ${utcText(changes.at)}.${rows.length === 0 ? ' Nothing changed.' : ''}`),
    ...table(['Name', 'What', 'Then', 'Now'], rows),
  ];
}

function overTime(report: CaseReport): readonly Block[] {
  const { points } = report.history;
  return [
    heading('Progress over time'),
    ...drawingOf(report),
    ...table(
      ['When', 'transferred', 'sinkholed', 'done', 'unknown', 'ordered'],
      points.map(({ at, run, transferred, sinkholed, done, unknown, ordered }) => [
        `${utcText(at)}${run === null ? ', this report' : ''}`,
        transferred,
        sinkholed,
        done,
        unknown,
        ordered,
      ]),
    ),
    paragraph(historyWords(report)),
  ];
}

const COUNTED = ['names', 'transferred', 'sinkholed', 'done', 'not yet', 'unknown'] as const;

interface Counted {
  readonly names: number;
  readonly transferred: Tally;
  readonly sinkholed: Tally;
  readonly done: Tally;
}

function countsOf({ names, transferred, sinkholed, done }: Counted): readonly (string | number)[] {
  const facet = (tally: Tally) => (tally.notOrdered === names ? 'not ordered' : tally.met);
  return [names, facet(transferred), facet(sinkholed), facet(done), done.unmet, done.unknown];
}

function registries({ registries }: CaseReport): readonly Block[] {
  const rows = registries.map((row) => [
    `${row.title} (${row.reach === 'unlisted' ? 'no recipient' : row.reach})`,
    ...countsOf(row),
  ]);
  return [heading('By registry'), ...table(['Registry', ...COUNTED], rows)];
}

function registrars({ registrars }: CaseReport): readonly Block[] {
  const rows = registrars.map((row) => [registrarWords(registrarOfRow(row)), ...countsOf(row)]);
  return [heading('By registrar of record'), ...table(['Registrar, as last seen', ...COUNTED], rows)];
}

function due(report: CaseReport): readonly Block[] {
  const rows = report.due.map((one) => [
    one.due === null ? 'not running' : `${courtText(one.due, report)}${one.overdue ? ', overdue' : ''}`,
    `${one.recipientName} (${one.reach}), ${one.order} ${one.paragraph}`,
    `${one.open} of ${one.names}`,
    one.arithmetic ?? 'nothing shows when the order was served or received',
  ]);
  const ends = report.expiries.map(({ at, what, arithmetic }) => [
    courtText(at, report),
    what,
    arithmetic ?? 'as the order states it',
  ]);
  return [
    heading('Due and ending'),
    ...(rows.length + ends.length === 0
      ? [paragraph('Nothing is due: no deadline runs and no order ends by itself.')]
      : []),
    ...table(['Due', 'Of whom, under which paragraph', 'Open', 'Counted'], rows),
    ...table(['Ends', 'What', 'Counted'], ends),
  ];
}

/** The newest ones: the others, with their digests, are in the same report as JSON. */
const MOST_RUNS = 30;

function method({ method, case: id }: CaseReport): readonly Block[] {
  const { tools, vantages, caseDigest, lookups, runs } = method;
  const places = vantages.map(
    ({ host, resolvers }) => `${host}${resolvers.length === 0 ? '' : `, resolvers ${resolvers.join(', ')}`}`,
  );
  const older = runs.length - MOST_RUNS;
  return [
    heading('How this was found out'),
    paragraph(
      'A requirement of an order is met or not yet met only where an answer says so. Where none does, since it was refused, did not come, could not be read or shows nothing of it, it is unknown.',
    ),
    paragraph(
      `Made by ${tools.join(', ') || 'nothing yet'}, asked from ${places.join('; ') || 'nowhere yet'}. ${CLOCK_WORDS}`,
    ),
    paragraph(
      `Figures in brackets are lines of a run. 'takedown evidence show ${id} RUN#LINE' shows the octets of each.`,
    ),
    paragraph(`Case file, SHA-256: ${caseDigest}`),
    ...table(
      ['Lookup, newest run', 'names'],
      lookups.map(({ lookup, names }) => [lookup, names]),
    ),
    ...(runs.length === 0 ? [] : [heading('Runs and their digests (SHA-256)', 2)]),
    ...runs.slice(-MOST_RUNS).map(runLine),
    ...(older > 0 ? [paragraph(`${count(older, 'earlier run')}: the same report as JSON has their digests.`)] : []),
  ];
}

/** A digest is longer than any column. */
function runLine({ id, ended, names, 'sha-256': digest }: CaseReport['method']['runs'][number]): Block {
  return paragraph(`${id}, ended ${utcText(ended)}, ${count(names, 'name')}`, { kind: 'break' }, code(digest));
}
