// The shape of a kind of relief: one object that holds all there is to know of it. See index.ts for the list.
import type { ZodType } from 'zod';
import type { Case } from '../model/case/case.ts';
import type { ParagraphRef } from '../model/case/order.ts';
import type { Role } from '../model/case/party.ts';
import type { Instant } from '../model/instant.ts';
import type { Dossier, FactNeed } from '../model/judged/dossier.ts';
import type { Judgement } from '../model/judged/finding.ts';
import type { LetterTarget, NameSeen } from '../model/letter/letter.ts';

/** Shown by `takedown explain KIND`, in the README and in letters. */
interface ReliefExplanation {
  /** What the order asks, in one sentence. */
  readonly asks: string;
  /** How it is judged. */
  readonly how: string;
  /** The RFC, policy or rule that it follows. */
  readonly reference: string;
  /** When the verdict is unknown, one sentence each. */
  readonly unknownWhen: readonly string[];
}

/** Where a piece of relief stands. */
export interface ClausePlace {
  readonly paragraph: ParagraphRef;
  /** When the order ends by itself, extensions counted; absent when only a further order ends it. */
  readonly until?: Instant;
}

/** The parts of zod that terms are made of, handed in by whoever reads case files: judging loads no library for schemas. */
export type Zod = Pick<
  typeof import('zod'),
  'array' | 'discriminatedUnion' | 'enum' | 'literal' | 'strictObject' | 'string'
>;

/** Keys of the case file that terms refer to; the case file's rules check that they exist. */
interface ReliefReferences {
  readonly registrars?: readonly string[];
  readonly sinkholes?: readonly string[];
}

/** The order in which a recipient is asked to work: whoever stalls half-way leaves the name safe. */
export const STAGES = ['lock', 'preserve', 'lift-hold', 'remove-ds', 'delegate', 'transfer', 'keep'] as const;
export type Stage = (typeof STAGES)[number];

/** Of whom a letter asks it, and for what. */
export interface Asking {
  /** What stands in the sentence: `it`, or `the names`. */
  readonly what: string;
  readonly role: Role;
  /** What was last seen of the one name; absent where all names are spoken of. */
  readonly seen?: NameSeen;
}

/** How a letter asks for it. */
interface Ask<Expected> {
  readonly stage: Stage;
  /** An imperative without a full stop: `transfer it to MarkMonitor Inc. (IANA ID 292)`. Absent: this name needs no step. */
  words(expected: Expected, asking: Asking): string | undefined;
  /** The same as figures. */
  target?(expected: Expected): LetterTarget;
}

export interface Relief<Terms, Expected> {
  /** Kebab case, as in a case file; the file's name is the same. */
  readonly kind: string;
  /** What somebody has to bring about, as a noun: `transfer` in "transfer due Wed 20 Mar". */
  readonly noun: string;
  readonly explain: ReliefExplanation;
  /** The piece of the case-file schema, `kind` included. */
  terms(z: Zod): ZodType<Terms>;
  /** The question of the status screen that it helps to answer, if any. */
  readonly facet?: 'transferred' | 'sinkholed';
  /** Most names have it before anything is ordered, so its loss is a reversion only where the rest had been brought about. */
  readonly holdsByItself?: true;
  /** `registrable-name`: it makes no sense for a host name under somebody else's domain. */
  readonly appliesTo: 'registrable-name' | 'any-name';
  readonly needs: readonly FactNeed[];
  /** What the terms refer to; absent where they refer to nothing. */
  references?(terms: Terms): ReliefReferences;
  /** Terms in, what is expected of the world out. References in the terms have been checked by then. */
  require(terms: Terms, theCase: Case, place: ClausePlace): Expected;
  judge(expected: Expected, dossier: Dossier): Judgement;
  readonly ask: Ask<Expected>;
}

/** An identity function that exists for inference. */
export function defineRelief<Terms, Expected>(relief: Relief<Terms, Expected>): Relief<Terms, Expected> {
  return relief;
}
