// A letter from its plan to its issue: who is written to, about which names, under which paragraphs, in which words, and
// what stands in the way. Nothing here is rendered; what is rendered from it is frozen by digest.
import type { Address } from '../address.ts';
import type { Action, ParagraphRef } from '../case/order.ts';
import type { Reach, Recipient, Role } from '../case/party.ts';
import type { Instant, LocalDate } from '../instant.ts';
import type { Deadline } from '../judged/deadline.ts';
import type { Name } from '../name.ts';
import type { Registrar, RegistrarOfRecord } from '../registrar.ts';
import type { DsRecord } from '../seen/delegation.ts';
import type { EppStatus } from '../seen/epp-status.ts';

/** What a letter is for. The first carries the order out; the others are steps of the ladder, or go beside it. */
export const PURPOSES = [
  'execute',
  'preserve',
  'remind',
  'call',
  'general-counsel',
  'registry',
  'complain',
  'enforce',
  'release',
  'confirm',
] as const;
export type Purpose = (typeof PURPOSES)[number];

/** A name as one letter speaks of it: what is wanted, and what was seen when it was last looked up. */
export interface LetterName {
  readonly name: Name;
  readonly unicode: string;
  readonly schedule: string;
  readonly line: number;
  readonly action: Action;
  /** The paragraphs of this letter that cover it. */
  readonly paragraphs: readonly ParagraphRef[];
  readonly seen: NameSeen;
  /** What is not done yet, one sentence a requirement; of those that this letter's paragraphs ask for. Empty: all is done. */
  readonly open: readonly OpenPoint[];
  /** In a letter that releases it: how it stood before its order was served, a line each. */
  readonly before?: readonly string[];
}

/** What the last lookups showed; what is absent is not known. */
export interface NameSeen {
  /** When the oldest of the lookups was made that this rests on; absent where the name was never looked up. */
  readonly at?: Instant;
  readonly registrar?: RegistrarOfRecord;
  readonly statuses?: readonly EppStatus[];
  readonly nameServers?: readonly Name[];
  readonly ds?: readonly DsRecord[];
  /** Not in the registry at all: nothing can be transferred. */
  readonly absent?: true;
  /** Whom the registry names for abuse at the registrar: a way to ask who handles orders, never where a letter goes. */
  readonly abuseDesk?: AbuseDesk;
}

/** Text from outside, with where it was read. At least one of the two ways is there. */
export interface AbuseDesk {
  readonly email?: string;
  readonly phone?: string;
  /** `RDAP of https://rdap.example/`. */
  readonly source: string;
  readonly at: Instant;
}

interface OpenPoint {
  readonly paragraph: ParagraphRef;
  readonly relief: string;
  /** Unknown is said as such: nobody is told that he has not done what could not be seen. */
  readonly verdict: 'unmet' | 'unknown';
  readonly reason: string;
  readonly citations: readonly string[];
}

/** What is to be true of the names in the end, as figures that a recipient types in. */
export interface LetterTarget {
  readonly registrar?: Registrar;
  readonly registrant?: string;
  readonly nameServers?: readonly Name[];
  /** Addresses of those name servers that need glue. */
  readonly glue?: Readonly<Record<string, readonly Address[]>>;
  readonly statuses?: readonly EppStatus[];
  readonly dsRemoved?: true;
  readonly staysRegistered?: true;
  /** What no figure says, in words: `addresses inside 192.0.2.0/24`. */
  readonly states?: readonly string[];
}

/** A paragraph as one recipient is to follow it. */
export interface LetterClause {
  readonly ref: ParagraphRef;
  readonly order: string;
  readonly paragraph: string;
  readonly text: string;
  /** Kinds of relief, in the paragraph's order. */
  readonly relief: readonly string[];
  /** Absent while its period does not run, or where the paragraph has none. */
  readonly deadline?: Deadline;
  /** The rule in words: `3 business days of receipt`. */
  readonly rule?: string;
}

