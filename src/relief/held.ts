// Relief of a hold order: the name stays registered and is taken out of the zone (RFC 5731 section 2.3, the hold
// statuses). That it is not in the zone decides; the hold status only supports it.
import type { Dossier } from '../model/judged/dossier.ts';
import type { Judgement } from '../model/judged/finding.ts';
import { FAILURES } from '../model/seen/failure.ts';
import { defineRelief } from './define.ts';
import { cannotTell, listed, met, notRegistered, unknown, unmet } from './say.ts';
import { holdsOf, keptIn } from './zone.ts';

export const held = defineRelief({
  kind: 'held',
  noun: 'hold',
  explain: {
    asks: 'The name stays registered but is taken out of the zone.',
    how: 'The parent zone neither delegates the name nor has addresses, mail exchanges or an alias (DNAME) for it, and the registry has the registration.',
    reference: 'RFC 5731 section 2.3 (clientHold, serverHold)',
    unknownWhen: [
      'No server of the parent zone gave a usable answer, or they disagree.',
      'The registry did not answer: a name that is not registered is not in the zone either.',
    ],
  },
  terms: (z) => z.strictObject({ kind: z.literal('held') }),
  appliesTo: 'registrable-name',
  needs: ['delegation', 'registration'],
  require: () => null,
  judge: (_expected, dossier) => judgeHeld(dossier),
  ask: {
    stage: 'delegate',
    words: (_expected, { what, role }) =>
      `set ${role === 'registrar' ? 'clientHold' : 'serverHold'} on ${what}, which takes ${what} out of the zone, and delete nothing`,
    target: () => ({ states: ['on hold, not in the zone'] }),
  },
});

function judgeHeld(dossier: Dossier): Judgement {
  const { delegation, registered } = dossier;
  const free = notRegistered(dossier);
  if (free !== undefined) return free;
  if (!delegation.known) return cannotTell(delegation);
  if (delegation.value !== null) {
    const servers = listed(delegation.value.nameServers);
    return unmet('in-zone', `still in the zone, delegated to ${servers}`, {
      ...delegation,
      now: `delegated to ${servers}`,
      ask: 'to set the hold',
    });
  }
  const kept = keptIn(dossier);
  if (kept !== undefined && kept.texts.length > 0) {
    const list = listed(kept.texts);
    return unmet('in-zone', `not delegated, and still in the zone: ${list}`, {
      citations: delegation.citations,
      now: list,
      ask: 'to set the hold',
    });
  }
  if (kept?.failure !== undefined) {
    const reason = `not delegated, and whether the zone itself has addresses for it is not known: ${FAILURES[kept.failure]}`;
    return unknown(kept.failure, reason, delegation);
  }
  if (!registered.known) return cannotTell(registered);
  const { holds, citations } = holdsOf(dossier);
  return met('registered and not in the zone', {
    citations: [
      ...delegation.citations,
      ...registered.citations,
      ...citations.filter((id) => !registered.citations.includes(id)),
    ],
    notes: holds.length > 0 ? undefined : ['no hold status is shown'],
  });
}
