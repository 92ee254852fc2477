// Our own reader of RDAP domain objects (RFC 9083 section 5.3). The object must be a domain and must be the one that was
// asked for; beyond that nothing is required, rubbish in lists is stepped over, and what is not stated stays unknown.
import { parseEppStatus } from '../../model/epp-status.ts';
import type { Instant } from '../../model/instant.ts';
import { type Name, nameOrNone } from '../../model/name.ts';
import type { RegistrationFacts } from '../../model/observation.ts';
import { readDate } from '../dates.ts';
import { type Draft, put, putNameServerSet, putStatuses, type Single, single, statedValue } from '../facts.ts';
import { abuseContact, registrantIn, registrarIn } from './entities.ts';
import { asText, listIn, member, textIn } from './json.ts';
import { redactionsIn } from './redacted.ts';
import { registrarLink } from './referral.ts';

export type DomainReading =
  | { readonly ok: true; readonly facts: RegistrationFacts }
  | { readonly ok: false; readonly reason: string };

export function readDomain(document: unknown, name: Name): DomainReading {
  const kind = textIn(document, 'objectClassName');
  if (kind !== 'domain')
    return { ok: false, reason: `asked for a domain, got ${kind?.slice(0, 40) ?? 'no RDAP object'}` };
  const stated = textIn(document, 'ldhName') ?? textIn(document, 'unicodeName');
  if (stated === undefined) return { ok: false, reason: 'a domain object without a name' };
  if (nameOrNone(stated) !== name) return { ok: false, reason: `asked for ${name}, got ${stated.slice(0, 80)}` };
  return { ok: true, facts: factsOf(document) };
}

function factsOf(domain: unknown): RegistrationFacts {
  const draft: Draft = {};
  put(draft, 'registrar', statedValue(registrarIn(domain)));
  put(draft, 'registrant', statedValue(registrantIn(domain, redactionsIn(domain))));
  put(draft, 'created', statedValue(eventIn(domain, 'registration')));
  put(draft, 'updated', statedValue(eventIn(domain, 'last changed')));
  put(draft, 'transferred', statedValue(eventIn(domain, 'transfer')));
  put(draft, 'expires', statedValue(eventIn(domain, 'expiration')));
  put(draft, 'signed', signedIn(domain));
  put(draft, 'handle', textIn(domain, 'handle') || undefined);
  put(draft, 'abuse', abuseContact(domain));
  const rdap = registrarLink(domain);
  if (rdap !== undefined) draft.referral = { rdap };
  putNameServers(draft, domain);
  putStatusList(draft, domain);
  return draft;
}

/** Several of one kind with different dates state none. Years beyond 9999, which some registries mean as "never", are none. */
function eventIn(domain: unknown, action: string): Single<Instant> {
  const events = listIn(domain, 'events').filter(
    (event) => textIn(event, 'eventAction')?.trim().toLowerCase() === action,
  );
  return single(
    events.flatMap((event) => readDate(textIn(event, 'eventDate') ?? '') ?? []),
    String,
  );
}

/**
 * A boolean, or its name as text, which some servers give. A server that does not say is not a server that says no; one that
 * shows DS records (RFC 9083 section 5.3) says yes.
 */
function signedIn(domain: unknown): boolean | undefined {
  const secureDns = member(domain, 'secureDNS');
  const signed = member(secureDns, 'delegationSigned');
  if (typeof signed === 'boolean') return signed;
  const said = asText(signed)?.trim().toLowerCase();
  if (said === 'true' || said === 'false') return said === 'true';
  return listIn(secureDns, 'dsData').some((ds) => member(ds, 'digest') !== undefined) ? true : undefined;
}

/** An empty list is a statement; a list of rubbish is not, nor one with a server whose name cannot be read. */
function putNameServers(draft: Draft, domain: unknown): void {
  const given = member(domain, 'nameservers');
  if (!Array.isArray(given) || given.some((server) => isServer(server) && serverName(server) === undefined)) return;
  const names = given.flatMap((server) => serverName(server) ?? []);
  if (given.length === 0) draft.nameServers = [];
  putNameServerSet(draft, names);
}

/** `ldhName` first; an internationalised name may stand in either, and some servers give the name alone. */
function serverName(server: unknown): Name | undefined {
  return textsOf(server).flatMap((text) => nameOrNone(text) ?? [])[0];
}

/** Anything that stands for one: a name, or an object with something in it. */
function isServer(server: unknown): boolean {
  const object = typeof server === 'object' && server !== null && !Array.isArray(server);
  return textsOf(server).length > 0 || (object && Object.keys(server).length > 0);
}

function textsOf(server: unknown): readonly string[] {
  const texts = [textIn(server, 'ldhName'), textIn(server, 'unicodeName'), asText(server)];
  return texts.flatMap((text) => text?.trim() || []);
}

function putStatusList(draft: Draft, domain: unknown): void {
  const given = member(domain, 'status');
  if (!Array.isArray(given)) return;
  if (given.length === 0) draft.statuses = [];
  putStatuses(
    draft,
    given.flatMap((word) => asText(word) ?? []),
    parseEppStatus,
  );
}
