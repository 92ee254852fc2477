// The screen of a watch: where the case stands, who is left, and one line for each name that changed. A look in which nobody
// answered is told as that: unknown is not undone.

import type { Instant } from '../../model/instant.ts';
import type { NameProgress, Progress } from '../../model/judged/progress.ts';
import { FAILURES } from '../../model/seen/failure.ts';
import { show } from '../../model/text/harmless.ts';
import { count, firstFew } from '../../model/text/phrase.ts';
import type { Change } from '../../progress/difference.ts';
import { headingLines } from '../heading.ts';
import { hang } from '../layout.ts';
import { finished, type Surface } from '../paint.ts';
import type { WholeReport } from '../report.ts';
import { FACET_WORDS, nameWords } from '../say.ts';
import { attentionLines } from './attention.ts';
import { registryLines } from './registries.ts';
import { facetLines } from './text.ts';

const MOST_ATTENTION = 5;
const MOST_NAMES = 12;
/** Heading and bars, which are there however low the terminal is. */
const LEAST_ROWS = 8;

/** At most so many lines, the first ones first; without `rows` all. */
export function watchLines(report: WholeReport, surface: Surface, rows?: number): readonly string[] {
  const room = rows === undefined ? Number.POSITIVE_INFINITY : Math.max(LEAST_ROWS, rows);
  const lines = [...headingLines(report, surface), '', ...facetLines(report, surface)];
  const parts = [leftLines(report, surface), [...registryLines(report, surface)], attention(report, surface)];
  for (const part of parts) {
    if (part.length === 0 || lines.length + part.length + 1 > room) continue;
    lines.push('', ...part);
  }
  return [...finished(lines, surface)];
}

function attention(report: WholeReport, surface: Surface): readonly string[] {
  return [...attentionLines(report, surface, MOST_ATTENTION)];
}

function leftLines({ progress }: WholeReport, surface: Surface): readonly string[] {
  const left = leftOf(progress);
  if (left.length === 0) return [surface.paint.good('Every name is done.')];
  const names = firstFew(
    left.map(({ name }) => nameWords(name)),
    MOST_NAMES,
  );
  return hang(`Left, ${count(left.length, 'name')}: `, names, surface.width);
}

/** What is not done of the names that are ordered; a name that was released is not waited for. */
export function leftOf({ names }: Progress): readonly NameProgress[] {
  return names.filter(({ released, done }) => !released && done !== 'met' && done !== 'not-ordered');
}

/** A paragraph that nothing is left of but what a person has to record. */
interface Waiting {
  readonly order: string;
  readonly paragraph: string;
  readonly names: number;
}

/** `undefined` where a look can still bring something: a name is left for another reason, or none is left at all. */
export function waitingOf(progress: Progress): readonly Waiting[] | undefined {
  const left = leftOf(progress);
  const open = left.map(({ findings }) => findings.filter(({ verdict }) => verdict !== 'met'));
  const isPersons = (one: (typeof open)[number]) =>
    one.length > 0 && one.every(({ requirement }) => requirement.clause.relief === 'attested');
  if (left.length === 0 || !open.every(isPersons)) return undefined;
  const waiting = new Map<string, Waiting>();
  for (const { requirement } of open.flat()) {
    const { order, paragraph } = requirement.clause;
    const known = waiting.get(`${order}/${paragraph}`) ?? { order, paragraph, names: 0 };
    waiting.set(`${order}/${paragraph}`, { ...known, names: known.names + 1 });
  }
  return [...waiting.values()];
}

export function* waitingLines(caseId: string, waiting: readonly Waiting[]): Iterable<string> {
  for (const { order, paragraph, names } of waiting) {
    const which = show(`${order}/${paragraph}`);
    yield `All that can be looked up is done. ${which} waits for a person, for ${count(names, 'name')}.`;
    yield `  When it is known: takedown record confirmed ${show(caseId)} --paragraph "${which}"`;
  }
}

export interface Flips {
  readonly at: Instant;
  readonly changes: readonly Change[];
  /** Those that slipped back by what was seen now. */
  readonly reverted: ReadonlySet<string>;
}

/** `2019-03-15T18:02:11Z  example.test  sinkholed: not yet → yes; done: not yet → yes` */
export function* flipLines({ at, changes, reverted }: Flips, surface: Surface): Iterable<string> {
  const names = new Map<Change['name'], Change[]>();
  for (const change of changes) names.set(change.name, [...(names.get(change.name) ?? []), change]);
  const lines = [...names].map(([name, own]) => {
    const slipped = reverted.has(name) ? `  ${surface.paint.bad('reverted')}` : '';
    const what = own.map(({ facet, from, to }) => `${facet}: ${FACET_WORDS[from]} → ${FACET_WORDS[to]}`).join('; ');
    return `${at}  ${nameWords(name)}  ${what}${slipped}`;
  });
  yield* finished(lines, surface);
}

interface Asked {
  /** The names that this look asked about in any case. */
  readonly names: readonly Pick<NameProgress, 'name'>[];
  readonly before: Progress;
  readonly after: Progress;
}

/** True where nothing is known any more of any name that was asked about, after something was; or at the first look ever. */
export function isDeaf({ names, before, after }: Asked): boolean {
  const known = (progress: Progress) => new Set(progress.names.filter(isKnown).map(({ name }) => name));
  const [then, now] = [known(before), known(after)];
  if (names.some(({ name }) => now.has(name))) return false;
  return names.some(({ name }) => then.has(name)) || (before.lastRun === undefined && after.names.some(askedInVain));
}

/** What the seal keeps from being asked, or a person has to record, is nobody's silence. */
function askedInVain({ findings }: NameProgress): boolean {
  return findings.some(({ verdict, word }) => verdict === 'unknown' && word in FAILURES && word !== 'excluded-by-seal');
}

function isKnown({ transferred, sinkholed, done }: NameProgress): boolean {
  return [transferred, sinkholed, done].some((answer) => answer === 'met' || answer === 'unmet');
}
