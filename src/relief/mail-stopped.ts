// Relief: mail of the name reaches the former owner no more. At every delegated server the MX is absent, null (RFC 7505) or
// the sinkhole's; without an MX, mail goes to the name's own address (RFC 5321 section 5.1), so that is looked at too.
import type { Address } from '../model/address.ts';
import { domainsOf } from '../model/case/sinkhole.ts';
import type { Dossier, ServerAnswers } from '../model/judged/dossier.ts';
import type { Judgement } from '../model/judged/finding.ts';
import { FAILURES } from '../model/seen/failure.ts';
import { defineRelief } from './define.ts';
import { failureText, judgeHost } from './host-answer.ts';
import { exchangesWithin, strayExchanges } from './mail.ts';
import { rememberingTest, sinkholeIn, sinkholeRef } from './references.ts';
import { cannotTell, listed, met, unknown, unmet } from './say.ts';
import { keptIn } from './zone.ts';

interface Expected {
  readonly domains: readonly string[];
  readonly holds: (address: Address) => boolean;
}

export const mailStopped = defineRelief({
  kind: 'mail-stopped',
  noun: 'end of mail',
  explain: {
    asks: 'Mail of the name reaches its former owner no more.',
    how: 'At every address of every delegated server the MX records are absent, null, or lead to the name itself, to hosts under it or to the sinkhole’s own domain. Where they are absent or lead to the name, its addresses lie inside the sinkhole’s prefixes; where they lead to hosts under it, the addresses of those do.',
    reference: 'RFC 5321 section 5.1; RFC 7505',
    unknownWhen: [
      'The delegation is not known.',
      'A delegated server gave no usable answer to the MX question, or about the name’s addresses.',
      'Mail goes to a host under the name whose addresses were not asked, as in older runs.',
    ],
  },
  terms: (z) => z.strictObject({ kind: z.literal('mail-stopped'), sinkhole: sinkholeRef(z) }),
  appliesTo: 'registrable-name',
  needs: ['delegation', 'addresses'],
  references: (terms) => ({ sinkholes: [terms.sinkhole] }),
  require(terms, theCase): Expected {
    const sinkhole = sinkholeIn(theCase, terms.sinkhole);
    return { domains: domainsOf([sinkhole]), holds: rememberingTest(sinkhole.prefixes) };
  },
  judge: judgeMail,
  ask: {
    stage: 'delegate',
    words: (_expected, { what }) => `have no mail of ${what} delivered to its former owner`,
    target: () => ({ states: ['no MX but a null MX or the sinkhole’s'] }),
  },
});

function judgeMail(expected: Expected, dossier: Dossier): Judgement {
  const { delegation, servers } = dossier;
  if (!delegation.known) return cannotTell(delegation);
  if (delegation.value === null) return judgeUndelegated(expected, dossier, delegation.citations);
  if (servers.length === 0) return unknown('not-asked', 'no delegated server was asked', delegation);
  const judgements = servers.map((server) => judgeServer(expected, dossier, server));
  const worst = judgements.find(({ verdict }) => verdict === 'unmet') ?? judgements.find(isOpen);
  if (worst !== undefined) return { ...worst, citations: [...delegation.citations, ...worst.citations] };
  const citations = delegation.citations.concat(...servers.map(({ answers }) => answers.citations));
  return met('no mail leads past the sinkhole at any delegated server', { citations });
}

/** Some registries enter addresses and exchanges into their own zone, without a delegation. */
function judgeUndelegated({ domains, holds }: Expected, dossier: Dossier, citations: readonly string[]): Judgement {
  const kept = keptIn(dossier);
  const past = [
    ...strayExchanges(kept?.mail ?? [], dossier.name, domains),
    ...(kept?.mail.length === 0 ? kept.addresses.filter((address) => !holds(address)) : []),
  ];
  if (past.length > 0) {
    const list = listed(past);
    return unmet('mail-left-over', `the parent zone itself sends mail to ${list}`, {
      citations,
      now: `mail to ${list}`,
    });
  }
  if (kept?.failure !== undefined) {
    return unknown(kept.failure, `${FAILURES[kept.failure]} (what the parent zone itself has of it)`, { citations });
  }
  if (kept !== undefined && exchangesWithin(kept.mail, dossier.name, domains).length > 0) {
    const reason = `the parent zone itself sends mail to ${listed(kept.mail)}, whose addresses are not asked`;
    return unknown('not-asked', reason, { citations });
  }
  const none = kept === undefined || kept.addresses.length + kept.mail.length === 0;
  return met(none ? 'not in the zone, so no mail finds it' : 'no mail leads past the sinkhole', { citations });
}

function isOpen({ verdict }: Judgement): boolean {
  return verdict === 'unknown';
}

/** An exchange below the name; absent where no mail gets past the sinkhole by it. */
function judgeBelow(
  host: string,
  { server, facts }: ServerAnswers,
  holds: Expected['holds'],
): Omit<Judgement, 'citations'> | undefined {
  const pair = facts?.mailHosts?.[host];
  if (pair === undefined) {
    const reason = `${server} sends mail to ${host}, whose address is not asked`;
    return { verdict: 'unknown', word: 'not-asked', reason };
  }
  const verdict = judgeHost(pair, holds);
  if (verdict.says === 'outside') {
    const reason = `${server} sends mail to ${host} at ${verdict.address}`;
    return { verdict: 'unmet', word: 'mail-left-over', reason, now: `mail to ${verdict.address}` };
  }
  if (verdict.says !== 'unclear') return undefined;
  return { verdict: 'unknown', word: verdict.failure, reason: `${failureText(verdict)}: ${host}, at ${server}` };
}

function judgeServer({ domains, holds }: Expected, { name }: Dossier, server: ServerAnswers): Judgement {
  const { answers, facts } = server;
  if (!answers.known) return { ...cannotTell(answers), reason: `${server.server}: ${answers.reason}` };
  const mail = facts?.zone?.mail;
  if (mail === undefined) {
    const failure = facts?.zone?.failures?.MX ?? 'not-asked';
    return unknown(failure, `${FAILURES[failure]} (MX, at ${server.server})`, answers);
  }
  const stray = strayExchanges(mail, name, domains);
  if (stray.length > 0) {
    const list = listed(stray);
    return unmet('mail-left-over', `${server.server} sends mail to ${list}`, { ...answers, now: `mail to ${list}` });
  }
  const hosts = exchangesWithin(mail, name, domains);
  const below = hosts.filter((host) => host !== name).map((host) => judgeBelow(host, server, holds));
  const past = below.find((one) => one?.verdict === 'unmet') ?? below.find((one) => one !== undefined);
  if (past !== undefined) return { ...past, citations: answers.citations };
  // An exchange elsewhere, or none at all by the null MX: the name's own addresses carry no mail.
  if (mail.length > 0 && !hosts.includes(name)) return met('no stray MX', answers);
  const verdict = judgeHost(answers.value.apex, holds);
  if (verdict.says === 'outside') {
    const reason = `without an MX elsewhere, ${server.server} sends mail to ${verdict.address}`;
    return unmet('mail-left-over', reason, { ...answers, now: `mail to ${verdict.address}` });
  }
  return verdict.says === 'unclear'
    ? unknown(verdict.failure, `${failureText(verdict)}: the name itself, at ${server.server}`, answers)
    : met('no stray MX', answers);
}
