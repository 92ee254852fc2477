// `--max-age 6h`: what the record has seen that lately is not asked again.
import { type Instant, instantAt, millisecondsOf } from '../../model/instant.ts';
import type { RunSummary } from '../../model/judged/record.ts';
import { TakedownError } from '../../model/takedown-error.ts';
import { count } from '../../model/text/phrase.ts';
import type { FreshTerms } from '../../store/run-form/head.ts';
import { openRecord } from '../../store/runs/record.ts';
import type { CasePaths } from '../../store/workspace.ts';
import { type Fresh, type FreshQuestion, freshIn, spared } from '../../sweep/fresh.ts';
import type { Plan } from '../../sweep/plan.ts';

const MILLISECONDS: Readonly<Record<string, number>> = { m: 60_000, h: 3_600_000, d: 86_400_000 };

/** Older than this nothing tells where a name stands. */
const LONGEST = 30 * 86_400_000;

export interface MaxAge {
  /** As it was typed. */
  readonly text: FreshTerms['max-age'];
  readonly milliseconds: number;
}

export function maxAgeIn(typed: unknown): MaxAge | undefined {
  if (typeof typed !== 'string') return undefined;
  const [, count = '', unit = ''] = /^([1-9]\d{0,5})([mhd])$/.exec(typed.trim()) ?? [];
  const milliseconds = Number(count) * (MILLISECONDS[unit] ?? Number.NaN);
  if (milliseconds <= LONGEST) return { text: `${count}${unit}`, milliseconds };
  throw new TakedownError('use', {
    code: 'bad-max-age',
    message: `--max-age does not know "${typed}".`,
    hint: 'Write it in minutes, hours or days, 30 days at most: 90m, 6h, 2d.',
  });
}

export interface Known {
  readonly fresh: Fresh;
  readonly terms: FreshTerms;
  /** The newest run, where it leaves nothing to ask. */
  readonly instead?: RunSummary;
}

interface KnownQuestion {
  readonly paths: CasePaths;
  readonly maxAge: MaxAge;
  /** When the run began: one that is resumed later goes by what was fresh then. */
  readonly asOf: Instant;
  readonly plan: Plan;
  readonly lookups: FreshQuestion['kinds'];
  /** Names of which everything is asked again, however young it is. Absent: none. */
  readonly again?: ReadonlySet<string>;
}

export function knownBy({ paths, maxAge, asOf, plan, lookups, again }: KnownQuestion): Known {
  const since = instantAt(millisecondsOf(asOf) - maxAge.milliseconds);
  const record = openRecord({ paths, asOf, journal: [] });
  const young = freshIn({ latest: record.latest(), since, until: asOf, kinds: plannedOf(plan, lookups) });
  const fresh = again
    ? ({ has: (name, lookup) => !again.has(name) && young.has(name, lookup) } satisfies Fresh)
    : young;
  const { left, ...counts } = spared(plan, fresh);
  const terms = { 'max-age': maxAge.text, ...counts };
  return { fresh, terms, ...(left === 0 && record.newest !== undefined && { instead: record.newest }) };
}

/** What nobody plans cannot be missing. Names share their lists, so there are few. */
function plannedOf({ names }: Plan, lookups: FreshQuestion['kinds']): FreshQuestion['kinds'] {
  const planned = new Set([...new Set(names.map(({ ask }) => ask))].flat());
  return lookups.filter(({ kind }) => planned.has(kind));
}

export function freshText(terms: FreshTerms): string {
  const { names, lookups } = terms;
  const of = `${count(lookups, 'lookup')} of ${count(names, 'name')}`;
  return `Not asked again: ${of}, seen in the last ${terms['max-age']}.`;
}
