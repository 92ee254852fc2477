// From instants and counts to places in a drawing, and which dates are written below it.
import { monthWord } from '../../calendar/local-date.ts';
import { instantAt, type LocalDate } from '../../model/instant.ts';

export interface Box {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

export interface Scales {
  readonly x: (at: number) => number;
  readonly y: (count: number) => number;
  readonly from: number;
  readonly to: number;
}

export function scalesOf(
  box: Box,
  span: { readonly from: number; readonly to: number; readonly most: number },
): Scales {
  const { from, to, most } = span;
  const wide = Math.max(to - from, 1);
  return {
    from,
    to,
    x: (at) => round(box.left + ((at - from) * (box.right - box.left)) / wide),
    y: (count) => round(box.bottom - (count * (box.bottom - box.top)) / Math.max(most, 1)),
  };
}

function round(place: number): number {
  return Math.round(place * 10) / 10;
}

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const STEPS = [
  HOUR,
  3 * HOUR,
  6 * HOUR,
  12 * HOUR,
  DAY,
  2 * DAY,
  7 * DAY,
  14 * DAY,
  28 * DAY,
  91 * DAY,
  182 * DAY,
  364 * DAY,
];
const MOST_TICKS = 8;

interface Tick {
  readonly at: number;
  readonly words: string;
}

/** On whole hours or days in UTC. */
export function ticksOf({ from, to }: Pick<Scales, 'from' | 'to'>): readonly Tick[] {
  const step = STEPS.find((one) => (to - from) / one <= MOST_TICKS) ?? Math.ceil((to - from) / MOST_TICKS / DAY) * DAY;
  const ticks: Tick[] = [];
  const isYears = step >= 91 * DAY;
  for (let at = Math.ceil(from / step) * step; at <= to; at += step) {
    const text = instantAt(at);
    const date = text.slice(0, 10) as LocalDate;
    const day = `${Number(date.slice(8))} ${monthWord(date)}${isYears || ticks.length === 0 ? ` ${date.slice(0, 4)}` : ''}`;
    ticks.push({ at, words: step < DAY ? `${day.replace(/ \d{4}$/, '')} ${text.slice(11, 16)}` : day });
  }
  return ticks;
}

/** Four lines or so, at round counts, and the whole. */
export function levelsOf(most: number): readonly number[] {
  const step =
    [1, 2, 5, 10, 20, 25, 50, 100, 200, 250, 500].find((one) => most / one <= 5) ??
    10 ** Math.floor(Math.log10(most)) / 2;
  const levels: number[] = [];
  for (let level = 0; level <= most - step / 2; level += step) levels.push(level);
  return [...levels, most];
}

/** Places of labels that would stand on each other, moved apart. Given and answered from the top. */
export function apart(places: readonly number[], least: number, bottom: number): readonly number[] {
  const moved: number[] = [];
  for (const place of places) moved.push(Math.max(place, (moved.at(-1) ?? Number.NEGATIVE_INFINITY) + least));
  // What ran out at the bottom goes up again.
  return moved.map((place, at) => Math.min(place, bottom - least * (moved.length - 1 - at)));
}
