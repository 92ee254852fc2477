// Relief: the parent zone delegates the name to the ordered name servers, all of them and no others. Only the parent
// says this (RFC 1034 section 4.2.1, RFC 9499 section 7); what the child's own servers claim decides nothing.

import type { Dossier } from '../model/judged/dossier.ts';
import type { Judgement } from '../model/judged/finding.ts';
import type { LetterTarget } from '../model/letter/letter.ts';
import type { Name } from '../model/name.ts';
import { sameSet } from '../model/seen/delegation.ts';
import { andList } from '../model/text/phrase.ts';
import { defineRelief } from './define.ts';
import { sinkholeIn, sinkholeRef } from './references.ts';
import { cannotTell, listed, met, unmet } from './say.ts';
import { notDelegated } from './zone.ts';

interface Expected {
  readonly nameServers: readonly Name[];
  readonly target: LetterTarget;
  readonly list: string;
  readonly whenMet: string;
}

export const delegatedTo = defineRelief({
  kind: 'delegated-to',
  noun: 'redirection',
  explain: {
    asks: 'The name is delegated to the sinkhole’s name servers.',
    how: 'The set of name servers at the parent zone equals the ordered set exactly; order does not matter, one server more or less does. No parent zone signs name servers or glue; what is signed is the DS, or that there is none.',
    reference: 'RFC 1034 section 4.2.1; RFC 9499 section 7',
    unknownWhen: ['No server of the parent zone gave a usable answer.', 'Servers of the parent zone disagree.'],
  },
  terms: (z) => z.strictObject({ kind: z.literal('delegated-to'), sinkhole: sinkholeRef(z) }),
  facet: 'sinkholed',
  appliesTo: 'registrable-name',
  needs: ['delegation', 'registration'],
  references: (terms) => ({ sinkholes: [terms.sinkhole] }),
  require(terms, theCase): Expected {
    const { nameServers, glue } = sinkholeIn(theCase, terms.sinkhole);
    const list = listed(nameServers);
    const target = glue === undefined ? { nameServers } : { nameServers, glue };
    return { nameServers, target, list, whenMet: `delegated to ${list}` };
  },
  judge: judgeDelegation,
  ask: {
    stage: 'delegate',
    words: ({ nameServers }, { what }) => `delegate ${what} to ${andList(nameServers)}, and to no other name server`,
    target: ({ target }) => target,
  },
});

function judgeDelegation(expected: Expected, dossier: Dossier): Judgement {
  const { delegation } = dossier;
  if (!delegation.known) return cannotTell(delegation);
  if (delegation.value === null) return notDelegated(dossier, delegation);
  const seen = delegation.value.nameServers;
  if (sameSet(seen, expected.nameServers)) return met(expected.whenMet, delegation);
  return unmet('other-name-servers', difference(expected, seen), {
    ...delegation,
    now: listed(seen),
    ask: `to delegate it to ${expected.list}`,
  });
}

function difference(expected: Expected, seen: readonly Name[]): string {
  const extra = seen.filter((server) => !expected.nameServers.includes(server));
  const missing = expected.nameServers.filter((server) => !seen.includes(server));
  if (extra.length === 0) return `delegated without ${listed(missing)}`;
  if (missing.length === 0) return `delegated to ${listed(extra)} besides ${expected.list}`;
  return `delegated to ${listed(seen)}, not to ${expected.list}`;
}
