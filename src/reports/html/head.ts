// The head of the page about one case: what it is, how real it is, as of when; and the way to its parts.
import type { Instant } from '../../model/instant.ts';
import { count, lowerFirst } from '../../model/text/phrase.ts';
import type { CaseReport } from '../report/case-report.ts';
import { caseWords, neverCountedWords, nothingSeenWords, utcWords } from '../say.ts';
import { html, join, type Markup, type Piece } from './markup.ts';
import { type CasePage, courtTime, type Part, utcTime } from './page.ts';
import { figure } from './words.ts';

/** Words that must not be missed, before all else. */
export function marksLine(marks: readonly string[]): Markup | undefined {
  if (marks.length === 0) return undefined;
  return html`<ul class="marks" aria-label="Of what kind this report is">${marks.map((mark) => html`<li>${mark.toUpperCase()}</li>`)}</ul>
`;
}

export function titleOf({ case: id, asOf }: CaseReport): string {
  return `${caseWords(id)}, as of ${utcWords(asOf as Instant)}`;
}

export function caseTitle({ report }: CasePage): Markup {
  return html`<bdi>${caseWords(report.case)}</bdi>`;
}

export function underTitle({ report }: CasePage): Markup {
  const { title, docket, court } = report;
  return html`<p class="over"><bdi>${title}</bdi> · ${docket} · ${court.name}</p>
`;
}

export function factsList(page: CasePage): Markup {
  const { report } = page;
  const { asOf, totals, seal, parties, judge, orders, complete } = report;
  const latest = orders.at(-1);
  const facts: readonly (readonly [string, Piece] | undefined)[] = [
    ['As of', utcTime(asOf)],
    ['Last checked', lastChecked(report)],
    [
      'Names',
      `${figure(totals.ordered)} ordered, ${figure(totals.listed)} listed${totals.released > 0 ? `, ${figure(totals.released)} released` : ''}`,
    ],
    [
      orders.length > 1 ? `${orders.length} orders, the latest` : 'Order',
      latest === undefined ? 'none yet' : html`${latest.title}, ${courtTime(latest.entered, page)}`,
    ],
    ['Petitioner', html`<bdi>${parties.petitioner.name}</bdi>`],
    judge === null ? undefined : ['Judge', html`<bdi>${judge}</bdi>`],
    seal === null ? undefined : ['Sealed until', courtTime(seal.until, page)],
    complete ? undefined : ['Not complete', incomplete(report)],
  ];
  return html`<dl class="facts">
${facts.map(
  (fact) =>
    fact !== undefined &&
    html`<div><dt>${fact[0]}</dt><dd>${fact[1]}</dd></div>
`,
)}</dl>
`;
}

/** As lastCheckedWords tells it, with instants that a program can read. */
function lastChecked({ lastRun, ahead }: CaseReport): Piece {
  if (lastRun !== null) return utcTime(lastRun.ended);
  return ahead?.runs === undefined ? 'never' : html`${utcTime(ahead.runs.first)} (to come)`;
}

function incomplete({ totals, unfinished, damaged, lastRun, ahead }: CaseReport): string {
  if (lastRun === null) return lowerFirst(nothingSeenWords({ ahead }));
  const why = [
    ...(totals.neverChecked > 0 ? [`${count(totals.neverChecked, 'name')} ${neverCountedWords({ ahead })}`] : []),
    ...(unfinished.length > 0 ? [`${count(unfinished.length, 'run')} not finished`] : []),
    ...(damaged.length > 0 ? [`${count(damaged.length, 'file')} of the record damaged`] : []),
  ];
  return why.join(', ');
}

export function contents({ prefix, report }: CasePage, parts: readonly Part[]): Markup {
  return html`<nav aria-label="Parts of the report on ${report.case}"><ul>${join(
    parts.map(({ id, title }) => html`<li><a href="#${prefix}${id}">${title}</a></li>`),
    '',
  )}</ul></nav>
`;
}
