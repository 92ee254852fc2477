// The page about every case of a workspace: a row a case, and then each of them with all of its parts.
import type { Instant } from '../../model/instant.ts';
import type { Reports } from '../report/case-report.ts';
import { caseWords, utcWords } from '../say.ts';
import { caseParts, partsOf } from './case-parts.ts';
import { caseTitle, contents, factsList, marksLine, underTitle } from './head.ts';
import { html, type Markup } from './markup.ts';
import { type CasePage, row, table } from './page.ts';

export function* severalParts({ cases, unread }: Reports): Iterable<Markup> {
  const pages = cases.map((report, at): CasePage => ({ report, prefix: `c${at + 1}-`, level: 3 }));
  yield html`<header><h1>Every case</h1>
</header>
<main id="main" tabindex="-1">
${table({
  caption: 'The cases of this workspace',
  columns: [
    { title: 'Case' },
    { title: 'As of' },
    { title: 'ordered', number: true },
    { title: 'transferred', number: true },
    { title: 'sinkholed', number: true },
    { title: 'done', number: true },
    { title: 'unknown', number: true },
    { title: 'overdue', number: true },
  ],
  rows: pages.map(caseRow),
})}${
  unread.length > 0 &&
  table({
    caption: 'Cases that could not be read',
    columns: [{ title: 'Case' }, { title: 'Why' }],
    rows: unread.map((one) => row(one.case, one.problems.map(({ message }) => message).join(' '))),
  })
}`;
  for (const page of pages) {
    const at = `${page.prefix}case`;
    yield html`<section class="case" id="${at}" aria-labelledby="${at}-title">
${marksLine(page.report.marks)}<h2 id="${at}-title">${caseTitle(page)}</h2>
${underTitle(page)}${factsList(page)}${contents(page, partsOf(page))}`;
    yield* caseParts(page);
    yield html`</section>
`;
  }
}

function caseRow({ report, prefix }: CasePage): Markup {
  const { totals, marks } = report;
  const marked = marks.map((mark) => html` <span class="tag watch">${mark}</span>`);
  return row(
    html`<a href="#${prefix}case"><bdi>${caseWords(report.case)}</bdi></a>${marked}`,
    html`<time datetime="${report.asOf}">${utcWords(report.asOf as Instant)}</time>`,
    totals.ordered,
    totals.transferred.met,
    totals.sinkholed.met,
    totals.done,
    totals.doneTally.unknown,
    totals.overdue,
  );
}
