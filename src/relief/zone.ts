// What it means that the parent zone does not have a name, told by what the registry says of it.

import type { Address } from '../model/address.ts';
import type { Dossier, Fact } from '../model/judged/dossier.ts';
import type { Judgement } from '../model/judged/finding.ts';
import type { Delegation } from '../model/seen/delegation.ts';
import type { EppStatus } from '../model/seen/epp-status.ts';
import type { FailureKind } from '../model/seen/failure.ts';
import { listed, unmet } from './say.ts';

const HOLDS: readonly EppStatus[] = ['serverHold', 'clientHold'];

/** The holds that are set, with what says so; empty when none is, or when statuses are not known. */
export function holdsOf(dossier: Dossier): {
  readonly holds: readonly EppStatus[];
  readonly citations: readonly string[];
} {
  const { statuses } = dossier;
  if (!statuses.known) return { holds: [], citations: [] };
  const holds = HOLDS.filter((status) => statuses.value.includes(status));
  return { holds, citations: holds.length === 0 ? [] : statuses.citations };
}

interface Kept {
  readonly addresses: readonly Address[];
  readonly mail: readonly string[];
  /** All of it as it is said: `A 203.0.113.9`, `MX mail.evil.example`. */
  readonly texts: readonly string[];
  /** Why that may not be all. */
  readonly failure?: FailureKind;
  readonly citations: readonly string[];
}

/** What the parent zone has of a name that it does not delegate, at any of its servers; empty: something below it. Absent: nothing. */
export function keptIn({ inParents = [] }: Dossier): Kept | undefined {
  if (inParents.length === 0) return undefined;
  const addresses = distinct(inParents.flatMap(({ inZone }) => inZone.addresses));
  const mail = distinct(inParents.flatMap(({ inZone }) => inZone.mail));
  const aliases = distinct(inParents.flatMap(({ inZone }) => inZone.alias ?? []));
  const failure = inParents.find(({ inZone }) => inZone.failure !== undefined)?.inZone.failure;
  const texts = [
    ...addresses.map((address) => `${address.includes(':') ? 'AAAA' : 'A'} ${address}`),
    ...mail.map((exchange) => `MX ${exchange}`),
    ...aliases.map((target) => `DNAME ${target}`),
  ];
  const citations = inParents.map(({ id }) => id);
  return { addresses, mail, texts, ...(failure === undefined ? {} : { failure }), citations };
}

function distinct<T>(items: readonly T[]): readonly T[] {
  return [...new Set(items)];
}

/** The judgement of what needs a delegation when the parent zone definitely has none. */
export function notDelegated(dossier: Dossier, fact: Fact<Delegation | null> & { readonly known: true }): Judgement {
  const { registered } = dossier;
  if (registered.known && registered.value !== 'registered') {
    const citations = [...fact.citations, ...registered.citations];
    return unmet('not-registered', 'not registered, so not in the zone', { citations, now: 'not registered' });
  }
  const kept = keptIn(dossier);
  if (kept !== undefined && kept.texts.length > 0) {
    const reason = `not delegated; the parent zone itself has ${listed(kept.texts)}`;
    return unmet('not-delegated', reason, { ...fact, now: listed(kept.texts), ask: 'to delegate it' });
  }
  const { holds, citations } = holdsOf(dossier);
  if (holds.length > 0) {
    const list = holds.join(' and ');
    return unmet('held', `on hold (${list}), so not in the zone`, {
      citations: [...fact.citations, ...citations],
      now: `on ${list}`,
      ...(holds.includes('serverHold') ? { ask: 'to lift serverHold' } : {}),
    });
  }
  return unmet('not-delegated', 'not in the parent zone', { ...fact, now: 'not in the zone', ask: 'to delegate it' });
}
