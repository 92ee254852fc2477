// `takedown show CASE NAME`: every requirement of one name with its verdict and reason, its past, and what was last seen.

import type { Origin } from '../../model/case/import.ts';
import type { JournalEntry } from '../../model/case/journal.ts';
import { type Instant, isBefore } from '../../model/instant.ts';
import type { Verdict } from '../../model/judged/finding.ts';
import type { DatedFinding, NameProgress } from '../../model/judged/progress.ts';
import type { Sighted } from '../../model/judged/record.ts';
import type { Observation } from '../../model/seen/observation.ts';
import { numberOf } from '../../model/seen/observation-id.ts';
import { show } from '../../model/text/harmless.ts';
import { count } from '../../model/text/phrase.ts';
import { completionOf } from '../../progress/completion.ts';
import type { Lingers } from '../../progress/lingering.ts';
import { headingLines } from '../heading.ts';
import { hang, padEnd } from '../layout.ts';
import { lingerWords } from '../lookup/linger-words.ts';
import { LOOKUP_TITLES, sightingWords } from '../lookup/sighting-words.ts';
import { finished, type Paint, type Surface } from '../paint.ts';
import type { Report } from '../report.ts';
import { courtWords, FACET_WORDS, nameWords, utcDateWords, utcWords, VERDICT_WORDS, wordWords } from '../say.ts';
import { type EarlierRun, historyOf, journalOf, latestRun } from './name-history.ts';
import { originWords } from './origin-words.ts';

export interface NameReport extends Report {
  readonly row: NameProgress;
  /** Of `CaseRecord.latest`; absent when the name was never looked up. */
  readonly latest?: Sighted;
  /** Newest first, without the newest; as `CaseRecord.earlier` gives them. */
  readonly earlier: Iterable<EarlierRun>;
  readonly journal: readonly JournalEntry[];
  /** Where it comes from; `unknown` where imports are on record and do not tell. */
  readonly origin?: Origin | 'unknown';
  /** What resolvers may still have of how it stood before. */
  readonly lingers?: Lingers;
}

export function nameLines(report: NameReport, surface: Surface): Iterable<string> {
  return finished(sections(report, surface), surface);
}

function* sections(report: NameReport, surface: Surface): Iterable<string> {
  yield* headingLines(report, surface);
  for (const part of [standingLines, findingLines, noteLines, historyLines, journalLines, observationLines]) {
    let first = true;
    for (const line of part(report, surface)) {
      if (first) yield '';
      first = false;
      yield line;
    }
  }
}

function* standingLines({ row, theCase, progress, origin }: NameReport, surface: Surface): Iterable<string> {
  yield surface.paint.bold(nameWords(row.name));
  const registry = progress.registries.find(({ registry }) => registry === row.registry);
  yield `  line ${row.line} of ${show(row.schedule)} · ${row.action} · ${show(registry?.title ?? row.registry)}`;
  if (origin !== undefined) yield* hang('  ', originWords(origin), surface.width);
  if (row.released) {
    yield '  released: no order in force covers it';
    return;
  }
  const facets = (['transferred', 'sinkholed', 'done'] as const).map((facet) => `${facet} ${FACET_WORDS[row[facet]]}`);
  const marks = [row.reverted ? 'reverted' : '', row.overdue ? 'overdue' : '', row.expiring ? 'expiring' : ''];
  yield `  ${[...facets, ...marks.filter((mark) => mark !== '')].join(' · ')}`;
  if (row.expires !== undefined) yield `  registered until ${utcDateWords(row.expires)}`;
  const never =
    progress.ahead?.runs === undefined ? 'never looked up; to do so' : 'no look at it counts yet; to look again';
  if (row.observedAt === undefined) yield `  ${never}: takedown check ${show(theCase.id)}`;
  else yield `  last looked up ${utcWords(row.observedAt)}`;
  yield* hang('  the way back: ', `takedown restore plan ${show(theCase.id)} ${row.name}`, surface.width);
}

function* findingLines(report: NameReport, surface: Surface): Iterable<string> {
  const { findings } = report.row;
  if (findings.length === 0) return;
  yield surface.paint.bold('Ordered');
  for (const finding of findings) yield* oneFinding(finding, report, surface);
}

