// The summary of a step, in GitHub's Markdown: counts, what needs attention, by registry, and the names that are not done, as
// many as have room. Text from outside can become neither markup nor a link.

import type { Tally, Totals } from '../../model/judged/progress.ts';
import { show } from '../../model/text/harmless.ts';
import type { NameRow } from '../documents.ts';
import { marksOf } from '../heading.ts';
import type { Report } from '../report.ts';
import { lastCheckedWords } from '../say.ts';

/** GitHub shows nothing at all of a larger one (1 MiB a step); a good part is left for other steps' sake. */
const LARGEST = 900_000;

/** What is said of the whole; a report has it, and so has its document. */
interface SummaryAbout {
  readonly case: string;
  readonly title: string;
  readonly marks: readonly string[];
  readonly asOf: string;
  /** When the newest run ended, see lastCheckedWords; `undefined`: nothing was ever looked up. */
  readonly checked: string | undefined;
  readonly totals: Omit<Totals, 'neverChecked'>;
  readonly attention: readonly { readonly word: string; readonly names: readonly string[]; readonly text: string }[];
  readonly registries: readonly { readonly title: string; readonly names: number; readonly done: Tally }[];
}

interface SummaryOf {
  readonly about: SummaryAbout;
  readonly rows: Iterable<NameRow>;
  /** How many share the room; absent: it is alone. */
  readonly room?: number;
}

export function aboutOf(report: Report): SummaryAbout {
  const { theCase, progress } = report;
  const { asOf, totals, attention, registries } = progress;
  const checked = lastCheckedWords(progress, String);
  const { id, title } = theCase;
  return { case: id, title, marks: marksOf(report), asOf, checked, totals, attention, registries };
}

export function githubSummary({ about, rows, room = 1 }: SummaryOf): string {
  const head = [...headLines(about)].map((line) => `${line}\n`).join('');
  let text = '';
  let [size, left] = [Buffer.byteLength(head), 0];
  for (const row of rows) {
    if (row.doneVerdict === 'met' || row.released) continue;
    const line = nameLine(row);
    size += Buffer.byteLength(line);
    if (size <= LARGEST / room) text += line;
    else left += 1;
  }
  const table = text === '' ? '' : `\n| name | done | late | why |\n|---|---|---|---|\n${text}`;
  return `${head}${table}${left === 0 ? '' : `\nAnd ${left} more names, for which there is no room here.\n`}\n`;
}

function* headLines(about: SummaryAbout): Iterable<string> {
  const { totals, asOf, attention } = about;
  yield `## ${plain(about.case)}: ${plain(about.title)}`;
  yield '';
  const marks = about.marks.map((mark) => `**${plain(mark)}**`);
  const checked = about.checked === undefined ? 'never checked' : `last checked ${about.checked}`;
  yield [...marks, `${totals.ordered} names ordered, ${totals.listed} listed`, checked, `as of ${asOf}`].join(' · ');
  yield '';
  yield '| | met | not yet | unknown | not ordered |';
  yield '|---|--:|--:|--:|--:|';
  for (const facet of ['transferred', 'sinkholed', 'done'] as const) {
    const { met, unmet, unknown, notOrdered } = totals[facet];
    yield `| ${facet} | ${met} | ${unmet} | ${unknown} | ${notOrdered} |`;
  }
  yield '';
  yield `Reverted ${totals.reverted}, overdue ${totals.overdue}, expiring ${totals.expiring}, released ${totals.released}.`;
  if (attention.length > 0) yield* ['', '### Needs attention', ''];
  for (const { word, names, text } of attention.slice(0, MOST_LINES)) {
    const which = names.slice(0, MOST_NAMES).map(code).join(', ');
    const more = names.length > MOST_NAMES ? ` and ${names.length - MOST_NAMES} more` : '';
    yield `- **${plain(word)}** ${which}${more}: ${plain(text)}`;
  }
  yield* registryLines(about);
}

const MOST_LINES = 200;
const MOST_NAMES = 20;

function* registryLines({ registries }: SummaryAbout): Iterable<string> {
  if (registries.length === 0) return;
  yield* ['', '### By registry', '', '| registry | names | done | not yet | unknown |', '|---|--:|--:|--:|--:|'];
  for (const { title, names, done } of registries)
    yield `| ${plain(title)} | ${names} | ${done.met} | ${done.unmet} | ${done.unknown} |`;
}

function nameLine(row: NameRow): string {
  const { name, doneVerdict, overdue, reverted, findings } = row;
  const open = findings.filter(({ verdict }) => verdict !== 'met');
  const why = open.map(({ relief, reason }) => `${plain(relief)}: ${plain(reason)}`).join('<br>');
  const late = [reverted ? 'reverted' : '', overdue ? 'overdue' : ''].filter((word) => word !== '').join(', ');
  return `| ${code(name)} | ${doneVerdict === 'unmet' ? 'not yet' : doneVerdict} | ${late} | ${why} |\n`;
}

/** Names are ASCII without any of Markdown's marks but the hyphen and the underline. */
function code(name: string): string {
  return `\`${show(name).replace(/[^\w.-]/g, '?')}\``;
}

/** Every mark of ASCII as a character reference, but those that a sentence has and no markup begins with. */
export function plain(text: string): string {
  return show(text)
    .replace(/[!-/:-@[-`{-~]/g, (mark) => (SENTENCE.has(mark) ? mark : `&#${mark.charCodeAt(0)};`))
    .replace(/\bwww\./gi, (start) => `${start.slice(0, -1)}&#46;`);
}

const SENTENCE: ReadonlySet<string> = new Set([',', '.', '-', ';', '(', ')', '/', "'", '?', '%']);
