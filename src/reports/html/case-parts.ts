// The parts of the page about one case, in their order, piece by piece: a large case is not held as one text.
import { count } from '../../model/text/phrase.ts';
import { type ShownNames, shownNames } from '../report/shown-names.ts';
import { ATTENTION, attentionPart, UNKNOWN, unknownPart } from './attention.ts';
import { STANDING, standingPart } from './bars.ts';
import { DUE, duePart, ORDERS, ordersPart } from './due.ts';
import { FINDINGS, nameFindings, type Places } from './findings.ts';
import { html, type Markup } from './markup.ts';
import { METHOD, methodPart } from './method.ts';
import { NAMES, NAMES_END, nameLine, namesHead } from './names.ts';
import { CHANGES, changesPart, OVER_TIME, overTimePart } from './over-time.ts';
import { type CasePage, type Part, sectionHead } from './page.ts';
import { REGISTRARS, REGISTRIES, registrarsPart, registriesPart } from './shares.ts';
import { figure } from './words.ts';

export function partsOf({ report }: CasePage): readonly Part[] {
  return [
    STANDING,
    ATTENTION,
    ...(report.changes === null ? [] : [CHANGES]),
    OVER_TIME,
    REGISTRIES,
    REGISTRARS,
    ...(report.unknowns.length === 0 ? [] : [UNKNOWN]),
    DUE,
    ORDERS,
    NAMES,
    FINDINGS,
    METHOD,
  ];
}

export function* caseParts(page: CasePage): Iterable<Markup> {
  const shown = shownNames(page.report.names);
  const names = new Set(shown.rows.map(({ name }) => name));
  yield standingPart(page);
  yield attentionPart(page, (name) => names.has(name));
  for (const part of [changesPart, overTimePart, registriesPart, registrarsPart, unknownPart, duePart, ordersPart]) {
    const made = part(page);
    if (made !== undefined) yield made;
  }
  yield* namesParts(page, shown);
  yield methodPart(page);
}

function* namesParts(page: CasePage, shown: ShownNames): Iterable<Markup> {
  yield sectionHead(page, NAMES);
  yield leftOut(page, shown);
  yield namesHead(page);
  for (const row of shown.rows) yield nameLine(row, page);
  yield NAMES_END;
  yield html`</section>
`;
  yield sectionHead(page, FINDINGS);
  yield html`<p class="also">The figures in brackets are the lines of a run that a statement rests on; below them stands the command that shows the octets of the first one, and of the others with their figure in its place.</p>
`;
  const places: Places = { evidence: 0 };
  for (const row of shown.rows) yield nameFindings(row, page, places);
  yield html`</section>
`;
}

/** Nothing is lost without a word. */
function leftOut({ report }: CasePage, { rows, leftOut }: ShownNames): Markup {
  const { selection, totals } = report;
  const selected =
    selection === null
      ? undefined
      : html`<p class="note">A selection: <code>${selection.where}</code>, ${figure(selection.names)} of ${count(totals.listed, 'name')}.</p>
`;
  if (leftOut === 0) return html`${selected}`;
  return html`${selected}<p class="note">${figure(rows.length)} of ${figure(report.names.length)} names stand here: first those that are reverted, overdue or expiring, then those not done, then those unknown. The other ${figure(leftOut)} are in every count above. All of them: the same report with <code>-o names.xlsx</code>, or <code>.csv</code>.</p>
`;
}
