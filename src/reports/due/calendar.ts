// `due --ics`: every deadline and end as an event that Outlook, Google and Apple calendars import.
//
// What ends with a day at the court is an event of that whole day, and so stands on that day wherever the calendar is opened; what
// ends at an hour is an instant in UTC, which needs no table of zones. A name of an event never changes, so that a later file
// updates it; SEQUENCE and DTSTAMP come from the instant that was looked from, so the same question gives the same octets.
import { daysAfter } from '../../calendar/local-date.ts';
import { localTime } from '../../calendar/zone.ts';
import { compactInstant, type Instant, isBefore, type LocalDate, millisecondsOf } from '../../model/instant.ts';
import { sha256 } from '../../model/sha256.ts';
import { count, firstFew } from '../../model/text/phrase.ts';
import { marksOf } from '../heading.ts';
import { courtWords, nameWords, utcWords } from '../say.ts';
import { type DueEntry, type DueReport, type DueWord, dueEntries } from './entries.ts';
import { icsLines, icsText, type Property } from './ics.ts';
import { stepWords } from './text.ts';

export function dueIcs(reports: readonly DueReport[]): Iterable<string> {
  return icsLines(calendar(reports));
}

function* calendar(reports: readonly DueReport[]): Iterable<Property> {
  const [only] = reports;
  const of = reports.length === 1 && only !== undefined ? `takedown: ${only.theCase.id}` : 'takedown';
  yield ['BEGIN', 'VCALENDAR'];
  yield ['VERSION', '2.0'];
  yield ['PRODID', '-//takedown//due//EN'];
  yield ['CALSCALE', 'GREGORIAN'];
  yield ['METHOD', 'PUBLISH'];
  yield ['X-WR-CALNAME', icsText(of)];
  for (const entry of dueEntries(reports)) yield* eventOf(entry);
  yield ['END', 'VCALENDAR'];
}

function* eventOf(entry: DueEntry): Iterable<Property> {
  const { report, word } = entry;
  const { asOf } = report.progress;
  const summary = summaryOf(entry);
  yield ['BEGIN', 'VEVENT'];
  yield ['UID', uidOf(entry)];
  yield ['DTSTAMP', compactInstant(asOf)];
  yield ['SEQUENCE', String(sequenceOf(asOf))];
  yield* timesOf(entry);
  yield ['SUMMARY', icsText(summary)];
  yield ['DESCRIPTION', icsText(...descriptionOf(entry))];
  yield [
    'CATEGORIES',
    ['takedown', entry.kind === 'deadline' ? 'deadline' : 'end'].map((one) => icsText(one)).join(','),
  ];
  yield ['CLASS', isSealed(report) ? 'CONFIDENTIAL' : 'PRIVATE'];
  yield ['STATUS', 'CONFIRMED'];
  yield ['TRANSP', 'TRANSPARENT'];
  if (word !== 'done' && !isBefore(entry.at, asOf)) yield* alarmOf(entry, summary);
  yield ['END', 'VEVENT'];
}

/** The day before: at nine in the morning where a whole day is meant. */
function* alarmOf(entry: DueEntry, summary: string): Iterable<Property> {
  yield ['BEGIN', 'VALARM'];
  yield ['ACTION', 'DISPLAY'];
  yield ['DESCRIPTION', icsText(summary)];
  yield ['TRIGGER', wholeDayOf(entry) === undefined ? '-P1D' : '-PT15H'];
  yield ['END', 'VALARM'];
}

function* timesOf(entry: DueEntry): Iterable<Property> {
  const day = wholeDayOf(entry);
  if (day === undefined) {
    // An instant has no end: RFC 5545, 3.6.1 takes the start for it.
    yield ['DTSTART', compactInstant(entry.at)];
    return;
  }
  yield ['DTSTART;VALUE=DATE', day.replaceAll('-', '')];
  yield ['DTEND;VALUE=DATE', daysAfter(day, 1).replaceAll('-', '')];
  yield ['X-MICROSOFT-CDO-ALLDAYEVENT', 'TRUE'];
}

