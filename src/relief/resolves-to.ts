// Relief: the name and the hosts under it resolve to the sinkhole, at every address of every delegated server, by A and
// by AAAA (RFC 1034 section 3.6.2 for CNAME chains, RFC 4592 for wildcards). It asks the delegated servers, whichever
// they are: whether they are the ordered ones is the business of `delegated-to`.
import type { Address, Prefix } from '../model/address.ts';
import type { Dossier, ServerAnswers } from '../model/judged/dossier.ts';
import type { Judgement } from '../model/judged/finding.ts';
import { FAILURE_CAUSES } from '../model/seen/failure.ts';
import { HOSTS, type Host } from '../model/seen/observation.ts';
import { andList } from '../model/text/phrase.ts';
import { defineRelief } from './define.ts';
import { failureText, type HostVerdict, hostText, judgeHost } from './host-answer.ts';
import { prefixesLike, rememberingTest, sinkholeIn, sinkholeRef } from './references.ts';
import { cannotTell, listed, met, unknown, unmet } from './say.ts';
import type { Word } from './words.ts';
import { keptIn, notDelegated } from './zone.ts';

interface Expected {
  readonly hosts: readonly Host[];
  readonly prefixes: readonly Prefix[];
  readonly holds: (address: Address) => boolean;
  readonly whenMet: string;
}

export const resolvesTo = defineRelief({
  kind: 'resolves-to',
  noun: 'redirection',
  explain: {
    asks: 'The name and the hosts under it resolve to the sinkhole.',
    how: 'The name itself, `www` and a random label are asked at every address of every delegated server, A and AAAA: each has an address, and every address lies inside the sinkhole’s prefixes.',
    reference: 'RFC 1034 section 4.3.2; RFC 4592 (wildcards)',
    unknownWhen: [
      'The delegation is not known.',
      'A delegated server gave no usable answer, and nothing else shows that the order is not met.',
      'The name is a host name under another registration, whose servers are not asked.',
    ],
  },
  terms: (z) =>
    z.strictObject({
      kind: z.literal('resolves-to'),
      sinkhole: sinkholeRef(z),
      hosts: z.array(z.enum(HOSTS)).min(1).optional().describe('Which hosts are judged; all three when absent.'),
    }),
  facet: 'sinkholed',
  appliesTo: 'any-name',
  needs: ['delegation', 'addresses', 'registration'],
  references: (terms) => ({ sinkholes: [terms.sinkhole] }),
  require(terms, theCase): Expected {
    const { prefixes } = sinkholeIn(theCase, terms.sinkhole);
    const hosts = HOSTS.filter((host) => terms.hosts === undefined || terms.hosts.includes(host));
    const whenMet = `${listed(hosts.map(hostText))}: inside ${listed(prefixes)} at every delegated server`;
    return { hosts, prefixes, holds: rememberingTest(prefixes), whenMet };
  },
  judge: judgeAddresses,
  ask: {
    stage: 'delegate',
    words: ({ prefixes }, { what }) =>
      `have ${what} and the hosts below resolve to addresses inside ${andList(prefixes)}`,
    target: ({ prefixes }) => ({ states: [`addresses inside ${listed(prefixes)}`] }),
  },
});

/** ICANN's "Name Collision Occurrence Management Framework" (2014-07); last verified 2026-11. */
const COLLISION = '127.0.53.53';

/** Which of several definite failings is told, the gravest first. */
const GRAVITY: readonly Word[] = ['outside-sinkhole', 'lame', 'no-address', 'no-wildcard'];

function judgeAddresses(expected: Expected, dossier: Dossier): Judgement {
  const { delegation, servers } = dossier;
  if (!delegation.known) return cannotTell(delegation);
  if (delegation.value === null) {
    if (dossier.under === undefined) return judgeUndelegated(expected, dossier, delegation);
    return unknown('not-asked', `a host name under ${dossier.under}, whose servers are not asked`, delegation);
  }
  if (servers.length === 0) return unknown('not-asked', 'no delegated server was asked', delegation);
  const failings: Judgement[] = [];
  for (const server of servers) judgeServer(expected, server, failings);
  const worst = gravest(failings);
  if (worst !== undefined) return { ...worst, citations: [...delegation.citations, ...worst.citations] };
  const citations = [...delegation.citations];
  for (const { answers } of servers) for (const id of answers.citations) citations.push(id);
  return met(expected.whenMet, { citations, notes: leftOut(servers) });
}

