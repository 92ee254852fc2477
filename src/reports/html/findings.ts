// "Findings": of each name what was ordered, whether it is so, why, and the way to the octets that say so.
import type { Instant } from '../../model/instant.ts';
import { rangesOf } from '../declaration/citations.ts';
import type { FindingRow, ReportRow } from '../documents.ts';
import { courtText, registrarWords, utcText } from '../report/report-words.ts';
import { neverLookedWords, utcDateWords, wordWords } from '../say.ts';
import { html, join, type Markup, type Piece } from './markup.ts';
import { flagsOf } from './names.ts';
import type { CasePage, Part } from './page.ts';
import { anchorOf, bareName, displayed, FINDING_WORDS, reliefWords, tag, verdict } from './words.ts';

export const FINDINGS: Part = { id: 'findings', title: 'Findings, name by name' };

/** An observation is `run#line`; anything else is an entry of the journal. */
const OBSERVATION = /^([0-9]{8}T[0-9]{6}Z-[0-9a-z]+)#([0-9]+)$/;

/** Evidence is numbered as it comes: the ids of runs and names would be half of a long page. */
export interface Places {
  evidence: number;
}

/** Of one name: the runs that it cites, where the page tells how to see them, and which of their lines. */
type Runs = ReadonlyMap<string, { readonly place: string; readonly lines: Set<number> }>;

export function nameFindings(row: ReportRow, page: CasePage, places: Places): Markup {
  const { level } = page;
  const runs = runsOf(row, page, places);
  const title = html`${bareName(row.name)}${displayed(row.name, row.unicode)}${flagsOf(row).map((mark) => html` ${tag(mark)}`)}`;
  return html`<article id="${anchorOf(page, row.name)}">
${level === 2 ? html`<h3>${title}</h3>` : html`<h4>${title}</h4>`}
<p class="meta">${join(standing(row, page.report), ' · ')}</p>
${
  row.findings.length > 0 &&
  html`<ul class="findings">
${row.findings.map((finding) => findingLine(finding, page, runs))}</ul>
`
}${noticed(row, runs)}${evidence(page, runs)}</article>
`;
}

function standing(row: ReportRow, report: CasePage['report']): readonly Piece[] {
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
      : html`registrar <bdi>${registrarWords(row)}</bdi>`,
    nameServers !== null && (nameServers.length === 0 ? 'not delegated' : html`name servers ${nameServers.join(', ')}`),
    expires !== null && `registered until ${utcDateWords(expires as Instant)}`,
    observedAt === null ? neverLookedWords(report) : `last looked up ${utcText(observedAt)}`,
  ].filter((piece) => piece !== undefined && piece !== false);
}

/** A list item ends where the next one begins (HTML, section 13.1.2.4): there are eight a name. */
function findingLine(finding: FindingRow, { report }: CasePage, runs: Runs): Markup {
  const { verdict: found, order, paragraph, relief, word, reason, due, citations } = finding;
  const open = found !== 'met';
  return html`<li>${verdict(found, FINDING_WORDS)} <b>${reliefWords(relief)}</b> <i>${order} ${paragraph}</i> ${open && `${wordWords(word)}: `}${reason}.${open && due !== null && ` Due ${courtText(due, report)}.`} ${cited(citations, runs)}
`;
}

/** Lines of one run together. Where a name rests on several runs, each has a way to its command; the only one stands right below. */
function cited(citations: readonly string[], runs: Runs): Markup | undefined {
  if (citations.length === 0) return undefined;
  const lines = new Map<string, number[]>();
  const others: string[] = [];
  for (const citation of citations) {
    const found = observationIn(citation);
    if (found === undefined) others.push(citation);
    else lines.set(found.run, [...(lines.get(found.run) ?? []), found.line]);
  }
  const links = [...lines].map(([run, of]) => {
    const figures = `#${rangesOf([...new Set(of)])}`;
    return runs.size === 1 ? figures : html`<a href="#${runs.get(run)?.place ?? ''}">${figures}</a>`;
  });
  return html`<small>[${join([...links, ...others], ', ')}]</small>`;
}

function observationIn(citation: string): { readonly run: string; readonly line: number } | undefined {
  const [, run, line] = OBSERVATION.exec(citation) ?? [];
  return run === undefined ? undefined : { run, line: Number(line) };
}

function runsOf(row: ReportRow, { prefix }: CasePage, places: Places): Runs {
  const runs = new Map<string, { readonly place: string; readonly lines: Set<number> }>();
  for (const citation of [...row.findings, ...row.notes].flatMap(({ citations }) => citations)) {
    const found = observationIn(citation);
    if (found === undefined) continue;
    const { lines } = runs.get(found.run) ?? begin(found.run);
    lines.add(found.line);
  }
  return runs;

  function begin(run: string) {
    places.evidence += 1;
    const made = { place: `${prefix}e${places.evidence}`, lines: new Set<number>() };
    runs.set(run, made);
    return made;
  }
}

function noticed(row: ReportRow, runs: Runs): Markup | undefined {
  if (row.notes.length === 0) return undefined;
  return html`<ul class="notes" aria-label="Noticed">
${row.notes.map(
  ({ word, text, citations }) => html`<li><b>${wordWords(word)}</b> ${text} ${cited(citations, runs)}
`,
)}</ul>
`;
}

/** Each observation that is cited, by its run, with the command that shows its octets. */
function evidence({ report }: CasePage, runs: Runs): readonly Markup[] {
  return [...runs].map(([run, { place, lines }]) => {
    const [first, ...others] = lines;
    return html`<p${runs.size > 1 && html` id="${place}"`}><code>takedown evidence show ${report.case} '${run}#${first}'</code>${others.length > 0 && `, and so #${rangesOf(others)}`}</p>
`;
  });
}
