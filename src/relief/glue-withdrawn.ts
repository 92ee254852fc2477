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
      'A server of the sinkhole has glue that the case does not list, and what its own zone gives for it was not heard.',
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
  const strays = parents.flatMap((parent) => straysAt(expected, dossier, parent));
  const left = strays.find(({ untold }) => untold === undefined);
  if (left !== undefined) {
    return unmet('glue-left-over', left.text, {
      citations: [left.parent.id],
      now: `glue ${listed(left.addresses)}`,
      ask: `to delete or correct the host object ${left.server}`,
    });
  }
  if (!delegation.known) return cannotTell(delegation);
  const [doubt] = strays;
  if (doubt?.untold !== undefined) {
    const reason = `${doubt.text}, and what its own zone gives for it is not known`;
    return { verdict: 'unknown', word: doubt.untold, reason, citations: [doubt.parent.id] };
  }
  const absent = delegation.value === null;
  if (absent && keptIn(dossier) !== undefined) {
    const reason =
      'not delegated, and the parent zone still has something at or below it, which may be the address of a name server';
    return unknown('below-in-zone', reason, delegation);
  }
  return met(absent ? 'not in the zone, so without glue' : 'no glue but the sinkhole’s', delegation);
}

interface Stray {
  readonly parent: ParentView;
  readonly server: string;
  readonly addresses: readonly Address[];
  readonly text: string;
  /** Why nobody can tell whether they are the server's own; absent: they are not. */
  readonly untold?: string;
}

function straysAt(expected: Expected, dossier: Dossier, parent: ParentView): readonly Stray[] {
  return Object.entries(parent.facts.glue).flatMap(([server, addresses]) => {
    const listedFor: readonly Address[] = expected.glue[server] ?? [];
    const own = expected.nameServers.includes(server) ? ownOf(server, dossier) : { addresses: [] };
    const stray = addresses.filter(
      (address) => !expected.holds(address) && !listedFor.includes(address) && !own.addresses.includes(address),
    );
    if (stray.length === 0) return [];
    const text = `${parent.server} gives ${listed(stray)} for ${server}`;
    // Where the case lists its addresses, another one is none of them.
    const isDoubtful = own.untold !== undefined && expected.glue[server] === undefined;
    return [{ parent, server, addresses: stray, text, ...(isDoubtful && { untold: own.untold }) }];
  });
}

/** What a server's own zone gives for it. */
function ownOf(server: string, { servers }: Dossier): Pick<Stray, 'addresses' | 'untold'> {
  const seen = servers.filter((one) => (one.facts?.nameServer ?? one.server.split(' ', 1)[0]) === server);
  const heard = seen.flatMap(({ facts }) => (facts?.ownAddresses === undefined ? [] : [facts.ownAddresses]));
  if (heard.length > 0) return { addresses: heard.flat() };
  const [first] = seen;
  const silent = first?.answers.known === false ? first.answers.word : undefined;
  return { addresses: [], untold: first?.facts?.ownFailure ?? silent ?? 'not-asked' };
}
