// "Progress over time": the drawing, and the same as a table in which every point and every mark stands.
import { CHANGE_WORDS, historyWords } from '../report/report-words.ts';
import { burnUp } from './burn-up.ts';
import { chronicle, type Entry, markWords } from './chronicle.ts';
import { html, type Markup } from './markup.ts';
import { type CasePage, courtTime, type Part, row, section, table, utcTime } from './page.ts';
import { bareName, verdict } from './words.ts';

export const OVER_TIME: Part = { id: 'over-time', title: 'Progress over time' };
export const CHANGES: Part = { id: 'changes', title: 'What changed' };

export function overTimePart(page: CasePage): Markup {
  const drawing = burnUp(page);
  return section(
    page,
    OVER_TIME,
    drawing !== undefined &&
      html`<figure><div class="scroll" tabindex="0" role="group" aria-label="Drawing of progress over time">${drawing}</div>
<figcaption>Numbers on the lines stand for what happened: see the table. Between two runs nothing was looked at, so a line stays where it was.</figcaption></figure>
`,
    table({
      caption: 'What happened and what was seen, oldest first',
      class: 'chronicle',
      columns: [
        { title: 'When' },
        { title: 'What' },
        { title: 'transferred', number: true },
        { title: 'sinkholed', number: true },
        { title: 'done', number: true },
        { title: 'unknown', number: true },
        { title: 'ordered', number: true },
      ],
      rows: chronicle(page).map((entry) => entryRow(entry, page)),
    }),
    html`<p class="also">${historyWords(page.report)}</p>`,
  );
}

function entryRow(entry: Entry, page: CasePage): Markup {
  if ('mark' in entry) {
    const { number } = entry.mark;
    return html`<tr class="mark"><th scope="row">${courtTime(entry.at, page)}</th><td colspan="6"><span class="no">${number}</span> ${markWords(entry.mark)}</td></tr>
`;
  }
  const { at, run, transferred, sinkholed, done, unknown, ordered } = entry.point;
  const what = run === null ? 'this report' : html`run <code>${run}</code>`;
  return row(utcTime(at), what, transferred, sinkholed, done, unknown, ordered);
}

export function changesPart(page: CasePage): Markup | undefined {
  const { changes } = page.report;
  if (changes === null) return undefined;
  const { at, run, changed } = changes;
  return section(
    page,
    CHANGES,
    html`<p>Compared with ${utcTime(at)}${run === null ? ', when nothing had been looked up' : html`, run <code>${run}</code>`}.</p>`,
    changed.length === 0
      ? html`<p>Nothing changed.</p>`
      : table({
          caption: 'What changed since then',
          columns: [{ title: 'Name' }, { title: 'What' }, { title: 'Of' }, { title: 'Then' }, { title: 'Now' }],
          rows: changed.map(({ name, facet, from, to, what }) =>
            row(bareName(name), CHANGE_WORDS[what], facet, verdict(from), verdict(to)),
          ),
        }),
  );
}
