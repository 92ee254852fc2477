// What a recipient is asked to do, in the order of work: lock, preserve, lift a hold, remove DS, delegate, transfer, keep. The
// words are each kind of relief's own; here they are put in order, for all names of a clause and for one name.
import type { Case } from '../../model/case/case.ts';
import type { ParagraphRef } from '../../model/case/order.ts';
import { endsOf } from '../../model/case/order-ends.ts';
import type { LetterName, LetterTarget, PlannedLetter } from '../../model/letter/letter.ts';
import type { Name } from '../../model/name.ts';
import type { EppStatus } from '../../model/seen/epp-status.ts';
import { andList } from '../../model/text/phrase.ts';
import { STAGES, type Stage } from '../../relief/define.ts';
import { type AnyRelief, reliefOf } from '../../relief/index.ts';
import { FIRST_PURPOSES } from '../plan/correspondence.ts';
import { mergedTarget } from './targets.ts';

/** One kind of relief of one clause of the letter. */
interface AskedRelief {
  readonly ref: ParagraphRef;
  readonly relief: AnyRelief;
  readonly expected: unknown;
}

export interface Asked {
  /** Of every kind of relief of every clause, as figures. */
  readonly figures: readonly LetterTarget[];
  /** What a paragraph asks of all its names, one sentence a kind of relief, without a full stop. */
  ofClause(ref: ParagraphRef): readonly string[];
  /** What is to be done with one name, in the order of work. */
  ofName(name: LetterName): readonly string[];
  /** What is to be true of one name in the end; one and the same object for names that agree in it. */
  targetOf(name: LetterName): LetterTarget;
}

type About = Pick<PlannedLetter, 'recipient' | 'purpose' | 'clauses'>;

export function askedOf(letter: About, theCase: Case): Asked {
  const all = reliefsOf(letter, theCase);
  const hosts = hostNames(theCase);
  const { role } = letter.recipient;
  return {
    figures: all.flatMap(figuresOf),
    ofClause: (ref) =>
      all
        .filter((one) => one.ref === ref)
        .flatMap(({ relief, expected }) => relief.ask.words(expected, { what: 'the names', role }) ?? []),
    ofName: (name) => stepsOf(name, { letter, all: hosts.has(name.name) ? all.filter(forHosts) : all }),
    targetOf: rememberedBy(
      ({ name, paragraphs }) => `${hosts.has(name)} ${paragraphs.join(' ')}`,
      ({ name, paragraphs }) => {
        const own = all.filter((one) => paragraphs.includes(one.ref) && (!hosts.has(name) || forHosts(one)));
        return mergedTarget(inHisPower(own).flatMap(figuresOf));
      },
    ),
  };
}

function figuresOf({ relief, expected }: AskedRelief): readonly LetterTarget[] {
  return relief.ask.target === undefined ? [] : [relief.ask.target(expected)];
}

/** Names by the thousand are under the same paragraphs. */
function rememberedBy<T>(keyOf: (name: LetterName) => string, make: (name: LetterName) => T): (name: LetterName) => T {
  const made = new Map<string, T>();
  return (name) => {
    const key = keyOf(name);
    const found = made.get(key) ?? make(name);
    made.set(key, found);
    return found;
  };
}

function forHosts({ relief }: AskedRelief): boolean {
  return relief.appliesTo === 'any-name';
}

function hostNames({ schedules }: Case): ReadonlySet<Name> {
  const scheduled = schedules.flatMap(({ names }) => names.filter(({ name, registrable }) => name !== registrable));
  return new Set(scheduled.map(({ name }) => name));
}