/** Addresses of the parent zone's own lead somewhere all the same. */
function judgeUndelegated(
  { holds, prefixes }: Expected,
  dossier: Dossier,
  delegation: Parameters<typeof notDelegated>[1],
): Judgement {
  const addresses = keptIn(dossier)?.addresses ?? [];
  if (addresses.length === 0) return notDelegated(dossier, delegation);
  const outside = addresses.find((address) => !holds(address));
  if (outside === undefined) {
    return unknown('not-asked', `not delegated; the parent zone itself has ${listed(addresses)}`, delegation);
  }
  const reason = `${outside} is outside ${prefixesLike(outside, prefixes)} (the name itself, in the parent zone)`;
  return unmet('outside-sinkhole', reason, { ...delegation, now: outside });
}

/** What a machine without IPv6 could not ask is told, since the verdict rests on the rest. */
function leftOut(servers: readonly ServerAnswers[]): readonly string[] {
  if (!servers.some(({ facts }) => facts?.unasked?.length)) return [];
  const addresses = [...new Set(servers.flatMap(({ facts }) => facts?.unasked ?? []))];
  return [`not asked, since the machine had no IPv6: ${listed(addresses)}`];
}

function gravest(failings: readonly Judgement[]): Judgement | undefined {
  for (const word of GRAVITY) {
    const found = failings.find((failing) => failing.verdict === 'unmet' && failing.word === word);
    if (found !== undefined) return found;
  }
  return failings[0];
}

function judgeServer(expected: Expected, server: ServerAnswers, failings: Judgement[]): void {
  const { answers } = server;
  if (!answers.known) {
    failings.push(answers.word === 'lame' ? lame(server) : fromSilence(server));
    return;
  }
  for (const host of expected.hosts) {
    const verdict = judgeHost(answers.value[host], expected.holds);
    if (verdict.says !== 'inside') failings.push(failing(verdict, { expected, server, host }));
  }
  const other = server.facts?.otherRandom;
  if (other === undefined || !expected.hosts.includes('random')) return;
  const verdict = judgeHost(other, expected.holds);
  if (verdict.says !== 'inside') failings.push(failing(verdict, { expected, server, host: 'random' }));
}

interface Where {
  readonly expected: Expected;
  readonly server: ServerAnswers;
  readonly host: Host;
}

function failing(
  verdict: Exclude<HostVerdict, { readonly says: 'inside' }>,
  { expected, server, host }: Where,
): Judgement {
  const { citations } = server.answers;
  const where = `${hostText(host)}, at ${server.server}`;
  switch (verdict.says) {
    case 'outside': {
      const what = verdict.address === COLLISION ? ', the address that warns of a name collision (ICANN),' : '';
      const reason = `${verdict.address}${what} is outside ${prefixesLike(verdict.address, expected.prefixes)} (${where})`;
      return unmet('outside-sinkhole', reason, { citations, now: verdict.address });
    }
    case 'nothing': {
      const word = host === 'apex' ? 'no-address' : 'no-wildcard';
      return unmet(word, `no address (${where})`, { citations, now: 'without an address' });
    }
    case 'unclear':
      return unknown(verdict.failure, `${failureText(verdict)}: ${where}`, { citations });
  }
}

function lame(server: ServerAnswers): Judgement {
  const how = server.cause === undefined ? 'does not answer for the zone' : FAILURE_CAUSES[server.cause];
  const reason = `${server.server} is lame: it ${how}`;
  return unmet('lame', reason, { citations: server.answers.citations, now: `lame at ${server.server}` });
}

function fromSilence(server: ServerAnswers): Judgement {
  const { answers } = server;
  const { word, reason } = answers.known ? { word: 'not-asked', reason: 'not asked' } : answers;
  return { verdict: 'unknown', word, reason: `${server.server}: ${reason}`, citations: answers.citations };
}