/** The day at the court that an entry ends with; midnight ends the day before it. */
function wholeDayOf(entry: DueEntry): LocalDate | undefined {
  if (entry.kind === 'registrations') return entry.day;
  const { date, time } = localTime(entry.at, entry.report.theCase.court.timeZone);
  if (time.startsWith('23:59')) return date;
  return time === '00:00:00' ? daysAfter(date, -1) : undefined;
}

const BEGINNINGS: Readonly<Record<DueWord, string>> = {
  overdue: 'Overdue',
  due: 'Due',
  done: 'Done',
  unknown: 'Passed, not confirmed',
  ends: 'Ends',
  ended: 'Ended',
};

/** `Due: Afilias USA, Inc. (ordered), tro 2(a) [phosphorus, illustrative]` */
function summaryOf(entry: DueEntry): string {
  const { report, word } = entry;
  const marks = marksOf(report);
  const first = marks.find((mark) => mark === mark.toUpperCase());
  const about = [report.theCase.id, ...marks.filter((mark) => mark !== first)].join(', ');
  return `${first === undefined ? '' : `${first} `}${BEGINNINGS[word]}: ${whatOf(entry)} [${about}]`;
}

function whatOf(entry: DueEntry): string {
  switch (entry.kind) {
    case 'deadline': {
      const { recipientName, reach, order, paragraph } = entry.item;
      return `${recipientName} (${reach}), ${order} ${paragraph}`;
    }
    case 'expiry':
      return entry.expiry.what;
    case 'registrations':
      return count(entry.names.length, 'registration');
  }
}

/** Names in one description; a calendar is no list of names. */
const MOST_NAMES = 50;

/** Under seal neither names of the schedules nor the parties stand in a file that goes to calendars of others. */
function descriptionOf(entry: DueEntry): readonly string[] {
  const { report, at } = entry;
  const { theCase, progress } = report;
  const { timeZone } = theCase.court;
  const court = theCase.court.short ?? theCase.court.name;
  const head = isSealed(report)
    ? 'This case is under seal: do not share this entry.'
    : `${theCase.title}, ${theCase.docket} (${court})`;
  const marks = marksOf(report).join(', ');
  return [
    head,
    ...detailsOf(entry),
    `At the court: ${courtWords(at, timeZone)}; ${utcWords(at)}.`,
    ...(marks === '' ? [] : [`This case is marked: ${marks}.`]),
    `As of ${utcWords(progress.asOf)}. Today: takedown due ${theCase.id}`,
  ];
}

function detailsOf(entry: DueEntry): readonly string[] {
  const { report } = entry;
  switch (entry.kind) {
    case 'deadline': {
      const { open, names, unknown = 0 } = entry.item;
      const doubt = unknown === 0 ? '' : `, ${unknown} of them unknown`;
      const steps = entry.steps.map((step) => stepWords(step, report));
      return [`${open} of ${count(names, 'name')} open${doubt}.`, entry.deadline.arithmetic, ...steps];
    }
    case 'expiry':
      return [entry.expiry.arithmetic ?? 'As the order states it.'];
    case 'registrations':
      return isSealed(report) ? [] : [firstFew(entry.names.map(nameWords), MOST_NAMES)];
  }
}

function isSealed({ theCase, progress }: DueReport): boolean {
  return theCase.seal !== undefined && isBefore(progress.asOf, theCase.seal.until);
}

/** Of what never changes about an entry: not its instant, which a later receipt or extension moves. */
function uidOf(entry: DueEntry): string {
  const key = JSON.stringify([entry.kind, entry.report.theCase.id, ...keyOf(entry)]);
  return `${sha256(key).slice(0, 32)}@takedown`;
}

function keyOf(entry: DueEntry): readonly string[] {
  switch (entry.kind) {
    case 'deadline':
      return [entry.item.recipient, entry.item.order, entry.item.paragraph];
    case 'expiry':
      return [entry.expiry.what];
    case 'registrations':
      return [entry.day];
  }
}

/** Minutes since the beginning of 2000: a later look has the higher number, as an update must. */
function sequenceOf(asOf: Instant): number {
  return Math.max(0, Math.floor((millisecondsOf(asOf) - Date.UTC(2000, 0, 1)) / 60_000));
}
