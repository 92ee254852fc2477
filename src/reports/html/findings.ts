// "Findings": of each name what was ordered, whether it is so, why, and the way to the octets that say so.
import type { FindingRow, ReportRow } from '../documents.ts';
import { wordWords } from '../say.ts';
import { html, join, type Markup, type Piece } from './markup.ts';
import { flagsOf, registrarOf } from './names.ts';
import { type CasePage, courtTime, type Part, utcTime } from './page.ts';
import { anchorOf, bareName, displayed, FINDING_WORDS, reliefWords, tag, utcDay, verdict } from './words.ts';

export const FINDINGS: Part = { id: 'findings', title: 'Findings, name by name' };

/** An observation is `run#line`; anything else is an entry of the journal. */
const OBSERVATION = /^([0-9]{8}T[0-9]{6}Z-[0-9a-z]+)#([0-9]+)$/;

/** Where on the page each observation stands: runs are numbered as they come, since their ids would be half of a long page. */
export interface Places {
  readonly runs: Map<string, number>;
  readonly taken: Set<string>;
}

export function nameFindings(row: ReportRow, page: CasePage, places: Places): Markup {
  const at = anchorOf(page, row.name);
  const { level } = page;
  const title = html`${bareName(row.name)}${displayed(row.name, row.unicode)}${flagsOf(row).map((mark) => html` ${tag(mark)}`)}`;
  return html`<article class="name" id="${at}" aria-labelledby="${at}-h">
${level === 2 ? html`<h3 id="${at}-h">${title}</h3>` : html`<h4 id="${at}-h">${title}</h4>`}
<p class="meta">${join(standing(row), ' · ')}</p>
${
  row.findings.length > 0 &&
  html`<ul class="findings">
${row.findings.map((finding) => findingLine(finding, page, places))}</ul>
`
}${noticed(row, page, places)}${evidence(row, page, places)}</article>
`;
}

function standing(row: ReportRow): readonly Piece[] {
  const { schedule, line, action, registryName, registered, registrar, nameServers, expires, observedAt, released } =
    row;
  return [
    html`line ${line} of ${schedule}`,
    action,
    released && 'released: no order in force covers it',
    html`<bdi>${registryName}</bdi>`,
    registrar === null
      ? registered === 'reserved'
        ? 'reserved by the registry'
        : undefined
      : html`registrar ${registrarOf(row)}`,
    nameServers !== null && (nameServers.length === 0 ? 'not delegated' : html`name servers ${nameServers.join(', ')}`),
    expires !== null && html`registered until ${utcDay(expires)}`,
    observedAt === null ? 'never looked up' : html`last looked up ${utcTime(observedAt)}`,
  ].filter((piece) => piece !== undefined && piece !== false);
}

function findingLine(finding: FindingRow, page: CasePage, places: Places): Markup {
  const { verdict: found, order, paragraph, relief, word, reason, due, citations } = finding;
  const open = found !== 'met';
  return html`<li>${verdict(found, FINDING_WORDS)} <div><b>${reliefWords(relief)}</b> <i>${order} ${paragraph}</i> ${open && `${wordWords(word)}: `}${reason}.${open && due !== null && html` Due ${courtTime(due, page)}.`} ${cited(citations, page, places)}</div></li>
`;
}

function cited(citations: readonly string[], page: CasePage, places: Places): Markup | undefined {
  if (citations.length === 0) return undefined;
  const links = citations.map((citation) => {
    const found = observationIn(citation, page, places);
    return found === undefined ? html`${citation}` : html`<a href="#${found.place}">#${found.line}</a>`;
  });
  return html`<small>[${join(links, ', ')}]</small>`;
}

interface Cited {
  readonly run: string;
  readonly line: string;
  /** Its anchor. */
  readonly place: string;
}

function observationIn(citation: string, { prefix }: CasePage, { runs }: Places): Cited | undefined {
  const [, run, line] = OBSERVATION.exec(citation) ?? [];
  if (run === undefined || line === undefined) return undefined;
  const number = runs.get(run) ?? runs.size + 1;
  runs.set(run, number);
  return { run, line, place: `${prefix}e${number}-${line}` };
}

function noticed(row: ReportRow, page: CasePage, places: Places): Markup | undefined {
  if (row.notes.length === 0) return undefined;
  return html`<ul class="notes" aria-label="Noticed">
${row.notes.map(
  ({ word, text, citations }) => html`<li><b>${wordWords(word)}</b> ${text} ${cited(citations, page, places)}</li>
`,
)}</ul>
`;
}

/** Each observation that is cited, by its run, with the command that shows its octets. */
function evidence(row: ReportRow, page: CasePage, places: Places): readonly Markup[] {
  const all = new Set([...row.findings, ...row.notes].flatMap(({ citations }) => citations));
  const byRun = new Map<string, Cited[]>();
  for (const citation of all) {
    const found = observationIn(citation, page, places);
    if (found !== undefined) byRun.set(found.run, [...(byRun.get(found.run) ?? []), found]);
  }
  return [...byRun].map(([run, lines]) => {
    const [first, ...others] = lines.map(({ line, place }) => {
      const isTaken = places.taken.has(place);
      places.taken.add(place);
      return html`<span${!isTaken && html` id="${place}"`}>#${line}</span>`;
    });
    return html`<p class="evidence"><code>takedown evidence show ${page.report.case} '${run}${first}'</code>${others.length > 0 && html`, and so ${join(others, ', ')}`}</p>
`;
  });
}
