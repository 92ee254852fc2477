// What no letter may do, whatever its template says: cite an order that is not in force, list another's names, rest on old
// lookups, repeat itself, break the seal. Each guard takes a draft and gives what stands in its way.
import { fullDateWords } from '../../calendar/local-date.ts';
import { localTime } from '../../calendar/zone.ts';
import type { Case } from '../../model/case/case.ts';
import { providerFinder } from '../../model/case/party.ts';
import { type Instant, isBefore, millisecondsOf } from '../../model/instant.ts';
import type { Refusal } from '../../model/letter/letter.ts';
import { type Name, topLabel } from '../../model/name.ts';
import { firstFew } from '../../model/text/phrase.ts';
import { abuseDeskWords } from '../plan/abuse-desk.ts';
import {
  alike,
  alikeAhead,
  type Correspondence,
  FIRST_PURPOSES,
  isForHouse,
  servedAhead,
} from '../plan/correspondence.ts';
import type { Draft } from '../plan/planned.ts';
import type { Template } from '../templates/template.ts';
import { orderRefusals } from './order-guard.ts';
import { REFUSALS, refuse } from './refusals.ts';

export interface GuardContext {
  readonly theCase: Case;
  readonly asOf: Instant;
  readonly correspondence: Correspondence;
  /** There are looks of a clock that was ahead, so that none may count, and one be there. */
  readonly lookAhead?: boolean;
  readonly template: Template | undefined;
  /** Absent: not looked at here. */
  readonly copies?: Copies;
}

/** Copies of orders by their file: whether each is the file that the case states. One that is not there is left out. */
export type Copies = Readonly<Record<string, 'as-stated' | 'differs'>>;

type Guard = (draft: Draft, context: GuardContext) => readonly Refusal[];

/** Whose each name is, asked once more of the recipient's own entry. */
export function foreignNames(
  { recipient, names, purpose, missing }: Pick<Draft, 'recipient' | 'names' | 'purpose' | 'missing'>,
  { theCase, correspondence }: Pick<GuardContext, 'theCase' | 'correspondence'>,
): readonly Refusal[] {
  if (missing !== undefined) return [];
  const told = (name: Name): boolean =>
    correspondence.letters.some(
      ({ letter, names: all }) =>
        letter.recipient === recipient.id &&
        letter.purpose !== 'release' &&
        !isForHouse(letter.purpose) &&
        all.has(name),
    );
  const providerOf = providerFinder(theCase.recipients);
  const own = ({ name, seen }: Draft['names'][number]): boolean => {
    // A release undoes what the recipient was told, whoever has the name by now.
    if (purpose === 'release') return told(name);
    if (recipient.role === 'registry-operator') return recipient.tlds.includes(topLabel(name));
    if (recipient.role === 'provider') return providerOf(name)?.id === recipient.id;
    return seen.registrar?.ianaId === recipient.ianaId && recipient.ianaId !== undefined;
  };
  const foreign = names.filter((name) => !own(name));
  if (foreign.length === 0) return [];
  return [refuse('foreign-name', `not ${recipient.name}'s: ${some(foreign.map(({ name }) => name))}`)];
}

const lookups: Guard = ({ names, purpose, seenAt, clauses }, { theCase, asOf, lookAhead }) => {
  if (purpose === 'release') return [];
  const never = names.filter(({ seen }) => seen.at === undefined);
  const unseen = lookAhead === true ? 'no look counts yet' : 'never looked up';
  if (never.length > 0) return [refuse('never-looked-up', `${unseen}: ${some(never.map(({ name }) => name))}`)];
  if (seenAt === undefined) return [];
  const hours = (millisecondsOf(asOf) - millisecondsOf(seenAt)) / 3_600_000;
  const { freshHours } = theCase.letters;
  if (hours > freshHours) {
    const text = `the oldest lookup is more than ${Math.floor(hours)} hours old; the case allows ${freshHours}`;
    return [refuse('stale-lookups', text)];
  }
  const followsUp = !FIRST_PURPOSES.includes(purpose);
  const passed = clauses.some(({ deadline }) => deadline !== undefined && isBefore(seenAt, deadline.due));
  if (followsUp && passed) {
    return [refuse('stale-lookups', 'the oldest lookup was made before the deadline passed')];
  }
  return [];
};

