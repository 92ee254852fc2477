// Our own reader of RDAP domain objects (RFC 9083 section 5.3). The object must be a domain and must be the one that was
// asked for; beyond that nothing is required, rubbish in lists is stepped over, and what is not stated stays unknown.

import { type Name, nameOrNone } from '../../model/name.ts';
import { parseEppStatus } from '../../model/seen/epp-status.ts';
import type { Authority, RegistrationFacts } from '../../model/seen/observation.ts';
import { type Draft, put, putNameServerSet, putStatuses, statedValue } from '../facts.ts';
import { abuseContact } from './abuse.ts';
import { harmless } from './card.ts';
import { registrantIn, registrarIn } from './entities.ts';
import { type Dated, eventIn } from './events.ts';
import { asText, isNothing, listIn, member, textIn } from './json.ts';
import { redactionsIn } from './redacted.ts';
import { registrarLink } from './referral.ts';

type DomainReading =
  | { readonly ok: true; readonly facts: RegistrationFacts }
  | { readonly ok: false; readonly reason: string };

/** What was asked, of whom, and under which base URL: a registrar's answer is read as the registrar's. */
interface AskedAbout {
  readonly name: Name;
  readonly speaker: Authority;
  readonly base: string;
}

export function readDomain(document: unknown, asked: AskedAbout): DomainReading {
  const { name } = asked;
  const kind = textIn(document, 'objectClassName')?.trim();
  if (kind?.toLowerCase() !== 'domain')
    return { ok: false, reason: `asked for a domain, got ${kind?.slice(0, 40) ?? 'no RDAP object'}` };
  const stated = textIn(document, 'ldhName')?.trim() || textIn(document, 'unicodeName')?.trim();
  if (!stated) return { ok: false, reason: 'a domain object without a name' };
  if (nameOrNone(stated) !== name) return { ok: false, reason: `asked for ${name}, got ${stated.slice(0, 80)}` };
  const other = nameOrNone(textIn(document, 'unicodeName')?.trim() ?? '');
  if (other !== undefined && other !== name)
    return { ok: false, reason: `asked for ${name}, got one that is ${other} too` };
  return { ok: true, facts: factsOf(document, asked) };
}

const DATED: readonly Dated[] = ['created', 'updated', 'transferred', 'expires'];

function factsOf(domain: unknown, { name, speaker, base }: AskedAbout): RegistrationFacts {
  const draft: Draft = {};
  put(draft, 'registrar', statedValue(registrarIn(domain)));
  put(draft, 'registrant', statedValue(registrantIn(domain, redactionsIn(domain))));
  for (const dated of DATED) put(draft, dated, statedValue(eventIn(domain, dated, speaker)));
  put(draft, 'signed', signedIn(domain));
  put(draft, 'handle', harmless(textIn(domain, 'handle') ?? '') || undefined);
  put(draft, 'abuse', abuseContact(domain));
  const rdap = registrarLink(domain, name, base);
  if (rdap !== undefined) draft.referral = { rdap };
  putNameServers(draft, domain);
  putStatusList(draft, domain);
  return draft;
}

/**
 * A boolean, or its name as text, which some servers give. A server that does not say is not a server that says no; one that
 * shows DS records or the keys they are made of (RFC 9083 section 5.3) says yes, and one that shows them and says no, nothing.
 */
function signedIn(domain: unknown): boolean | undefined {
  const secureDns = member(domain, 'secureDNS');
  const signed = member(secureDns, 'delegationSigned');
  const said = typeof signed === 'boolean' ? String(signed) : asText(signed)?.trim().toLowerCase();
  const shown =
    listIn(secureDns, 'dsData').some((ds) => member(ds, 'digest') !== undefined) ||
    listIn(secureDns, 'keyData').some((key) => member(key, 'publicKey') !== undefined);
  if (said === 'false') return shown ? undefined : false;
  return said === 'true' || shown ? true : undefined;
}

/** An empty list is a statement; a list of nothings is not, nor one with anything else whose name cannot be read. */
function putNameServers(draft: Draft, domain: unknown): void {
  // One registrar (2023) writes the member with a capital letter.
  const given = member(domain, 'nameservers') ?? member(domain, 'nameServers');
  if (!Array.isArray(given) || given.some((server) => !isNothing(server) && serverName(server) === undefined)) return;
  const names = given.flatMap((server) => serverName(server) ?? []);
  if (given.length === 0) draft.nameServers = [];
  putNameServerSet(draft, names);
}

/** An internationalised name may stand in either member, and some servers give the name alone; two names are none. */
function serverName(server: unknown): Name | undefined {
  const names = new Set(textsOf(server).flatMap((text) => nameOrNone(text.replace(CHECKED, '')) ?? []));
  const [only] = names;
  return names.size === 1 ? only : undefined;
}

/** What the registry of .fi (2026) found when it asked the server hangs on to the name: `ns1.example.net [OK]`. */
const CHECKED = /\s+\[[^\]]*\]$/;

function textsOf(server: unknown): readonly string[] {
  const texts = [textIn(server, 'ldhName'), textIn(server, 'unicodeName'), asText(server)];
  return texts.flatMap((text) => text?.trim() || []);
}

function putStatusList(draft: Draft, domain: unknown): void {
  const found = member(domain, 'status');
  const given = typeof found === 'string' ? [found] : found;
  if (!Array.isArray(given)) return;
  if (given.length === 0) draft.statuses = [];
  const words = given.filter((item) => !isNothing(item)).map((item) => asText(item)?.trim().replace(EXPLAINED, ''));
  // What cannot be read, or has marks in it that nobody sees, may be the lock, or the hold.
  if (words.some((word) => word === undefined || /\p{C}/u.test(word))) return;
  putStatuses(
    draft,
    words.flatMap((word) => word || []),
    parseEppStatus,
  );
}

/** `clientHold https://icann.org/epp#clientHold`, as WHOIS has it. */
const EXPLAINED = /\s+\(?https?:\S*$/i;
