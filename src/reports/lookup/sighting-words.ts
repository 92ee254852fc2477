// What one lookup saw, in a few sentences for people; what is left unsaid was not stated. Nothing here judges.

import { type Registrant, registrarText } from '../../model/registrar.ts';
import type { DnsKey, DsRecord } from '../../model/seen/delegation.ts';
import { FAILURE_CAUSES, FAILURES } from '../../model/seen/failure.ts';
import type {
  AddressAnswer,
  AddressFacts,
  DelegationFacts,
  HostAnswers,
  InParent,
  LookupKind,
  RegistrationFacts,
  ResolverFacts,
  Sighting,
} from '../../model/seen/observation.ts';
import { HOSTS, hadNothingToAsk } from '../../model/seen/observation.ts';
import { show } from '../../model/text/harmless.ts';
import { utcDateWords } from '../say.ts';
import { securityWords } from './security-words.ts';
import { zoneStatements } from './zone-statements.ts';

export const LOOKUP_TITLES: Readonly<Record<LookupKind, string>> = {
  'rdap-registry': 'RDAP of the registry',
  'whois-registry': 'WHOIS of the registry',
  'rdap-registrar': 'RDAP of the registrar',
  'whois-registrar': 'WHOIS of the registrar',
  delegation: 'delegation',
  addresses: 'addresses',
  resolver: 'resolver',
  sinkhole: 'sinkhole, before service',
};

/** One statement an item, without full stops; safe to print. */
export function sightingWords(sighting: Sighting): readonly string[] {
  switch (sighting.outcome) {
    case 'failure': {
      if (wasIdle(sighting)) return [`nothing to ask: ${show(sighting.detail ?? FAILURES[sighting.failure])}`];
      const wait = sighting.retryAfter === undefined ? '' : `; retry after ${sighting.retryAfter} s`;
      const detail = sighting.detail === undefined ? '' : ` (${show(sighting.detail)})`;
      const how = sighting.cause === undefined ? FAILURES[sighting.failure] : `it ${FAILURE_CAUSES[sighting.cause]}`;
      return [`failed, ${sighting.failure}: ${how}${detail}${wait}`];
    }
    case 'no-such-object': {
      const detail = sighting.detail === undefined ? '' : ` (${show(sighting.detail)})`;
      const { security } = sighting;
      const proof = security === undefined ? [] : [securityWords(security, 'its absence')];
      const { inZone } = sighting;
      const absent = absenceWords(sighting.lookup, sighting.reserved === true ? 'reserved' : 'free');
      const said = inZone === undefined ? absent : keptWords(inZone);
      return [`${said}${detail}`, ...proof];
    }
    case 'facts':
      return factsWords(sighting);
  }
}

/** Nobody was asked, and nobody failed. A registrar that no record names is one: what kept the record away is told by itself. */
export function wasIdle(sighting: Sighting & { readonly outcome: 'failure' }): boolean {
  return hadNothingToAsk(sighting) || (sighting.failure === 'not-asked' && sighting.authority === 'registrar');
}

function keptWords({ addresses, mail, alias, failure }: InParent): string {
  const mails = mail.map((exchange) => `mail to ${show(exchange)}`);
  const records = [...addresses, ...mails, ...(alias === undefined ? [] : [`an alias of ${show(alias)}`])];
  const some = records.length === 0 ? 'something at or below it' : records.join(', ');
  const what = failure === undefined ? some : `${records.length === 0 ? '' : `${some}, and `}failed, ${failure}`;
  return `the parent zone does not delegate the name, and of its own has: ${what}`;
}

function absenceWords(lookup: LookupKind, kind: 'reserved' | 'free'): string {
  if (lookup === 'delegation') return 'the parent zone does not have the name';
  if (lookup === 'rdap-registrar' || lookup === 'whois-registrar') return 'the registrar has no record of the name';
  return kind === 'reserved' ? 'not registered: the registry says it is reserved' : 'not registered';
}

function factsWords(sighting: Extract<Sighting, { readonly outcome: 'facts' }>): readonly string[] {
  switch (sighting.lookup) {
    case 'rdap-registry':
    case 'whois-registry':
    case 'rdap-registrar':
    case 'whois-registrar':
      return registrationWords(sighting.facts);
    case 'delegation':
      return delegationWords(sighting.facts);
    case 'addresses':
    case 'sinkhole':
      return addressesWords(sighting.facts);
    case 'resolver':
      return resolverWords(sighting.facts);
  }
}

