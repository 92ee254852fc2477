// Relief: the registry gives no address of the former owner's name servers any more. A host object that is left behind
// under a seized name keeps leading to them, for this name and for others that use it (RFC 5732; RFC 9874).
import type { Address } from '../model/address.ts';
import type { Dossier, ParentView } from '../model/judged/dossier.ts';
import type { Judgement } from '../model/judged/finding.ts';
import { defineRelief } from './define.ts';
import { rememberingTest, sinkholeIn, sinkholeRef } from './references.ts';
import { cannotTell, listed, met, unknown, unmet } from './say.ts';
import { keptIn } from './zone.ts';

interface Expected {
  readonly glue: Readonly<Record<string, readonly Address[]>>;
  readonly nameServers: readonly string[];
  readonly holds: (address: Address) => boolean;
}

export const glueWithdrawn = defineRelief({
  kind: 'glue-withdrawn',
  noun: 'withdrawal of glue',
  explain: {
    asks: 'The parent zone gives no address of the former owner’s name servers.',
    how: 'Every glue address that a server of the parent zone gives with the delegation lies inside the sinkhole’s prefixes, is listed for that name server in the case, or is what the sinkhole’s own zone gives for it.',
    reference: 'RFC 1034 section 4.2.1; RFC 5732; RFC 9874',
    unknownWhen: [
      'No server of the parent zone gave a usable answer, or they disagree and none gives such an address.',
      'The name is not delegated, and the parent zone has something at or below it.',
    ],
  },
  terms: (z) => z.strictObject({ kind: z.literal('glue-withdrawn'), sinkhole: sinkholeRef(z) }),
  appliesTo: 'registrable-name',
  needs: ['delegation', 'addresses'],
  references: (terms) => ({ sinkholes: [terms.sinkhole] }),
  require(terms, theCase): Expected {
    const { nameServers, prefixes, glue = {} } = sinkholeIn(theCase, terms.sinkhole);
    return { glue, nameServers, holds: rememberingTest(prefixes) };
  },
  judge: judgeGlue,
  ask: {
    stage: 'delegate',
    words: (_expected, { what }) => `delete the host objects of the former name servers under ${what}`,
    target: () => ({ states: ['no glue of the former name servers'] }),
  },
});

function judgeGlue(expected: Expected, dossier: Dossier): Judgement {
  const { delegation, parents = [] } = dossier;
  for (const parent of parents) {
    const left = leftAt(expected, dossier, parent);
    if (left === undefined) continue;
    const reason = `${parent.server} gives ${listed(left.addresses)} for ${left.server}`;
    return unmet('glue-left-over', reason, {
      citations: [parent.id],
      now: `glue ${listed(left.addresses)}`,
      ask: `to delete or correct the host object ${left.server}`,
    });
  }
  if (!delegation.known) return cannotTell(delegation);
  const absent = delegation.value === null;
  if (absent && keptIn(dossier) !== undefined) {
    const reason =
      'not delegated, and the parent zone still has something at or below it, which may be the address of a name server';
    return unknown('below-in-zone', reason, delegation);
  }
  return met(absent ? 'not in the zone, so without glue' : 'no glue but the sinkhole’s', delegation);
}

function leftAt(expected: Expected, { servers }: Dossier, { facts }: ParentView) {
  for (const [server, addresses] of Object.entries(facts.glue)) {
    const listedFor: readonly Address[] = expected.glue[server] ?? [];
    const own = expected.nameServers.includes(server)
      ? servers.flatMap((one) => (one.facts?.nameServer === server ? (one.facts.ownAddresses ?? []) : []))
      : [];
    const stray = addresses.filter(
      (address) => !expected.holds(address) && !listedFor.includes(address) && !own.includes(address),
    );
    if (stray.length > 0) return { server, addresses: stray };
  }
  return undefined;
}
