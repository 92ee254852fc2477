// How a name that was seized by mistake is given back: the picture before service beside the one of now, and the steps between them
// in the order in which a stall leaves the name working. It plans; who may act is the court's to say.
import type { Case } from '../model/case/case.ts';
import type { JournalEntry } from '../model/case/journal.ts';
import type { Instant } from '../model/instant.ts';
import type { Sighted } from '../model/judged/record.ts';
import type { Picture, RestorePlan } from '../model/judged/restore.ts';
import type { Name } from '../model/name.ts';
import { openJournal } from '../progress/journal.ts';
import { pictureOf } from '../progress/picture.ts';
import { type CompiledName, compile } from '../relief/compile.ts';
import { releasedBy } from '../relief/released-by.ts';
import { returnSteps } from './return-steps.ts';

interface ReturnQuestion {
  readonly theCase: Case;
  readonly named: CompiledName;
  readonly asOf: Instant;
  readonly served: RestorePlan['served'];
  readonly before?: Sighted;
  /** The first look there is, where none came before service. */
  readonly first?: Sighted;
  readonly now?: Sighted;
}

/** By these somebody has the order, or has acted on it. */
const SERVICE: ReadonlySet<string> = new Set(['served', 'received', 'acknowledged', 'confirmed']);

interface ServiceQuestion {
  readonly theCase: Case;
  readonly name: Name;
  readonly journal: readonly JournalEntry[];
  /** Names of issued letters, by the letter's id. */
  readonly letters: ReadonlyMap<string, readonly Name[]>;
  readonly asOf: Instant;
}

/** The first time that somebody had the order about the name. */
export function servedAt({ theCase, name, journal, letters, asOf }: ServiceQuestion): RestorePlan['served'] {
  const book = openJournal(theCase, journal, asOf);
  const about = new Set(book.about(name));
  const first = book.entries.find((entry) => {
    if (!SERVICE.has(entry.event)) return false;
    const of = entry.letter === undefined ? undefined : letters.get(entry.letter);
    return entry.names === undefined && of !== undefined ? of.includes(name) : about.has(entry);
  });
  if (first === undefined) return undefined;
  const { at, event, recipient } = first;
  return { at, event, ...(recipient === undefined ? {} : { recipient }) };
}

export function returnPath(question: ReturnQuestion): RestorePlan {
  const { theCase, named, asOf, served } = question;
  const { name, scheduled, coverage } = named;
  const order = releasedBy(theCase, name, asOf);
  const change = order?.changes.find((one) => one.change === 'releases' && one.names.includes(name));
  const now = question.now && pictureOf(question.now, asOf);
  const source = served === undefined ? question.now : (question.before ?? question.first);
  const before = source && pictureOf(source, asOf);
  const kind =
    served === undefined ? 'never-served' : question.before === undefined ? 'after-service' : 'before-service';
  const bound = coverage.released ? [] : coverage.clauses.map((one) => `${one.order}/${one.paragraph}`);
  const isHost = scheduled.registrable !== name;
  const pictures = { ...(before && { before }), ...(now && { now }) };
  return {
    name,
    unicode: scheduled.unicode,
    asOf,
    ...(served && { served }),
    kind,
    ...pictures,
    ...(order && {
      release: {
        order: order.id,
        entered: order.entered,
        ...(order.docketEntry === undefined ? {} : { docketEntry: order.docketEntry }),
        ...(change?.change === 'releases' && change.because !== undefined ? { because: change.because } : {}),
      },
    }),
    bound: [...new Set(bound)],
    ...returnSteps({ theCase, name, ...pictures, ...(isHost ? { under: scheduled.registrable } : {}) }),
    dates: datesOf(now),
  };
}

function datesOf(now: Picture | undefined): RestorePlan['dates'] {
  return now?.expires.known ? [{ what: 'the registration ends', at: now.expires.value }] : [];
}

/** The row of a name in the case as it stands; `undefined` where the case does not list it. */
export function namedIn(theCase: Case, name: Name, asOf: Instant): CompiledName | undefined {
  return compile(theCase, asOf).of(name);
}
