// Alarms as what is told: lines of a file, a mail, the document for a webhook. Names that a mail or a chat would make a link of
// are written with `[.]`: what was seized is nothing to click on.

import type { Instant } from '../../model/instant.ts';
import { type Alarm, type AlarmWord, countAlarms } from '../../model/judged/alarm.ts';
import { show } from '../../model/text/harmless.ts';
import { count } from '../../model/text/phrase.ts';
import type { AlarmsDocument } from '../documents.ts';

export interface AlarmsTold {
  readonly case: string;
  readonly docket: string;
  readonly at: Instant;
  /** The run that they were seen in. */
  readonly run: string;
  readonly simulated: boolean;
  readonly illustrative: boolean;
  /** `REHEARSAL`, `illustrative`: stand in front of everything. */
  readonly marks: readonly string[];
  readonly toolVersion: string;
  /** Only what is new; at least one. */
  readonly alarms: readonly Alarm[];
}

/** More are counted, and one command away. */
const MOST_IN_MAIL = 50;
const MOST_IN_DOCUMENT = 100;

export function alarmJsonLines(told: AlarmsTold): string {
  const { case: id, at, run, simulated, illustrative } = told;
  const head = { schema: 'takedown/alarm/1', case: id, at, run, simulated, illustrative };
  return told.alarms.map((alarm) => `${JSON.stringify({ ...head, ...row(alarm) })}\n`).join('');
}

export function alarmTextLines(told: AlarmsTold): string {
  const before = [told.at, ...told.marks, told.case].join('  ');
  return told.alarms.map((alarm) => `${show(`${before}  ${sentence(alarm, alarm.about)}`)}\n`).join('');
}

export function alarmMail(told: AlarmsTold): { readonly subject: string; readonly text: string } {
  const { alarms, marks, run } = told;
  const id = show(told.case);
  const shown = alarms.slice(0, MOST_IN_MAIL).map((alarm) => `- ${sentence(alarm, defanged(alarm.about))}`);
  const more = alarms.length - shown.length;
  const lines = [
    ...marks.map((mark) => mark.toUpperCase()),
    `${count(alarms.length, 'thing')} of the case ${id} (${show(told.docket)}) to look at, told once:`,
    '',
    ...shown,
    ...(more > 0 ? [`- and ${more} more`] : []),
    '',
    `Seen in run ${run}, told at ${told.at}. All of it: takedown status ${id}`,
    'What a word means: takedown explain WORD',
    'Names are written with [.] so that nothing makes links of them.',
  ];
  return { subject: headline(told), text: lines.map(show).join('\n') };
}

export function alarmsDocument(told: AlarmsTold): AlarmsDocument {
  const { alarms, case: id, docket, at, run, simulated, illustrative, toolVersion } = told;
  const shown = alarms.slice(0, MOST_IN_DOCUMENT);
  return {
    schema: 'takedown/alarms/1',
    toolVersion,
    case: id,
    docket,
    at,
    run,
    simulated,
    illustrative,
    counts: Object.fromEntries(countAlarms(alarms)),
    alarms: shown.map(row),
    more: alarms.length - shown.length,
    text: alarmMail({ ...told, alarms: shown }).text,
  };
}

/** `[takedown] REHEARSAL phosphorus: reverted 1, overdue 3` */
function headline({ case: id, marks, alarms }: AlarmsTold): string {
  const counts = countAlarms(alarms).map(([word, number]) => `${wordText(word)} ${number}`);
  return show(`[takedown] ${[...marks, id].join(' ')}: ${counts.join(', ')}`);
}

function row({ word, about, of, at, text }: Alarm) {
  return { word, about, ...(of !== undefined && { of }), ...(at !== undefined && { since: at }), text };
}

function sentence({ word, text }: Alarm, about: string): string {
  return `${wordText(word)}  ${about}  ${text}`;
}

function wordText(word: AlarmWord): string {
  return word.replaceAll('-', ' ');
}

function defanged(about: string): string {
  return about.replaceAll('.', '[.]');
}
