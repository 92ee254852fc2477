// "Every name": one row each, in the order of the schedules. A browser that runs our script can sort and filter them.
import type { ReportRow } from '../documents.ts';
import { registrarParts } from '../report/report-words.ts';
import { neverSeenWords } from '../say.ts';
import { html, type Markup } from './markup.ts';
import { type CasePage, courtTime, type Part, utcTime } from './page.ts';
import { anchorOf, bareName, displayed, tag, verdict } from './words.ts';

export const NAMES: Part = { id: 'names', title: 'Every name' };

/** `data-sort`: what a column is sorted by, as the script knows it. */
export function namesHead({ prefix, report }: CasePage): Markup {
  return html`<form class="filter" id="${prefix}filter" hidden role="search" aria-label="Filter the names of ${report.case}">
<label>Find <input type="search" autocomplete="off" spellcheck="false" placeholder="name, registry or registrar"></label>
<label>Show <select><option value="">all of them</option><option value="open">not done</option><option value="unmet">not yet</option><option value="unknown">unknown</option><option value="met">done</option><option value="late">reverted or overdue</option></select></label>
<output aria-live="polite"></output>
</form>
<div class="scroll" tabindex="0" role="group" aria-label="Every name"><table class="names" id="${prefix}names-table">
<caption><span>Every name, in the order of the schedules; each leads to its findings</span></caption>
<thead><tr><th scope="col">Name</th><th scope="col">Registry</th><th scope="col">Registrar of record</th><th scope="col">Transferred</th><th scope="col">Sinkholed</th><th scope="col">Done</th><th scope="col">Due</th><th scope="col">Last looked up</th></tr></thead>
<tbody>
`;
}

export const NAMES_END = html`</tbody>
</table></div>
`;

/** Cells and rows end where the next ones begin (HTML, section 13.1.2.4). */
export function nameLine(row: ReportRow, page: CasePage): Markup {
  const marks = flagsOf(row);
  const state = row.released ? 'released' : row.doneVerdict;
  return html`<tr data-state="${state}"${marks.length > 0 && html` data-flags="${marks.join(' ')}"`}><th scope="row"><a href="#${anchorOf(page, row.name)}">${bareName(row.name)}</a>${displayed(row.name, row.unicode)}${marks.map((mark) => html` ${tag(mark)}`)}<td><bdi>${row.registryName}</bdi><td>${registrarOf(row)}${facets(row)}<td>${row.due === null ? '–' : courtTime(row.due, page)}<td>${row.observedAt === null ? neverSeenWords(page.report) : utcTime(row.observedAt)}
`;
}

function facets(row: ReportRow): Markup {
  if (row.released) return html`<td colspan="3">released: no order in force covers it`;
  return html`<td>${verdict(row.transferred)}<td>${verdict(row.sinkholed)}<td>${verdict(row.doneVerdict)}`;
}

export function flagsOf({ reverted, overdue, expiring }: ReportRow): readonly string[] {
  return [...(reverted ? ['reverted'] : []), ...(overdue ? ['overdue'] : []), ...(expiring ? ['expiring'] : [])];
}

function registrarOf(row: ReportRow): Markup {
  const { name, id } = registrarParts(row);
  if (row.registrar === null) return html`${name}`;
  return html`<bdi>${name}</bdi>${id !== undefined && html` <span class="nw">(${id})</span>`}`;
}