function registrationWords(facts: RegistrationFacts): readonly string[] {
  const { registrar, registrant, statuses, otherStatuses = [], nameServers } = facts;
  const { created, updated, transferred, expires, signed, abuse } = facts;
  const words: string[] = [];
  if (registrar !== undefined) words.push(`registrar ${show(registrarText(registrar))}`);
  if (registrant !== undefined) words.push(`registrant ${registrantWords(registrant)}`);
  const all = [...(statuses ?? []), ...otherStatuses.map((status) => `"${show(status)}"`)];
  if (statuses !== undefined || all.length > 0) words.push(`statuses ${listOr(all, 'none')}`);
  if (nameServers !== undefined) words.push(`name servers ${listOr(nameServers, 'none')}`);
  if (created !== undefined) words.push(`created ${utcDateWords(created)}`);
  if (updated !== undefined) words.push(`changed ${utcDateWords(updated)}`);
  if (transferred !== undefined) words.push(`transferred ${utcDateWords(transferred)}`);
  if (expires !== undefined) words.push(`expires ${utcDateWords(expires)}`);
  if (signed !== undefined) words.push(signed ? 'delegation signed' : 'delegation not signed');
  const desk = [abuse?.email, abuse?.phone].filter((one) => one !== undefined);
  if (desk.length > 0) words.push(`abuse desk of the registrar ${show(desk.join(', '))}`);
  return words.length === 0 ? ['registered, and nothing more is stated'] : words;
}

function registrantWords(registrant: Registrant): string {
  if (registrant.shown !== 'stated') return registrant.shown === 'redacted' ? 'redacted' : 'not shown';
  return show(registrant.organisation ?? registrant.name ?? 'without a name');
}

function delegationWords({ nameServers, glue, ds, dsFailure, zone, security }: DelegationFacts): readonly string[] {
  const words = [`name servers ${listOr(nameServers, 'none')}, says ${show(zone)}`];
  const glued = Object.entries(glue).map(([server, addresses]) => `${show(server)} ${addresses.join(' ')}`);
  if (glued.length > 0) words.push(`glue ${glued.join(', ')}`);
  if (ds !== undefined) words.push(`DS ${listOr(ds.map(dsWords), 'none')}`);
  else words.push(`DS unknown, ${dsFailure ?? 'not asked'}`);
  if (security !== undefined) words.push(securityWords(security, ds?.length === 0 ? 'DS absence' : 'DS'));
  return words;
}

function dsWords({ keyTag, algorithm, digestType }: DsRecord): string {
  return `${keyTag} (algorithm ${algorithm}, digest type ${digestType})`;
}

function addressesWords(facts: AddressFacts): readonly string[] {
  const { hosts, keys, keysFailure, mailHosts = {} } = facts;
  const tags = keys?.map(keyWords) ?? [];
  const shown = keys === undefined ? [] : [`keys ${listOr(tags, 'none')}`];
  const unknown = keysFailure === undefined ? [] : [`keys unknown, ${keysFailure}`];
  const mail = Object.entries(mailHosts).map(([host, { a, aaaa }]) => `${show(host)}: ${bothWords(a, aaaa)}`);
  return [...hostWords(hosts), ...shown, ...unknown, ...zoneStatements(facts), ...mail];
}

const SIGNS: Readonly<Record<NonNullable<DnsKey['signs']>, string>> = {
  valid: '',
  expired: ' (its signature has expired)',
  early: ' (its signature is not valid yet)',
  wrongly: ' (its signature is wrong)',
  nothing: ' (does not sign the keys)',
  unsupported: ' (its signature cannot be verified)',
};

function keyWords({ keyTag, signs }: DnsKey): string {
  return `${keyTag}${signs === undefined ? '' : SIGNS[signs]}`;
}

function resolverWords(facts: ResolverFacts): readonly string[] {
  const words = hostWords(facts.hosts);
  if (facts.validated) return [...words, 'validated'];
  if (facts.answersUnchecked === true) return [...words, 'answers only when validation is switched off'];
  return words;
}

/** The three hosts; those that answer alike are said once. */
function hostWords(hosts: HostAnswers): readonly string[] {
  const said = new Map<string, string[]>();
  for (const host of HOSTS) {
    const answers = bothWords(hosts[host].a, hosts[host].aaaa);
    said.set(answers, [...(said.get(answers) ?? []), host]);
  }
  return [...said].map(([answers, of]) => `${of.join(', ')}: ${answers}`);
}

function bothWords(a: AddressAnswer, aaaa: AddressAnswer): string {
  const [four, six] = [answerWords(a), answerWords(aaaa)];
  if (four === six) return four;
  if (aaaa.answer === 'no-data') return four;
  return a.answer === 'no-data' ? six : `A ${four}, AAAA ${six}`;
}

function answerWords(answer: AddressAnswer): string {
  switch (answer.answer) {
    case 'addresses':
      return answer.addresses.join(' ') + chainWords(answer.chain);
    case 'no-data':
      return `no address${chainWords(answer.chain)}`;
    case 'no-such-name':
      return `no such name${chainWords(answer.chain)}`;
    case 'failure':
      return `failed, ${answer.failure}${answer.detail === undefined ? '' : ` (${show(answer.detail)})`}`;
  }
}

function chainWords(chain: readonly string[] | undefined): string {
  return chain === undefined || chain.length === 0 ? '' : ` by way of ${chain.map(show).join(', ')}`;
}

function listOr(items: readonly string[], none: string): string {
  return items.length === 0 ? none : items.map(show).join(', ');
}
