// "How this was found out": what was asked, from where, by which tool, and the digests that hold the record to what it was.
import { count } from '../../model/text/phrase.ts';
import { html, join, type Markup } from './markup.ts';
import { type CasePage, type Part, row, section, table, utcTime } from './page.ts';
import { figure } from './words.ts';

export const METHOD: Part = { id: 'method', title: 'How this was found out' };

/** A year of nightly runs; the report as JSON has them all. */
const MOST_RUNS = 400;

export function methodPart(page: CasePage): Markup {
  const { method, court, case: id } = page.report;
  const { tools, vantages, caseDigest, lookups, runs } = method;
  const shown = runs.slice(-MOST_RUNS);
  const more = runs.length - shown.length;
  return section(
    page,
    METHOD,
    html`<p>Each name is compared with what the orders in force ask of it. A requirement is <em>met</em> or <em>not yet</em> only where an answer says so; where none does (it was refused, did not come, could not be read, or shows nothing of it) it is <em>unknown</em>. Nothing on this page is stored: it is computed from the case file and the record of what was looked up, for the instant that stands above.</p>
<p>Every statement about a name cites the observations it rests on, as <code>run#line</code>. The octets of each answer are kept as they came: <code>takedown evidence show ${id} RUN#LINE</code> shows them, and <code>takedown evidence verify ${id}</code> reads and judges all of them again.</p>
<dl class="facts">
<div><dt>Made by</dt><dd>${tools.join(', ') || 'nothing was looked up'}</dd></div>
<div><dt>Asked from</dt><dd>${
      vantages.length === 0
        ? 'nowhere yet'
        : join(
            vantages.map(
              ({ host, resolvers }) => html`${host}${resolvers.length > 0 && `, resolvers ${resolvers.join(', ')}`}`,
            ),
            '; ',
          )
    }</dd></div>
<div><dt>Clock</dt><dd>instants of the record in UTC, by the clock of the machine that asked; those of the court in ${court.timeZone}, each with its zone</dd></div>
<div><dt>Case file</dt><dd>SHA-256 <code class="digest">${caseDigest}</code></dd></div>
</dl>
`,
    lookups.length > 0 &&
      table({
        caption: 'What the newest run looked up',
        columns: [{ title: 'Lookup' }, { title: 'Names', number: true }],
        rows: lookups.map(({ lookup, names }) => row(lookup, names)),
      }),
    runs.length > 0 &&
      table({
        caption: `Runs${more > 0 ? `, the newest ${MOST_RUNS} of ${figure(runs.length)}` : ''}, with their digests`,
        class: 'runs',
        columns: [
          { title: 'Run' },
          { title: 'From' },
          { title: 'To' },
          { title: 'Names', number: true },
          { title: 'SHA-256 of the run, and of its evidence' },
        ],
        rows: shown.map((run) =>
          row(
            html`<code>${run.id}</code>${run.simulated && html` <span class="tag watch">simulated</span>`}`,
            utcTime(run.started),
            utcTime(run.ended),
            run.names,
            html`<code class="digest">${run['sha-256']}</code> <code class="digest">${run.evidence['sha-256']}</code>`,
          ),
        ),
      }),
    more > 0 &&
      html`<p class="also">${count(more, 'earlier run')}, with digests: the same report with <code>-o report.json</code>.</p>`,
  );
}
