// Entities of an RDAP object (RFC 9083 section 5.1) and their jCards (RFC 7095): registrar, its abuse contact, registrant.
// Roles are compared exactly; every list may hold rubbish, which is stepped over.
import type { Registrant, RegistrarOfRecord } from '../../model/registrar.ts';
import { ianaIdOf, plainWords, registrarOf, type Single, single } from '../facts.ts';
import { isWithheld } from '../redaction.ts';
import { asText, listIn, member, textIn } from './json.ts';
import { type Redactions, remarksWithhold } from './redacted.ts';

export function entitiesIn(value: unknown, role: string): readonly unknown[] {
  return listIn(value, 'entities').filter((entity) => listIn(entity, 'roles').includes(role));
}

export function registrarIn(domain: unknown): Single<RegistrarOfRecord> {
  const registrars = entitiesIn(domain, 'registrar');
  const numbered = single(registrars.flatMap(ianaIds), String);
  const named = single(
    registrars.flatMap((entity) => cardTexts(entity, 'fn').slice(0, 1)),
    plainWords,
  );
  return registrarOf(named, numbered);
}

/** ICANN's RDAP response profile: `IANA Registrar ID`, as text; some servers give a number. */
function ianaIds(entity: unknown): readonly number[] {
  const ids = listIn(entity, 'publicIds').filter(
    (id) => textIn(id, 'type')?.trim().toLowerCase() === 'iana registrar id',
  );
  return ids.flatMap((id) => ianaIdOf(member(id, 'identifier')) ?? []);
}

/** Inside the registrar's entity, as ICANN's profile has it. One at top level is the registry's own, or anybody's. */
export function abuseContact(domain: unknown): { readonly email?: string; readonly phone?: string } | undefined {
  const [contact] = entitiesIn(domain, 'registrar').flatMap((registrar) => entitiesIn(registrar, 'abuse'));
  const [email] = cardTexts(contact, 'email');
  const [phone] = cardTexts(contact, 'tel');
  if (email === undefined && phone === undefined) return undefined;
  return { ...(email !== undefined && { email }), ...(phone !== undefined && { phone: phone.replace(/^tel:/i, '') }) };
}

/** Absent when nothing is said of a registrant; `redacted` when somebody is there and withheld (RFC 9537, remarks, words). */
export function registrantIn(domain: unknown, redactions: Redactions): Single<Registrant> {
  const entities = entitiesIn(domain, 'registrant');
  const withheld = redactions.registrant || entities.some(remarksWithhold);
  const found = entities.map((entity) => readRegistrant(entity, withheld, redactions.organisation));
  if (found.length === 0) return withheld ? { is: 'stated', value: { shown: 'redacted' } } : { is: 'absent' };
  return single(found, (one) => JSON.stringify(one));
}

function readRegistrant(entity: unknown, withheld: boolean, organisationWithheld: boolean): Registrant {
  const [organisation] = cardTexts(entity, 'org');
  const [name] = cardTexts(entity, 'fn');
  if (organisation !== undefined && !isWithheld(organisation)) {
    return { shown: 'stated', organisation, ...(name !== undefined && !isWithheld(name) && { name }) };
  }
  if (organisation !== undefined || organisationWithheld) return { shown: 'redacted' };
  if (name !== undefined && !isWithheld(name)) return { shown: 'stated', name };
  return name !== undefined || withheld ? { shown: 'redacted' } : { shown: 'absent' };
}

/** The texts of one property of a jCard, in order, without empty ones; of a structured value the first part. */
function cardTexts(entity: unknown, property: string): readonly string[] {
  const card = listIn(entity, 'vcardArray')[1];
  if (!Array.isArray(card)) return [];
  return card.flatMap((item) => {
    if (!Array.isArray(item) || String(item[0]).toLowerCase() !== property) return [];
    const given: unknown = Array.isArray(item[3]) ? item[3].find((part) => typeof part === 'string') : item[3];
    const value = asText(given)?.trim() ?? '';
    return value === '' ? [] : [value];
  });
}