function* oneFinding(finding: DatedFinding, { theCase, progress }: NameReport, surface: Surface): Iterable<string> {
  const { clause } = finding.requirement;
  const verdict = verdictPaint(finding.verdict, surface.paint)(padEnd(VERDICT_WORDS[finding.verdict], 7));
  yield `  ${verdict}  ${clause.relief}  ${show(clause.order)} ${show(clause.paragraph)}`;
  const word = finding.verdict === 'met' ? '' : `${wordWords(finding.word)}: `;
  yield* under(`${word}${show(finding.reason)}`, surface);
  for (const note of finding.notes ?? []) yield* under(show(note), surface);
  const { deadline } = finding;
  if (deadline !== undefined && finding.verdict !== 'met') {
    const passed = isBefore(deadline.due, progress.asOf) ? 'overdue since' : 'due';
    const when = courtWords(deadline.due, theCase.court.timeZone, progress.asOf);
    yield* under(`${passed} ${when}: ${show(deadline.arithmetic)}`, surface);
  }
  if (finding.citations.length > 0) yield* under(`see ${finding.citations.map(show).join(', ')}`, surface);
}

const VERDICT_INDENT = ' '.repeat(11);

function under(text: string, surface: Surface): readonly string[] {
  return hang(VERDICT_INDENT, text, surface.width);
}

function verdictPaint(verdict: Verdict, paint: Paint): (text: string) => string {
  if (verdict === 'met') return paint.good;
  return verdict === 'unmet' ? paint.bad : paint.doubt;
}

function* noteLines({ row, lingers }: NameReport, surface: Surface): Iterable<string> {
  if (row.notes.length === 0 && lingers === undefined) return;
  yield surface.paint.bold('Noticed');
  for (const { word, text } of row.notes) yield* hang('  ', `${wordWords(word)}: ${show(text)}`, surface.width);
  if (lingers !== undefined) for (const line of lingerWords(lingers)) yield* hang('  ', show(line), surface.width);
  const by = completionOf(row.resolvers ?? [])?.by;
  if (by === undefined) return;
  yield* hang('  ', `every resolver asked shows what the name servers give by ${timeWords(by)}`, surface.width);
}

function* historyLines({ latest, earlier, progress }: NameReport, surface: Surface): Iterable<string> {
  let title = true;
  const newest = latest === undefined ? undefined : latestRun(latest, progress.lastRun);
  for (const entry of historyOf(newest, earlier)) {
    if (title) yield surface.paint.bold('What changed, newest first');
    title = false;
    const first = entry.first ? ', the first time it was looked up' : '';
    yield `  ${utcWords(entry.at)}  ${show(entry.run)}${entry.simulated ? ', simulated' : ''}${first}`;
    for (const line of entry.lines) yield* hang('    ', line, surface.width);
  }
}

function* journalLines({ journal, row, theCase }: NameReport, surface: Surface): Iterable<string> {
  const entries = journalOf(journal, row.name);
  if (entries.length === 0) return;
  yield surface.paint.bold('Recorded by people');
  for (const entry of entries) {
    yield* hang(`  ${courtWords(entry.at, theCase.court.timeZone)}  `, entryWords(entry), surface.width);
  }
}

function entryWords({ event, recipient, paragraph, letter, by, note }: JournalEntry): string {
  const said: string[] = [event];
  if (recipient !== undefined) said.push(recipient);
  if (paragraph !== undefined) said.push(`for ${paragraph}`);
  if (letter !== undefined) said.push(`letter ${letter}`);
  if (by !== undefined) said.push(`by ${by}`);
  return show(said.join(' ') + (note === undefined ? '' : `: ${note}`));
}

function* observationLines({ latest, theCase }: NameReport, surface: Surface): Iterable<string> {
  if (latest === undefined) return;
  const { observations } = latest;
  yield surface.paint.bold(`Last seen: ${count(observations.length, 'observation')}`);
  const cited = observations.find(({ evidence }) => evidence !== undefined)?.id;
  if (cited !== undefined) {
    const typed = `takedown evidence show ${show(theCase.id)} '${show(cited)}'`;
    yield* hang('  ', `the octets of each: ${typed}`, surface.width);
  }
  for (const observation of observations) yield* oneObservation(observation, surface);
}

function* oneObservation(observation: Observation, surface: Surface): Iterable<string> {
  const { lookup, server, at, took, id } = observation;
  const asked = `${LOOKUP_TITLES[lookup]}  ${show(server)}  ${timeWords(at)}, ${took} ms`;
  yield* hang('  ', `#${numberOf(id)}  ${asked}`, surface.width);
  for (const words of sightingWords(observation)) yield* hang('    ', words, surface.width);
}

function timeWords(at: Instant): string {
  return `${utcDateWords(at)} ${at.slice(11, 19)} UTC`;
}
