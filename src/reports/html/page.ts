// What every part of the page is told: the report of one case, and how its headings and anchors are set apart from those of
// other cases on the same page.
import type { Instant } from '../../model/instant.ts';
import type { CaseReport } from '../report/case-report.ts';
import { courtWords, utcWords } from '../say.ts';
import { html, type Markup, type Piece } from './markup.ts';

export interface CasePage {
  readonly report: CaseReport;
  /** Before every anchor: empty where the page is about one case. */
  readonly prefix: string;
  /** Of the headings of its parts. */
  readonly level: 2 | 3;
}

export interface Part {
  readonly id: string;
  readonly title: string;
}

/** A part of the page with its heading, which names it for who listens. */
export function section(page: CasePage, part: Part, ...content: readonly Piece[]): Markup {
  return html`${sectionHead(page, part)}${content}
</section>
`;
}

/** Where there are several cases, a part says for the ear of which it is. */
export function sectionHead({ prefix, level, report }: CasePage, { id, title }: Part): Markup {
  const at = `${prefix}${id}`;
  if (level === 3)
    return html`<section id="${at}" aria-label="${title}, ${report.case}">
<h3>${title}</h3>
`;
  return html`<section id="${at}" aria-labelledby="${at}-title">
<h2 id="${at}-title">${title}</h2>
`;
}

/** An instant of the record: `18 Mar 2019 14:15 UTC`. */
export function utcTime(at: string): Markup {
  return html`<time datetime="${at}">${utcWords(at as Instant)}</time>`;
}

/** An instant that the court set, on its own clocks: `Wed 20 Mar 2019 17:00 EDT`. */
export function courtTime(at: string, { report }: CasePage): Markup {
  return html`<time datetime="${at}">${courtWords(at as Instant, report.court.timeZone)}</time>`;
}

export interface Column {
  readonly title: string;
  readonly number?: true;
}

interface TableText {
  readonly caption: string;
  readonly columns: readonly Column[];
  /** Made by `row`. */
  readonly rows: readonly Markup[];
  readonly class?: string;
}

/** In a box that scrolls by itself where the screen is narrow, also by the keyboard. */
export function table({ caption, columns, rows, class: look }: TableText): Markup {
  const heads = columns.map(({ title, number }) =>
    number === true ? html`<th scope="col" class="num">${title}</th>` : html`<th scope="col">${title}</th>`,
  );
  return html`<div class="scroll" tabindex="0" role="group" aria-label="${caption}"><table${look !== undefined && html` class="${look}"`}>
<caption><span>${caption}</span></caption>
<thead><tr>${heads}</tr></thead>
<tbody>
${rows}</tbody>
</table></div>
`;
}

/** The first cell is the row's head. A number stands under its column. */
export function row(first: Piece, ...cells: readonly Piece[]): Markup {
  const made = cells.map((cell) =>
    typeof cell === 'number' ? html`<td class="num">${cell.toLocaleString('en-US')}</td>` : html`<td>${cell}</td>`,
  );
  return html`<tr><th scope="row">${first}</th>${made}</tr>
`;
}