const repeated: Guard = (draft, { correspondence, theCase }) => {
  const day = (at: Instant): string => fullDateWords(localTime(at, theCase.court.timeZone).date);
  const [last] = draft.sent;
  const [ahead] = alikeAhead(correspondence, draft);
  if (last === undefined && draft.servedAt !== undefined) {
    const text = `the order was served on ${day(draft.servedAt)} about the same names, without a letter issued here`;
    return [refuse('already-sent', text)];
  }
  if (last !== undefined) {
    return [refuse('already-sent', `${last.letter} about the same names went out on ${day(last.at)}`)];
  }
  if (ahead !== undefined) {
    const text = `${ahead.id} about the same names was issued on ${day(ahead.issued)}, which is still to come by this machine's clock`;
    return [refuse('already-issued', text)];
  }
  const told = FIRST_PURPOSES.includes(draft.purpose) ? servedAhead(correspondence, draft) : undefined;
  if (told !== undefined) {
    const text = `the journal says that the order was served on ${day(told)}, which is still to come by this machine's clock`;
    return [refuse('already-sent', text)];
  }
  const waiting = alike(correspondence, draft);
  const [first] = waiting.filter(({ at }) => at === undefined);
  if (first === undefined) return [];
  return [refuse('already-issued', `${first.letter.id} about the same names was issued and has not gone out`)];
};

const seal: Guard = ({ purpose }, { theCase, asOf }) => {
  const { seal: sealed, letters } = theCase;
  if (sealed === undefined || !isBefore(asOf, sealed.until) || letters.nonDisclosure !== undefined) return [];
  if (isForHouse(purpose)) return [];
  return [
    refuse('sealed-without-non-disclosure', 'the case is sealed, and no words of the order against disclosure are set'),
  ];
};

const namesThreshold: Guard = ({ names }, { theCase }) => {
  const { most } = theCase.letters;
  if (names.length <= most.names) return [];
  return [refuse('threshold', `${names.length} names in one letter; the case allows ${most.names}`)];
};

const contact: Guard = ({ recipient, purpose, names }, { theCase }) => {
  const { contacts } = recipient;
  const post = contacts.address.length > 0;
  if (purpose === 'call') {
    if (contacts.phone !== undefined || contacts.generalCounsel?.phone !== undefined) return [];
    return [refuse('no-contact', `no telephone number of ${recipient.name} is listed`)];
  }
  if (isForHouse(purpose)) return [];
  if (purpose === 'general-counsel') {
    if (contacts.generalCounsel?.email !== undefined || post) return [];
    return [
      refuse(
        'no-contact',
        `neither a mail address of the general counsel of ${recipient.name} nor a postal address is listed`,
      ),
    ];
  }
  if (contacts.email.length > 0 || contacts.form !== undefined || post) return [];
  const desk = recipient.role === 'registrar' ? abuseDeskWords(names, theCase) : '';
  const hint = `${REFUSALS['no-contact'].remedy} ${desk}`.trim();
  const text = `neither a mail address nor a web form nor a postal address of ${recipient.name} is listed`;
  return [refuse('no-contact', text, hint)];
};

const templates: Guard = ({ recipient, purpose, clauses }, { template }) => {
  if (template !== undefined && !template.reach.includes(recipient.reach)) {
    return [
      refuse(
        'reach-differs',
        `the template ${template.id} is for ${template.reach.join(', ')} parties; ${recipient.name} is ${recipient.reach}`,
      ),
    ];
  }
  if (template !== undefined) return [];
  const kinds = [...new Set(clauses.flatMap(({ relief }) => relief))].join(', ');
  const about = kinds === '' ? '' : ` about ${kinds}`;
  const role = recipient.role.replace('-', ' ');
  return [
    refuse(
      'no-template',
      `no template for ${purpose} to ${recipient.reach === 'ordered' ? 'an ordered' : 'a requested'} ${role}${about}`,
    ),
  ];
};

/** ICANN closes complaints that do not show it. */
const firstContact: Guard = ({ recipient, purpose }, { correspondence }) => {
  if (purpose !== 'complain') return [];
  const served = correspondence.letters.some(
    ({ letter, at }) => letter.recipient === recipient.id && at !== undefined && !isForHouse(letter.purpose),
  );
  return served ? [] : [refuse('no-first-contact', `no issued letter to ${recipient.name} is shown to have gone out`)];
};

const GUARDS: readonly Guard[] = [
  orderRefusals,
  repeated,
  lookups,
  foreignNames,
  templates,
  seal,
  namesThreshold,
  contact,
  firstContact,
];

export function guardRefusals(draft: Draft, context: GuardContext): readonly Refusal[] {
  return GUARDS.flatMap((guard) => guard(draft, context));
}

/** Of all that are to be written to at once. */
export function recipientsThreshold(theCase: Case, recipients: readonly string[]): readonly Refusal[] {
  const { most } = theCase.letters;
  const number = new Set(recipients).size;
  if (number <= most.recipients) return [];
  return [refuse('threshold', `${number} recipients at once; the case allows ${most.recipients}`)];
}

/** A refusal has to be read; the names stand in the plan. */
export function some(items: readonly string[]): string {
  return firstFew(items, 3);
}