/** Why a letter must not go as it is. `word` is one of the table in letters/guards/refusals.ts. */
export interface Refusal {
  readonly word: string;
  readonly text: string;
  readonly hint?: string;
  /** A reason, given by a person and kept with the letter, outweighs it. */
  readonly reasonOutweighs: boolean;
}

export interface LetterRef {
  readonly letter: string;
  readonly at: Instant;
}

/** The step of the ladder that comes next for some names of one recipient, under one deadline. */
export interface NextStep {
  readonly recipient: Recipient;
  /** `execute` where nothing shows that the recipient was ever written to about them. */
  readonly step: Purpose;
  readonly from: Instant;
  /** One sentence without a full stop: what the step follows upon. */
  readonly because: string;
  readonly names: readonly Name[];
  /** Paragraphs that are overdue for one of the names at least. */
  readonly paragraphs: readonly ParagraphRef[];
}

export interface PlannedLetter {
  /** For papers that stay in the house (a call sheet, a complaint, facts for a motion): the party they are about. */
  readonly recipient: Recipient;
  /** Whom the letter is about, where that is somebody else: the registrar, in a letter to the registry operator. */
  readonly about?: Recipient;
  readonly purpose: Purpose;
  /** The template's id; absent where none fits, which is a refusal too. */
  readonly template?: string;
  readonly names: readonly LetterName[];
  /** Names of the same paragraphs of which it could not be seen whether they are done: told apart, never chased. */
  readonly unconfirmed?: readonly LetterName[];
  readonly clauses: readonly LetterClause[];
  /** The earliest of its clauses. */
  readonly deadline?: Deadline;
  /** The oldest lookup that it rests on; absent where a name was never looked up. */
  readonly seenAt?: Instant;
  /** Letters of the same purpose about the same names that went out, newest first. */
  readonly sent: readonly LetterRef[];
  readonly refusals: readonly Refusal[];
}

/** It went out, or lies ready: nothing is to be made anew. */
export function isSettled({ refusals }: Pick<PlannedLetter, 'refusals'>): boolean {
  return refusals.some(({ word }) => word === 'already-sent' || word === 'already-issued');
}

/** A file of an issued letter, by its name in the letter's folder. */
export interface LetterFile {
  readonly file: string;
  readonly 'sha-256': string;
  readonly length: number;
}

export interface LetterMail {
  readonly from: string;
  readonly to: readonly string[];
  readonly cc: readonly string[];
  readonly subject: string;
  readonly messageId: string;
}

/** `letters/<id>/letter.yaml`: what was issued, digest by digest. Written once. */
export interface IssuedLetter {
  readonly id: string;
  readonly caseId: string;
  readonly recipient: string;
  /** Whom it is about, by its id, where that is somebody else. */
  readonly about?: string;
  readonly role: Role;
  readonly reach: Reach;
  readonly purpose: Purpose;
  readonly template: string;
  readonly language: string;
  /** The date on the letter, at the court. */
  readonly dated: LocalDate;
  readonly issued: Instant;
  readonly tool: string;
  readonly illustrative: boolean;
  readonly rehearsal: boolean;
  readonly sealed: boolean;
  readonly paragraphs: readonly ParagraphRef[];
  readonly names: readonly Name[];
  readonly deadline?: Deadline;
  readonly reason?: string;
  /** Absent where the recipient takes no mail, or no sender was set. */
  readonly mail?: LetterMail;
  /** SHA-256, hexadecimal, of what the letter was made of: `send` makes them anew and compares. */
  readonly made: {
    readonly case: string;
    readonly recipient: string;
    readonly template: string;
    /** Over every value that the template was filled with. */
    readonly facts: string;
  };
  readonly files: readonly LetterFile[];
  /** SHA-256 over everything above, so over every octet that leaves: what is approved. */
  readonly digest: string;
}
