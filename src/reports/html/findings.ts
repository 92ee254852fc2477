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

/** `anchored`: observations that have their line on the page already. */
export function nameFindings(row: ReportRow, page: CasePage, anchored: Set<string>): Markup {
  const at = anchorOf(page, row.name);
  const { level } = page;
  const title = html`${bareName(row.name)}${displayed(row.name, row.unicode)}${flagsOf(row).map((mark) => html` ${tag(mark)}`)}`;
  return html`<article class="name" id="${at}" aria-labelledby="${at}-h">
${level === 2 ? html`<h3 id="${at}-h">${title}</h3>` : html`<h4 id="${at}-h">${title}</h4>`}
<p class="meta">${join(standing(row), ' · ')}</p>
${
  row.findings.length > 0 &&
  html`<ul class="findings">
${row.findings.map((finding) => findingLine(finding, page))}</ul>
`
}${noticed(row, page)}${evidence(row, page, anchored)}</article>
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

function findingLine(finding: FindingRow, page: CasePage): Markup {
  const { verdict: found, order, paragraph, relief, word, reason, due, citations } = finding;
  const open = found !== 'met';
  return html`<li>${verdict(found, FINDING_WORDS)} <span class="what"><b>${reliefWords(relief)}</b> <span class="para">${order} ${paragraph}</span> ${open && `${wordWords(word)}: `}${reason}.${open && due !== null && html` Due ${courtTime(due, page)}.`} ${cited(citations, page)}</span></li>
`;
}

function cited(citations: readonly string[], { prefix }: CasePage): Markup | undefined {
  if (citations.length === 0) return undefined;
  const links = citations.map((citation) => {
    const found = OBSERVATION.exec(citation);
    if (found === null) return html`${citation}`;
    return html`<a href="#${prefix}e-${found[1] ?? ''}-${found[2] ?? ''}">#${found[2] ?? ''}</a>`;
  });
  return html`<span class="cites">[${join(links, ', ')}]</span>`;
}

function noticed(row: ReportRow, page: CasePage): Markup | undefined {
  if (row.notes.length === 0) return undefined;
  return html`<ul class="notes" aria-label="Noticed">
${row.notes.map(
  ({ word, text, citations }) => html`<li><b>${wordWords(word)}</b> ${text} ${cited(citations, page)}</li>
`,
)}</ul>
`;
}

/** Each observation that is cited, with the command that shows its octets. */
function evidence(row: ReportRow, { report, prefix }: CasePage, anchored: Set<string>): Markup | undefined {
  const all = new Set([...row.findings, ...row.notes].flatMap(({ citations }) => citations));
  const lines = [...all].flatMap((citation) => {
    const found = OBSERVATION.exec(citation);
    if (found === null) return [];
    const id = `${prefix}e-${found[1] ?? ''}-${found[2] ?? ''}`;
    const anchor = anchored.has(id) ? undefined : html` id="${id}"`;
    anchored.add(id);
    return [
      html`<li${anchor}><span class="cites">#${found[2] ?? ''}</span> <code>takedown evidence show ${report.case} '${citation}'</code></li>
`,
    ];
  });
  if (lines.length === 0) return undefined;
  return html`<ul class="evidence" aria-label="Evidence">
${lines}</ul>
`;
}
