// Progress over time as a drawing: three lines of steps towards the names ordered, with what happened on the way. Between two runs
// nothing was looked at, so a line stays where it is until the next one.
import type { Instant } from '../../model/instant.ts';
import type { HistoryPoint } from '../documents.ts';
import { utcWords } from '../say.ts';
import { marksOf } from './chronicle.ts';
import { html, type Markup } from './markup.ts';
import type { CasePage } from './page.ts';
import { apart, type Box, levelsOf, type Scales, scalesOf, ticksOf } from './scales.ts';
import { figure } from './words.ts';

const WIDTH = 880;
const HEIGHT = 330;
const BOX: Box = { left: 44, right: 736, top: 46, bottom: 284 };
/** Between two labels under each other, and two numbers beside each other. */
const LINE = 17;
const NUMBER = 20;
/** What is to come takes at most so much of what the past takes: what lies further away stands in the table only. */
const AHEAD = 1;

const LINES = [
  { facet: 'transferred', dash: undefined, wide: '2' },
  { facet: 'sinkholed', dash: '7 4', wide: '2' },
  { facet: 'done', dash: undefined, wide: '3.5' },
] as const;

/** Nothing where there is only one point: a line needs two. */
export function burnUp(page: CasePage): Markup | undefined {
  const alt = burnUpTold(page.report);
  const { points } = page.report.history;
  const [first, last] = [points[0], points.at(-1)];
  if (alt === undefined || first === undefined || last === undefined) return undefined;
  const marks = marksOf(page);
  const end = Date.parse(last.at);
  const start = Math.min(Date.parse(first.at), ...marks.map(({ at }) => Date.parse(at)));
  const furthest = end + (end - start) * AHEAD;
  const to = Math.max(end, ...marks.map(({ at }) => Date.parse(at)).filter((at) => at <= furthest));
  const most = Math.max(...points.map(({ ordered }) => ordered));
  const scales = scalesOf(BOX, { from: start, to, most });
  return html`<svg class="burn" viewBox="0 0 ${WIDTH} ${HEIGHT}" role="img" aria-label="${alt}"><title>Progress over time</title><desc>${alt}</desc>
${frame(scales, most)}${ahead(scales, end)}${drawnMarks(page, scales)}${LINES.map((line) => lineOf(line, points, scales))}
${labels(last, scales)}</svg>
`;
}

/** What the drawing shows, for who does not see it. */
export function burnUpTold({ history: { points } }: Pick<CasePage['report'], 'history'>): string | undefined {
  const [first, last] = [points[0], points.at(-1)];
  if (first === undefined || last === undefined || points.length < 2) return undefined;
  const said = LINES.map(({ facet }) => `${facet} from ${figure(first[facet])} to ${figure(last[facet])}`).join(', ');
  const span = `from ${utcWords(first.at as Instant)} to ${utcWords(last.at as Instant)}`;
  return `Of ${figure(last.ordered)} names ordered, ${span}: ${said}. The table below has every point.`;
}

function frame(scales: Scales, most: number): Markup {
  const levels = levelsOf(most).map(
    (level) =>
      html`<line class="grid" x1="${BOX.left}" x2="${BOX.right}" y1="${scales.y(level)}" y2="${scales.y(level)}" stroke="#ccc"/><text class="axis" x="${BOX.left - 8}" y="${scales.y(level) + 4}" text-anchor="end">${figure(level)}</text>`,
  );
  const ticks = ticksOf(scales).map(
    ({ at, words }) =>
      html`<line class="tick" x1="${scales.x(at)}" x2="${scales.x(at)}" y1="${BOX.bottom}" y2="${BOX.bottom + 5}" stroke="#888"/><text class="axis" x="${scales.x(at)}" y="${BOX.bottom + 20}" text-anchor="middle">${words}</text>`,
  );
  return html`${levels}${ticks}<text class="axis" x="${BOX.right}" y="${HEIGHT - 6}" text-anchor="end">days begin at 00:00 UTC</text>
`;
}

/** What is not yet: a shade, and a word. */
function ahead(scales: Scales, end: number): Markup | undefined {
  const x = scales.x(end);
  if (BOX.right - x < 2) return undefined;
  return html`<rect class="ahead" x="${x}" y="${BOX.top}" width="${BOX.right - x}" height="${BOX.bottom - BOX.top}" fill="#000" fill-opacity="0.04"/>
`;
}

function drawnMarks(page: CasePage, scales: Scales): Markup {
  // Numbers that would stand on each other go up a row, as far as there are rows.
  const rows: number[] = [];
  const drawn = marksOf(page).flatMap(({ number, at }) => {
    const time = Date.parse(at);
    if (time > scales.to) return [];
    const x = scales.x(time);
    const free = rows.findIndex((taken) => x - taken >= NUMBER);
    const place = free === -1 ? rows.length : free;
    if (place >= 3)
      return [html`<line class="mark" x1="${x}" x2="${x}" y1="${BOX.top}" y2="${BOX.bottom}" stroke="#999"/>`];
    rows[place] = x;
    const y = BOX.top - 8 - place * 14;
    return [
      html`<line class="mark" x1="${x}" x2="${x}" y1="${y + 3}" y2="${BOX.bottom}" stroke="#999"/><text class="mark" x="${x}" y="${y}" text-anchor="middle">${number}</text>`,
    ];
  });
  return html`${drawn}
`;
}

type Line = (typeof LINES)[number];

/** Told apart by dashes and width, whatever the colours. */
function look({ dash, wide }: Line): Markup {
  const dashed = dash === undefined ? undefined : html` stroke-dasharray="${dash}"`;
  return html`fill="none" stroke="#0f5c6e" stroke-width="${wide}"${dashed}`;
}

function lineOf(line: Line, points: readonly HistoryPoint[], scales: Scales): Markup {
  const path = points
    .map((point, at) => {
      const [x, y] = [scales.x(Date.parse(point.at)), scales.y(point[line.facet])];
      return at === 0 ? `M${x} ${y}` : `H${x}V${y}`;
    })
    .join('');
  return html`<path class="${line.facet}" d="${path}" ${look(line)}/>
`;
}

function labels(last: HistoryPoint, scales: Scales): Markup {
  const sorted = [...LINES].sort((a, b) => last[b.facet] - last[a.facet]);
  const places = apart(
    sorted.map(({ facet }) => scales.y(last[facet]) + 4),
    LINE,
    BOX.bottom + 4,
  );
  const from = BOX.right + 10;
  const made = sorted.map((line, at) => {
    const { facet } = line;
    const y = places[at] ?? 0;
    return html`<path class="${facet}" d="M${from} ${y - 4}h22" ${look(line)}/><text class="label" x="${from + 28}" y="${y}">${figure(last[facet])} ${facet}</text>
`;
  });
  return html`${made}`;
}
