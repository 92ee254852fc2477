// Relief: the registration carries these EPP statuses, such as the registry's three locks (RFC 5731 section 2.3).
import type { Dossier } from '../model/judged/dossier.ts';
import type { Judgement } from '../model/judged/finding.ts';
import type { EppStatus } from '../model/seen/epp-status.ts';
import { andList } from '../model/text/phrase.ts';
import { type Asking, defineRelief } from './define.ts';
import { eppStatuses } from './references.ts';
import { cannotTell, listed, met, notRegistered, unmet } from './say.ts';

interface Expected {
  readonly statuses: readonly EppStatus[];
  readonly whenMet: string;
}

export const eppStatusIncludes = defineRelief({
  kind: 'epp-status-includes',
  noun: 'locks',
  explain: {
    asks: 'The registration carries the EPP statuses that the order names, such as the registry’s locks.',
    how: 'Every ordered status stands in the registry’s answer (RDAP before WHOIS). A `client*` status does not stand in for a `server*` one.',
    reference: 'RFC 5731 section 2.3; RFC 8056 for their RDAP spelling',
    unknownWhen: [
      'The registry did not answer, or its answer could not be read.',
      'The answer states no status at all.',
    ],
  },
  terms: (z) => z.strictObject({ kind: z.literal('epp-status-includes'), statuses: eppStatuses(z) }),
  appliesTo: 'registrable-name',
  needs: ['registration'],
  require: (terms): Expected => ({ statuses: terms.statuses, whenMet: `set: ${listed(terms.statuses)}` }),
  judge: judgeIncludes,
  ask: {
    stage: 'lock',
    words: ({ statuses }, asking) => lockWords(statuses, asking),
    target: ({ statuses }) => ({ statuses }),
  },
});

/** A registrar sets no `server*` status: it keeps its hands off, and the registry operator locks. */
function lockWords(statuses: readonly EppStatus[], { what, role }: Asking): string {
  if (role !== 'registrar') return `set ${andList(statuses)} on ${what}`;
  const own = statuses.filter((status) => !status.startsWith('server'));
  if (own.length > 0) return `set ${andList(own)} on ${what}`;
  return `keep ${what} unchanged but for what is asked here, so that the registry operator can set ${andList(statuses)}`;
}

function judgeIncludes(expected: Expected, dossier: Dossier): Judgement {
  const free = notRegistered(dossier);
  if (free !== undefined) return free;
  const { statuses } = dossier;
  if (!statuses.known) return cannotTell(statuses);
  const missing = expected.statuses.filter((status) => !statuses.value.includes(status));
  if (missing.length === 0) return met(expected.whenMet, statuses);
  const list = listed(missing);
  return unmet('locks-missing', `not set: ${list}`, { ...statuses, now: `without ${list}`, ask: `to set ${list}` });
}
