// "Where it stands": three bars, each with its words beside it, and the same numbers as a table that adds up.
import { count } from '../../model/text/phrase.ts';
import { type ReportFacet, TOTAL_TITLES, type TotalRow, totalRows } from '../report/report-words.ts';
import { neverCountedWords, nothingSeenWords } from '../say.ts';
import { html, type Markup, type Piece } from './markup.ts';
import { type CasePage, type Part, row, section, table } from './page.ts';
import { figure } from './words.ts';

export const STANDING: Part = { id: 'standing', title: 'Where it stands' };

const TELLS: Readonly<Record<ReportFacet, string>> = {
  transferred: 'the registrar of record is the ordered one',
  sinkholed: 'delegated and resolving as ordered',
  done: 'every requirement of every order in force is met',
};

interface Segment {
  readonly look: 'met' | 'unmet' | 'unknown' | 'rest';
  readonly words: string;
  readonly number: number;
}

export function standingPart(page: CasePage): Markup {
  const { totals, lastRun, selection } = page.report;
  return section(
    page,
    STANDING,
    lastRun === null && html`<p class="note">${nothingSeenWords(page.report)}, so nothing is known of any name.</p>`,
    selection !== null &&
      html`<p class="note">The list of names below is a selection: <code>${selection.where}</code>, ${count(selection.names, 'name')}. The numbers here are those of the whole case.</p>`,
    html`<ul class="bars">
${totalRows(totals).map(barOf)}</ul>
`,
    tableOf(page),
    alsoCounted(page),
  );
}

function barOf(row: TotalRow): Markup {
  const { facet, met, notOrdered, whole } = row;
  if (notOrdered === whole && whole > 0)
    return html`<li><p class="facet">${facet}</p><p class="big">not ordered</p></li>
`;
  const segments = segmentsOf(row);
  const shown = segments.filter(({ number }) => number > 0);
  const said = shown.map(({ words, number }) => `${figure(number)} ${words}`).join(', ');
  return html`<li><p class="facet">${facet}</p>
<p class="big"><b>${figure(met)}</b> of ${figure(whole)}</p>
<svg class="bar" width="100%" height="12" role="img" aria-label="${facet}: ${said}"><title>${facet}: ${said}</title>${pieces(segments, whole)}</svg>
<ul class="key">${shown.map(({ look, words, number }) => html`<li class="k ${look}">${figure(number)} ${words}</li>`)}</ul>
<p class="of">${TELLS[facet]}</p></li>
`;
}

/** In parts of a thousand. What is there is seen, however few it is; so no bar looks full unless it is. */
const LEAST = 8;

function pieces(segments: readonly Segment[], whole: number): readonly Piece[] {
  if (whole === 0) return [];
  const widths = segments.map(({ number }) =>
    number === 0 ? 0 : Math.max(LEAST, Math.round((number * 1000) / whole)),
  );
  const over = widths.reduce((sum, width) => sum + width, 0) - 1000;
  const widest = widths.indexOf(Math.max(...widths));
  let from = 0;
  return segments.map(({ look }, at) => {
    const width = (widths[at] ?? 0) - (at === widest ? over : 0);
    const x = from;
    from += width;
    return (
      width > 0 &&
      look !== 'rest' &&
      html`<rect class="${look}" x="${x / 10}%" width="${width / 10}%" height="100%" fill="${FILLS[look]}"/>`
    );
  });
}

/** For readers without our styles. */
const FILLS = { met: '#0f5c6e', unmet: '#cfdcde', unknown: 'url(#hatch)' } as const;

const RESTS = ['notOrdered', 'released', 'notListed'] as const;

/** The row of the totals that every format shows; together its pieces are the whole. */
function segmentsOf({ facet, met, ...row }: TotalRow): readonly Segment[] {
  const segment = (look: Segment['look'], key: 'unmet' | 'unknown' | (typeof RESTS)[number]): Segment => ({
    look,
    words: TOTAL_TITLES[key],
    number: row[key],
  });
  return [
    { look: 'met', words: facet, number: met },
    segment('unmet', 'unmet'),
    segment('unknown', 'unknown'),
    ...RESTS.map((key) => segment('rest', key)),
  ];
}

function tableOf({ report }: CasePage): Markup {
  const keys = ['met', 'unmet', 'unknown', ...RESTS] as const;
  return table({
    caption: 'The same numbers; each row adds up to the names ordered',
    columns: [
      { title: 'Names' },
      ...keys.map((key) => ({ title: TOTAL_TITLES[key], number: true as const })),
      { title: 'of', number: true },
    ],
    rows: totalRows(report.totals).map((one) => row(one.facet, ...keys.map((key) => one[key]), one.whole)),
  });
}

function alsoCounted({ report }: CasePage): Markup {
  const { reverted, overdue, expiring, neverChecked } = report.totals;
  const words = [
    `${figure(reverted)} reverted`,
    `${figure(overdue)} overdue`,
    `${figure(expiring)} expiring`,
    `${figure(neverChecked)} ${neverCountedWords(report)}`,
  ];
  return html`<p class="also">Of the names: ${words.join(' · ')}. <em>Unknown</em> is a count of its own: it is neither done nor undone.</p>`;
}
