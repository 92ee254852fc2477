// What follows when a deadline has passed and something is seen to be undone, step by step: the table and the rule. Pure:
// what was done before and when is handed in. Nobody climbs it for what is done, nor for what could not be seen.
import { fullDateWords } from '../../calendar/local-date.ts';
import { localTime } from '../../calendar/zone.ts';
import type { Reach, Recipient, Role } from '../../model/case/party.ts';
import { type Instant, instantAt, isBefore, millisecondsOf } from '../../model/instant.ts';
import type { Purpose } from '../../model/letter/letter.ts';
import { type Name, topLabel } from '../../model/name.ts';

interface LadderStep {
  readonly step: Purpose;
  /** As a sentence has it: `a reminder`. */
  readonly what: string;
  /** As a sentence has it once it was taken: `the reminder`. */
  readonly taken: string;
  readonly roles: readonly Role[];
  readonly reach: readonly Reach[];
  /** Only about names of registries and registrars under contract with ICANN. */
  readonly contracted?: true;
  /** Left out for a recipient who has refused: asking again helps nothing. */
  readonly afterRefusal: boolean;
  /** What it needs, shown beside it. */
  readonly needs: string;
}

const ANY_ROLE: readonly Role[] = ['registry-operator', 'registrar', 'provider'];
const ANY_REACH: readonly Reach[] = ['ordered', 'requested'];

/** In their order. A step that was left out by hand is not caught up with: the ladder only goes up. */
export const LADDER: readonly LadderStep[] = [
  {
    step: 'remind',
    what: 'a reminder',
    taken: 'the reminder',
    roles: ANY_ROLE,
    reach: ANY_REACH,
    afterRefusal: false,
    needs: 'a fresh look that shows something undone',
  },
  {
    step: 'call',
    what: 'a call, with the call sheet',
    taken: 'the call',
    roles: ANY_ROLE,
    reach: ANY_REACH,
    afterRefusal: false,
    needs: 'a telephone number; afterwards a note of the call in the journal',
  },
  {
    step: 'general-counsel',
    what: 'a letter to the general counsel',
    taken: 'the letter to the general counsel',
    roles: ANY_ROLE,
    reach: ANY_REACH,
    afterRefusal: true,
    needs: 'the general counsel’s mail address, or a postal address',
  },
  {
    step: 'registry',
    what: 'a letter to the registry operator about the registrar',
    taken: 'the letter to the registry operator',
    roles: ['registrar'],
    reach: ANY_REACH,
    afterRefusal: true,
    needs: 'the registry operator among the recipients',
  },
  {
    step: 'complain',
    what: 'a complaint to ICANN Contractual Compliance',
    taken: 'the complaint to ICANN',
    roles: ['registry-operator', 'registrar'],
    reach: ANY_REACH,
    contracted: true,
    afterRefusal: true,
    needs: 'proof of first contact: an issued letter that was served',
  },
  {
    step: 'enforce',
    what: 'facts for a motion to enforce',
    taken: 'the facts for a motion',
    roles: ANY_ROLE,
    reach: ['ordered'],
    afterRefusal: true,
    needs: 'an order that binds the recipient',
  },
];

interface LadderQuestion {
  readonly recipient: Recipient;
  /** Names that are known to be undone and late; they share what was done before. */
  readonly name: Name;
  readonly deadline: Instant;
  /** When each step was taken about this name, if it was. */
  readonly taken: ReadonlyMap<Purpose, Instant>;
  /** When the recipient last refused. */
  readonly refusedAt?: Instant;
  readonly patienceHours: number;
  readonly timeZone: string;
}

interface LadderAnswer {
  readonly step: Purpose;
  /** From when on it is due: the first one at once, each further one after some patience. */
  readonly from: Instant;
  /** One sentence without a full stop. */
  readonly because: string;
}

/** Absent: the last step was taken, and the rest is the court's. */
export function nextStepOf(question: LadderQuestion): LadderAnswer | undefined {
  const { deadline, patienceHours, refusedAt } = question;
  const last = lastTaken(question);
  const next = LADDER.slice(last === undefined ? 0 : LADDER.indexOf(last.row) + 1).find((row) => isOpen(row, question));
  if (next === undefined) return undefined;
  if (last === undefined) {
    if (refusedAt !== undefined) return { step: next.step, from: refusedAt, because: refusal(question, refusedAt) };
    return { step: next.step, from: deadline, because: `the deadline passed on ${dayOf(deadline, question)}` };
  }
  if (refusedAt !== undefined && isBefore(last.at, refusedAt)) {
    return { step: next.step, from: refusedAt, because: refusal(question, refusedAt) };
  }
  const from = instantAt(millisecondsOf(last.at) + patienceHours * 3_600_000);
  const because = `${last.row.taken} went out on ${dayOf(last.at, question)}, and ${patienceHours} hours are given to each step`;
  return { step: next.step, from, because: because.replace('the call went out', 'the call was made') };
}

/** What was done before the deadline belongs to an earlier one. */
function lastTaken({
  taken,
  deadline,
}: LadderQuestion): { readonly row: LadderStep; readonly at: Instant } | undefined {
  for (const row of LADDER.toReversed()) {
    const at = taken.get(row.step);
    if (at !== undefined && !isBefore(at, deadline)) return { row, at };
  }
  return undefined;
}

function isOpen(row: LadderStep, { recipient, name, refusedAt }: LadderQuestion): boolean {
  if (!row.roles.includes(recipient.role) || !row.reach.includes(recipient.reach)) return false;
  if (row.contracted === true && !isUnderContract(name)) return false;
  return row.afterRefusal || refusedAt === undefined;
}

/** Top levels that no registry agreement with ICANN covers, beside those of countries. */
const WITHOUT_CONTRACT: ReadonlySet<string> = new Set(['arpa', 'edu', 'gov', 'int', 'mil']);

/**
 * ICANN hears complaints about generic top levels only. Two letters are a country (ISO 3166); of those in other scripts
 * the label does not tell, and a complaint that is closed as out of reach helps less than the next step.
 */
export function isUnderContract(name: Name): boolean {
  const tld = topLabel(name);
  return tld.length > 2 && !tld.startsWith('xn--') && !WITHOUT_CONTRACT.has(tld);
}

function refusal({ recipient, ...question }: LadderQuestion, at: Instant): string {
  return `${recipient.name} refused on ${dayOf(at, question)}`;
}

function dayOf(at: Instant, { timeZone }: Pick<LadderQuestion, 'timeZone'>): string {
  return fullDateWords(localTime(at, timeZone).date);
}
