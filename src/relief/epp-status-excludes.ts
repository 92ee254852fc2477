// Relief: the registration does not carry these EPP statuses, such as a hold that keeps it out of the zone.
import type { Dossier } from '../model/judged/dossier.ts';
import type { Judgement } from '../model/judged/finding.ts';
import type { EppStatus } from '../model/seen/epp-status.ts';
import { andList } from '../model/text/phrase.ts';
import { defineRelief } from './define.ts';
import { eppStatuses } from './references.ts';
import { cannotTell, listed, met, notRegistered, unmet } from './say.ts';

interface Expected {
  readonly statuses: readonly EppStatus[];
  readonly whenMet: string;
}

const HOLDS: readonly EppStatus[] = ['serverHold', 'clientHold'];

export const eppStatusExcludes = defineRelief({
  kind: 'epp-status-excludes',
  noun: 'lifting of statuses',
  explain: {
    asks: 'The registration does not carry the EPP statuses that the order names, such as a hold.',
    how: 'None of them stands in the registry’s answer (RDAP before WHOIS).',
    reference: 'RFC 5731 section 2.3; RFC 8056 for their RDAP spelling',
    unknownWhen: [
      'The registry did not answer, or its answer could not be read.',
      'The answer states no status at all.',
    ],
  },
  terms: (z) => z.strictObject({ kind: z.literal('epp-status-excludes'), statuses: eppStatuses(z) }),
  holdsByItself: true,
  appliesTo: 'registrable-name',
  needs: ['registration'],
  require: (terms): Expected => ({ statuses: terms.statuses, whenMet: `not set: ${listed(terms.statuses)}` }),
  judge: judgeExcludes,
  ask: {
    stage: 'lift-hold',
    words({ statuses }, { what, seen }) {
      const left = statuses.filter((status) => seen?.statuses?.includes(status) ?? true);
      return left.length === 0 ? undefined : `lift ${andList(left)} from ${what}`;
    },
    target: ({ statuses }) => ({ states: [`without ${listed(statuses)}`] }),
  },
});

function judgeExcludes(expected: Expected, dossier: Dossier): Judgement {
  const free = notRegistered(dossier);
  if (free !== undefined) return free;
  const { statuses } = dossier;
  if (!statuses.known) return cannotTell(statuses);
  const left = expected.statuses.filter((status) => statuses.value.includes(status));
  if (left.length === 0) return met(expected.whenMet, statuses);
  const list = listed(left);
  const word = left.some((status) => HOLDS.includes(status)) ? 'hold-left' : 'status-left';
  return unmet(word, `still set: ${list}`, { ...statuses, now: list, ask: `to lift ${list}` });
}
