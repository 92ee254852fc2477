// Of a report as Markdown: what changed, how it went over time, and how it was found out.
import type { ReportChange } from '../documents.ts';
import { LOOKUP_TITLES } from '../lookup/sighting-words.ts';
import { mdCode, mdTable, mdText } from '../markdown.ts';
import { FACET_WORDS } from '../say.ts';
import type { CaseReport } from './case-report.ts';
import { CHANGE_WORDS, CLOCK_WORDS, historyWords, utcText } from './report-words.ts';

export function* mdPast(report: CaseReport): Iterable<string> {
  if (report.changes !== null) yield* changes(report.changes);
  yield '\n## Over time\n\n';
  const { history } = report;
  const figures = ['transferred', 'sinkholed', 'done', 'unknown', 'names ordered'];
  yield* mdTable(
    [{ title: 'at' }, ...figures.map((title) => ({ title, right: true }) as const), { title: 'run' }],
    history.points.map((point) => [
      utcText(point.at),
      ...[point.transferred, point.sinkholed, point.done, point.unknown, point.ordered].map(String),
      point.run === null ? 'this report' : mdCode(point.run),
    ]),
  );
  yield `\n${mdText(historyWords(report))}\n\n`;
  for (const { at, kind, text } of history.marks)
    yield `- ${utcText(at)}: ${kind.replaceAll('-', ' ')}: ${mdText(text)}\n`;
}

function* changes({ at, run, changed }: NonNullable<CaseReport['changes']>): Iterable<string> {
  const from = run === null ? 'when nothing had been checked' : `with the run ${mdCode(run)}`;
  yield `\n## Changed since ${utcText(at)}\n\nCompared ${from}.\n\n`;
  if (changed.length === 0) yield 'Nothing changed.\n';
  for (const [words, names] of grouped(changed)) yield `- ${words}: ${names.length}: ${names.map(mdCode).join(', ')}\n`;
}

/** In the order in which the kinds of change first come. */
function grouped(changed: readonly ReportChange[]): ReadonlyMap<string, readonly string[]> {
  const groups = new Map<string, string[]>();
  for (const { name, facet, from, to, what } of changed) {
    const words = `**${CHANGE_WORDS[what]}** (${facet}: ${FACET_WORDS[from]} → ${FACET_WORDS[to]})`;
    const known = groups.get(words);
    if (known === undefined) groups.set(words, [name]);
    else known.push(name);
  }
  return groups;
}

export function* mdMethod({ method }: CaseReport): Iterable<string> {
  yield '\n## How it was found out\n\n';
  yield `- With: ${method.tools.map(mdText).join(', ') || 'nothing yet'}\n`;
  for (const { host, resolvers } of method.vantages) {
    const others = resolvers.length === 0 ? 'no resolvers' : `resolvers ${resolvers.map(mdCode).join(', ')}`;
    yield `- From ${mdCode(host)}, ${others}\n`;
  }
  yield `- ${mdText(CLOCK_WORDS)}\n`;
  const counts = method.lookups.map(({ lookup, names }) => `${titleOf(lookup)} ${names}`);
  if (counts.length > 0) yield `- Names looked up in the newest run: ${counts.join(', ')}\n`;
  yield `- SHA-256 of the case file and its schedules: ${mdCode(method.caseDigest)}\n\n`;
  yield* mdTable(
    ['run', 'ended', 'names', '', 'SHA-256 of the run', 'SHA-256 of its evidence'].map((title) => ({ title })),
    method.runs.map((run) => [
      mdCode(run.id),
      utcText(run.ended),
      `${run.names}`,
      run.simulated ? 'SIMULATED' : '',
      mdCode(run['sha-256']),
      mdCode(run.evidence['sha-256']),
    ]),
  );
}

function titleOf(lookup: string): string {
  const titles: Readonly<Record<string, string>> = LOOKUP_TITLES;
  return titles[lookup] ?? mdText(lookup);
}
