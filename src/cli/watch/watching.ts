// Look after look, each of them a check: what is done is asked about more rarely, what cannot be looked at is tried again.

import { type Instant, isBefore } from '../../model/instant.ts';
import type { Progress } from '../../model/judged/progress.ts';
import { TakedownError } from '../../model/takedown-error.ts';
import { show } from '../../model/text/harmless.ts';
import { answersIn } from '../../progress/answers.ts';
import { type Change, differenceOf } from '../../progress/difference.ts';
import { isDeaf, leftOf, waitingOf } from '../../reports/status/watch.ts';
import type { CasePaths } from '../../store/workspace.ts';
import { carryOutCheck } from '../check/checking.ts';
import type { Asking } from '../network.ts';
import { type CaseView, viewAt } from '../view.ts';
import { caseIn, type LoadedCase } from '../workspace.ts';
import { passed, pause, tickOf } from './pause.ts';
import type { WatchScreen } from './screen.ts';
import type { WatchTerms } from './terms.ts';

interface Watch {
  readonly paths: CasePaths;
  readonly loaded: LoadedCase;
  readonly asking: Asking;
  readonly terms: WatchTerms;
  readonly screen: WatchScreen;
  /** False where somebody could not be told. */
  readonly tell: (view: CaseView) => Promise<boolean>;
}

export interface Watched {
  readonly before: CaseView;
  readonly after: CaseView;
  /** A run that was broken off in the middle. */
  readonly left?: string;
  /** False where somebody could not be told of the last look, nor since. */
  readonly told: boolean;
}

const DEAF =
  'Nothing is known now of any name that is left: nobody answered, or nobody can be believed. That is not undone; it is tried again.';

/** Between two looks servers have at least this part of an interval to themselves, however long a look takes. */
const REST = 4;

export async function keepLooking(watch: Watch): Promise<Watched> {
  const { asking, terms, screen } = watch;
  const { clock, interruption: signal } = asking.context;
  const isOver = () => terms.until !== undefined && !isBefore(clock.now(), terms.until);
  const before = await viewOf(watch, watch.loaded);
  let after = before;
  // What changes are held against: not a look in which nobody answered, or each name would be told twice.
  let base = before;
  let told = true;
  for (let number = 1; ; number += 1) {
    const begun = tickOf(clock);
    const look = await lookOnce(watch, { number, last: after, base });
    after = look.view;
    if (look.deaf !== true) base = after;
    if (look.left !== undefined) return { before, after, left: look.left, told };
    if (look.failed !== true) told = await watch.tell(after);
    const met = terms.until === undefined && nothingToLookFor(after.progress);
    if (signal.aborted || met || isOver()) return { before, after, told };
    const milliseconds = Math.max(terms.interval / REST, terms.interval - passed(begun, tickOf(clock)));
    const what = `Look ${number} ended ${clockText(clock.now())}${look.failed ? ', and failed' : ''}`;
    const onStep = (left: number) => screen.going(`${what}; next in ${spanText(left)}. Ctrl-C ends with the report.`);
    await pause({ clock, milliseconds, signal, enough: isOver, onStep });
    if (signal.aborted || isOver()) return { before, after, told };
  }
}

/** Also where all that is left waits for a person: no look brings that about. */
function nothingToLookFor(progress: Progress): boolean {
  return leftOf(progress).length === 0 || waitingOf(progress) !== undefined;
}

interface Looked {
  readonly view: CaseView;
  readonly failed?: true;
  /** Nobody answered. */
  readonly deaf?: true;
  readonly left?: string;
}

interface Turn {
  readonly number: number;
  readonly last: CaseView;
  readonly base: CaseView;
}

async function lookOnce(watch: Watch, turn: Turn): Promise<Looked> {
  try {
    return await look(watch, turn);
  } catch (error) {
    // What stops the first look stops a check as well. Later it may be a file that somebody is just writing.
    if (turn.number === 1 || !(error instanceof TakedownError)) throw error;
    const at = watch.asking.context.clock.now();
    await watch.screen.remark(`${at}  The look could not be made, and is tried again: ${show(error.message)}`);
    return { view: turn.last, failed: true };
  }
}

async function look(watch: Watch, { number, last, base }: Turn): Promise<Looked> {
  const { paths, asking, terms, screen } = watch;
  const { context } = asking;
  // The case and its journal are read anew: a day of execution is a day of entries.
  const loaded = number === 1 ? watch.loaded : await caseIn(paths, { quick: false, from: context.folder });
  const left = leftOf(last.progress);
  const again = new Set<string>(left.map(({ name }) => name));
  const outcome = await carryOutCheck({
    paths,
    loaded,
    asking,
    maxAge: terms.maxAge,
    again,
    onProgress: (done, of, what) => screen.going(`Look ${number}: ${done} of ${of}  ${what}`),
  });
  const view = await viewOf(watch, loaded);
  if (!outcome.finished) return { view, left: outcome.id };
  const at = view.progress.lastRun?.ended ?? context.clock.now();
  if (!isDeaf({ names: left, before: base.progress, after: view.progress })) {
    await screen.seen(view.report, flipsOf({ at, last: base, view }));
    return { view };
  }
  await screen.seen(view.report, { at, changes: [], reverted: new Set() });
  await screen.remark(`${at}  ${DEAF}`);
  return { view, deaf: true };
}

/** Of the first look ever everything would be new, and the table says it. */
function flipsOf({ at, last, view }: { readonly at: Instant; readonly last: CaseView; readonly view: CaseView }) {
  const changes = last.progress.lastRun === undefined ? [] : changed(last.progress, view.progress);
  const slippedBefore = new Set(last.progress.names.filter(({ reverted }) => reverted).map(({ name }) => name));
  const slipped = view.progress.names.filter(({ name, reverted }) => reverted && !slippedBefore.has(name));
  return { at, changes, reverted: new Set<string>(slipped.map(({ name }) => name)) };
}

function changed({ names, lastRun }: Progress, after: Progress): readonly Change[] {
  const before = { answers: answersIn(names), ...(lastRun && { lastRun }) };
  return [...differenceOf(before, answersIn(after.names)).changes];
}

function viewOf({ paths, asking: { context } }: Watch, loaded: LoadedCase): Promise<CaseView> {
  return viewAt({ paths, loaded, context, asOf: { at: context.clock.now(), given: false } });
}

/** `18:02:11 UTC` */
function clockText(at: Instant): string {
  return `${at.slice(11, 19)} UTC`;
}

/** `4:05`, `1:00:00` */
function spanText(milliseconds: number): string {
  const seconds = Math.ceil(milliseconds / 1000);
  const [hours, minutes] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60];
  const two = (number: number) => `${number}`.padStart(2, '0');
  return hours > 0 ? `${hours}:${two(minutes)}:${two(seconds % 60)}` : `${minutes}:${two(seconds % 60)}`;
}
