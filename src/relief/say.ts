// How a kind of relief says what it found: one maker for each verdict, so that all judgements have the same form.
import type { Dossier, Fact } from '../model/judged/dossier.ts';
import type { Judgement } from '../model/judged/finding.ts';
import { firstFew } from '../model/text/phrase.ts';
import type { Word } from './words.ts';

/** What a judgement rests on. */
interface Grounds {
  readonly citations: readonly string[];
  readonly notes?: readonly string[] | undefined;
}

/** More about an unmet requirement than word and sentence. */
interface Instead {
  readonly now?: string;
  readonly ask?: string;
}

export function met(reason: string, grounds: Grounds): Judgement {
  return noted({ verdict: 'met', word: 'as-ordered', reason, citations: grounds.citations }, grounds);
}

export function unmet(word: Word, reason: string, because: Grounds & Instead): Judgement {
  const { now, ask } = because;
  const judgement: Draft = { verdict: 'unmet', word, reason, citations: because.citations };
  if (now !== undefined) judgement.now = now;
  if (ask !== undefined) judgement.ask = ask;
  return noted(judgement, because);
}

export function unknown(word: Word, reason: string, grounds: Grounds): Judgement {
  return noted({ verdict: 'unknown', word, reason, citations: grounds.citations }, grounds);
}

/** Unknown for the reason for which the fact is not known. */
export function cannotTell(fact: Fact<unknown> & { readonly known: false }): Judgement {
  return { verdict: 'unknown', word: fact.word, reason: fact.reason, citations: fact.citations };
}

/** What follows where the registry says that there is no registration; absent where there is one or nobody knows. */
export function notRegistered(dossier: Dossier): Judgement | undefined {
  const { registered } = dossier;
  if (!registered.known || registered.value === 'registered') return undefined;
  const reason = registered.value === 'reserved' ? 'reserved by the registry, not registered' : 'not registered';
  return unmet('not-registered', reason, { ...registered, now: reason });
}

const LIST_LIMIT = 6;

/** `a, b, c`, and a count in place of what is too much for a sentence. */
export function listed(items: readonly string[]): string {
  return firstFew(items, LIST_LIMIT);
}

/** Made by the million: filled in place rather than spread. */
type Draft = { -readonly [K in keyof Judgement]: Judgement[K] };

function noted(judgement: Draft, { notes }: Grounds): Judgement {
  if (notes !== undefined && notes.length > 0) judgement.notes = notes;
  return judgement;
}
