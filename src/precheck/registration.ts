// What the registration of a name says before an order is served: whether there is one, whether it can be moved, when it ends.

import type { Action } from '../model/case/order.ts';
import { addDays, type Instant, isBefore } from '../model/instant.ts';
import type { Dossier } from '../model/judged/dossier.ts';
import type { PrecheckFinding } from '../model/judged/precheck.ts';
import type { EppStatus } from '../model/seen/epp-status.ts';
import type { Observation } from '../model/seen/observation.ts';
import { statedIn } from '../progress/stated.ts';
import { found } from './found.ts';

/** ICANN's Transfer Policy, sections I.A.3.8 and II.C.2; a change to 720 hours was under way when last verified 2026-11. */
const LOCK_DAYS = 60;
/** The checklist before service (field/legal.md, 2.6) and the watch of later runs ask for the same. */
const SOON_DAYS = 90;

interface RegistrationQuestion {
  readonly dossier: Dossier;
  readonly observations: readonly Observation[];
  readonly action: Action;
  readonly asOf: Instant;
  /** When the last order over the name ends; absent: a further order ends it. */
  readonly orderEnds?: Instant;
}

export function registrationFindings(question: RegistrationQuestion): readonly PrecheckFinding[] {
  const { dossier, action } = question;
  const { registered } = dossier;
  if (!registered.known) return [found('registration-unknown', registered.reason, registered.citations)];
  const wantsNone = action === 'register' || action === 'block';
  if (registered.value !== 'registered') {
    const reserved = registered.value === 'reserved';
    const says = reserved ? 'the registry says that it is reserved' : 'the registry has no such registration';
    if (wantsNone) return [found('as-ordered-already', `${says}, as the order takes it to be`, registered.citations)];
    return [found(reserved ? 'reserved-before' : 'not-registered-before', says, registered.citations)];
  }
  const taken = wantsNone ? [found('already-registered', 'somebody has it', registered.citations)] : [];
  return [...taken, ...statusFindings(question), ...moved(question), ...ends(question), ...withheld(question)];
}

function statusFindings({ dossier: { statuses }, action }: RegistrationQuestion): readonly PrecheckFinding[] {
  if (!statuses.known) return [];
  const { value, citations } = statuses;
  const those = (...wanted: readonly EppStatus[]): string => value.filter((one) => wanted.includes(one)).join(', ');
  const made: PrecheckFinding[] = [];
  const add = (word: Parameters<typeof found>[0], shown: string): void => {
    if (shown !== '') made.push(found(word, shown, citations));
  };
  const leaving = value.includes('redemptionPeriod') || value.includes('pendingRestore');
  if (leaving) add('redemption', those('pendingDelete', 'redemptionPeriod', 'pendingRestore'));
  else add('pending-delete-before', those('pendingDelete'));
  add(action === 'hold' ? 'as-ordered-already' : 'on-hold', those('clientHold', 'serverHold'));
  add('transfer-under-way', those('pendingTransfer'));
  add('renewal-refused', those('clientRenewProhibited', 'serverRenewProhibited'));
  return made;
}

function moved({ observations, dossier: { statuses }, asOf }: RegistrationQuestion): readonly PrecheckFinding[] {
  const since = addDays(asOf, -LOCK_DAYS);
  const lately = (at: Instant): boolean => isBefore(since, at);
  const transferred = statedIn(observations, 'transferred');
  const created = statedIn(observations, 'created');
  const updated = statedIn(observations, 'updated');
  if (transferred && lately(transferred.value)) {
    return [found('moved-lately', `moved to its registrar on ${dayOf(transferred.value)}`, [transferred.id])];
  }
  if (created && lately(created.value)) {
    return [found('moved-lately', `registered on ${dayOf(created.value)}`, [created.id])];
  }
  const grace = statuses.known ? statuses.value.filter((one) => one === 'transferPeriod' || one === 'addPeriod') : [];
  if (statuses.known && grace.length > 0) return [found('moved-lately', grace.join(', '), statuses.citations)];
  if (updated === undefined || transferred !== undefined || !lately(updated.value)) return [];
  return [found('changed-lately', `changed on ${dayOf(updated.value)}`, [updated.id])];
}

function ends({ dossier: { expires, statuses }, asOf, orderEnds }: RegistrationQuestion): readonly PrecheckFinding[] {
  const unpaid = statuses.known && statuses.value.includes('autoRenewPeriod');
  if (!expires.known) {
    return unpaid ? [found('ends-soon', 'ended, and renewed without being paid for yet', statuses.citations)] : [];
  }
  const { value, citations } = expires;
  const ended = isBefore(value, asOf);
  const text = `the registration ${ended ? 'ended' : 'ends'} on ${dayOf(value)}`;
  if (ended) return [found('ends-soon', text, citations)];
  if (orderEnds !== undefined && isBefore(value, orderEnds)) {
    return [found('ends-within-order', `${text}, the order on ${dayOf(orderEnds)}`, citations)];
  }
  if (isBefore(value, addDays(asOf, SOON_DAYS))) return [found('ends-soon', text, citations)];
  if (!unpaid) return [];
  return [found('ends-soon', `${text}, and the last renewal is not paid for yet`, statuses.citations)];
}

function withheld({ dossier: { registrant } }: RegistrationQuestion): readonly PrecheckFinding[] {
  if (!registrant.known || registrant.value.shown !== 'redacted') return [];
  return [found('registrant-withheld', 'the registrant is withheld', registrant.citations)];
}

function dayOf(at: Instant): string {
  return at.slice(0, 10);
}
