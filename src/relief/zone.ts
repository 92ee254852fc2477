// What it means that the parent zone does not have a name, told by what the registry says of it.

import type { Dossier, Fact } from '../model/judged/dossier.ts';
import type { Judgement } from '../model/judged/finding.ts';
import type { Delegation } from '../model/seen/delegation.ts';
import type { EppStatus } from '../model/seen/epp-status.ts';
import { unmet } from './say.ts';

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

/** The judgement of what needs a delegation when the parent zone definitely has none. */
export function notDelegated(dossier: Dossier, fact: Fact<Delegation | null> & { readonly known: true }): Judgement {
  const { registered } = dossier;
  if (registered.known && registered.value !== 'registered') {
    const citations = [...fact.citations, ...registered.citations];
    return unmet('not-registered', 'not registered, so not in the zone', { citations, now: 'not registered' });
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