function reliefsOf({ clauses }: About, theCase: Case): readonly AskedRelief[] {
  const ends = endsOf(theCase.orders);
  return clauses.flatMap(({ ref, order, paragraph, relief: kinds }) => {
    const found = theCase.orders.find(({ id }) => id === order)?.paragraphs.find(({ number }) => number === paragraph);
    const until = ends.get(order)?.at;
    const place = until === undefined ? { paragraph: ref } : { paragraph: ref, until };
    return (found?.relief ?? []).flatMap(({ kind, terms }): readonly AskedRelief[] => {
      const relief = kinds.includes(kind) ? reliefOf(kind) : undefined;
      return relief === undefined ? [] : [{ ref, relief, expected: relief.require(terms, theCase, place) }];
    });
  });
}

interface Step {
  readonly stage: Stage;
  readonly words: string;
}

/** A first letter asks for all of it, since the order binds to all; one that follows up asks for what is seen undone. */
function stepsOf(
  name: LetterName,
  { letter, all }: { readonly letter: About; readonly all: readonly AskedRelief[] },
): readonly string[] {
  const { seen, paragraphs, open } = name;
  if (letter.purpose === 'release') return [];
  const first = FIRST_PURPOSES.includes(letter.purpose);
  const undone = new Set(
    open.filter(({ verdict }) => verdict === 'unmet').map((one) => `${one.paragraph} ${one.relief}`),
  );
  const own = all.filter(
    ({ ref, relief }) => paragraphs.includes(ref) && (first || undone.has(`${ref} ${relief.kind}`)),
  );
  const steps = inHisPower(own).flatMap(({ relief, expected }): readonly Step[] => {
    const asking = {
      what: 'it',
      role: letter.recipient.role,
      ...(relief.kind === 'ds-absent-or-valid' ? { seen: withDs(name) } : { seen }),
    };
    const words = relief.ask.words(expected, asking);
    return words === undefined ? [] : [{ stage: relief.ask.stage, words }];
  });
  const hold = own.some(delegates) ? holdStep(name, letter) : undefined;
  const sorted = [...steps, ...(hold === undefined ? [] : [hold])].sort(
    (a, b) => STAGES.indexOf(a.stage) - STAGES.indexOf(b.stage),
  );
  return [...new Set(sorted.map(({ words }) => words))];
}

/** Whoever delegates a name to the sinkhole has done what is in his power for its resolving there. */
function inHisPower(own: readonly AskedRelief[]): readonly AskedRelief[] {
  return own.some(delegates) ? own.filter(({ relief }) => relief.kind !== 'resolves-to') : own;
}

function delegates({ relief }: AskedRelief): boolean {
  return relief.kind === 'delegated-to';
}

const HOLDS: readonly EppStatus[] = ['serverHold', 'clientHold'];

export function holdsOf({ seen }: Pick<LetterName, 'seen'>): readonly EppStatus[] {
  return HOLDS.filter((status) => seen.statuses?.includes(status));
}

/** Without it the delegation would not be published. */
function holdStep(name: LetterName, { recipient }: About): Step | undefined {
  const holds = holdsOf(name);
  if (holds.length === 0) return undefined;
  const mine = recipient.role === 'registrar' ? 'clientHold' : 'serverHold';
  const own = holds.filter((status) => status === mine);
  const others = holds.filter((status) => status !== mine);
  const words = [
    own.length > 0 ? `lift ${andList(own)} from it` : '',
    others.length > 0 ? `have ${andList(others)} lifted from it` : '',
  ];
  return { stage: 'lift-hold', words: words.filter((one) => one !== '').join(', and ') };
}

/** DS records that have to go: all while it is not delegated as ordered, since their signer goes with the old servers. */
export function dsToRemove(name: LetterName): NonNullable<LetterName['seen']['ds']> {
  const moves = name.open.some(({ relief }) => relief === 'delegated-to' || relief === 'ds-absent-or-valid');
  return moves ? (name.seen.ds ?? []) : [];
}

/** What was seen, with only those DS that have to go; without DS where it was not seen whether there are any. */
function withDs(name: LetterName): LetterName['seen'] {
  return name.seen.ds === undefined ? name.seen : { ...name.seen, ds: dsToRemove(name) };
}
