// Entities of an RDAP object (RFC 9083 section 5.1) and their jCards (RFC 7095): registrar, its abuse contact, registrant.
// Roles are compared exactly; every list may hold rubbish, which is stepped over.
import type { Registrant, RegistrarOfRecord } from '../../model/registrar.ts';
import { ianaIdOf, plainWords, registrarOf, type Single, single } from '../facts.ts';
import { isWithheld } from '../redaction.ts';
import { asText, listIn, member, textIn } from './json.ts';
import { type Redactions, remarksWithhold } from './redacted.ts';

export function entitiesIn(value: unknown, role: string): readonly unknown[] {
  return listIn(value, 'entities').filter((entity) => rolesOf(entity).includes(role));
}

/** A list; some servers give the one role as text, or in capitals. */
function rolesOf(entity: unknown): readonly string[] {
  const given = member(entity, 'roles');
  return (Array.isArray(given) ? given : [given]).flatMap((role) => asText(role)?.trim().toLowerCase() ?? []);
}

export function registrarIn(domain: unknown): Single<RegistrarOfRecord> {
  const registrars = entitiesIn(domain, 'registrar');
  const numbered = single(registrars.flatMap(ianaIds), String);
  const named = single(
    registrars.flatMap((entity) => [...cardTexts(entity, 'fn'), ...cardTexts(entity, 'org')].slice(0, 1)),
    plainWords,
  );
  return registrarOf(named, numbered);
}

/** ICANN's RDAP response profile: `IANA Registrar ID`, as text; some servers give a number. */
function ianaIds(entity: unknown): readonly number[] {
  const given = member(entity, 'publicIds');
  const ids = (Array.isArray(given) ? given : [given]).filter(
    (id) => textIn(id, 'type')?.trim().toLowerCase() === 'iana registrar id',
  );
  return ids.flatMap((id) => ianaIdOf(member(id, 'identifier')) ?? []);
}

/** Inside the registrar's entity, as ICANN's profile has it. One at top level is the registry's own, or anybody's. */
export function abuseContact(domain: unknown): { readonly email?: string; readonly phone?: string } | undefined {
  const desks = entitiesIn(domain, 'registrar').flatMap((registrar) => withRoleInside(registrar, 'abuse', DEEPEST));
  const email = desks.flatMap((desk) => cardTexts(desk, 'email')).map(withoutScheme)[0];
  const phone = desks.flatMap((desk) => cardTexts(desk, 'tel', isVoice)).map(withoutScheme)[0];
  // One server cuts the number at its blanks: a piece is nobody's number.
  const whole = phone !== undefined && phone.replace(/\D/g, '').length >= FEWEST_DIGITS ? phone : undefined;
  if (email === undefined && whole === undefined) return undefined;
  return { ...(email !== undefined && { email }), ...(whole !== undefined && { phone: whole }) };
}

/** Some servers put the desk into a contact of the registrar's. */
const DEEPEST = 3;

const FEWEST_DIGITS = 5;

function withRoleInside(entity: unknown, role: string, depth: number): readonly unknown[] {
  const here = entitiesIn(entity, role);
  if (here.length > 0 || depth === 0) return here;
  return listIn(entity, 'entities').flatMap((inner) => withRoleInside(inner, role, depth - 1));
}

function withoutScheme(text: string): string {
  return text.replace(/^(?:tel|mailto):/i, '');
}

/** RFC 7095 section 3.3: `type` is one text or a list. */
function isVoice(parameters: unknown): boolean {
  const type = member(parameters, 'type');
  return !(Array.isArray(type) ? type : [type]).includes('fax');
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
  const [given] = cardTexts(entity, 'org');
  const [fullName] = cardTexts(entity, 'fn');
  const [kind] = cardTexts(entity, 'kind');
  // RFC 6350 section 6.1.4: the full name of an organisation is its name.
  const named = kind?.toLowerCase() === 'org' && given === undefined ? fullName : undefined;
  const [organisation, name] = named === undefined ? [given, fullName] : [named, undefined];
  if (organisation !== undefined && !isWithheld(organisation)) {
    return { shown: 'stated', organisation, ...(name !== undefined && !isWithheld(name) && { name }) };
  }
  if (organisation !== undefined || organisationWithheld) return { shown: 'redacted' };
  if (name !== undefined && !isWithheld(name)) return { shown: 'stated', name };
  return name !== undefined || withheld ? { shown: 'redacted' } : { shown: 'absent' };
}

/** The texts of one property of a jCard, in order, without empty ones; of a structured value the first part. */
function cardTexts(
  entity: unknown,
  property: string,
  wanted: (parameters: unknown) => boolean = () => true,
): readonly string[] {
  const card = listIn(entity, 'vcardArray')[1];
  if (!Array.isArray(card)) return [];
  return card.flatMap((item) => {
    if (!Array.isArray(item) || asText(item[0])?.toLowerCase() !== property || !wanted(item[1])) return [];
    const value = firstText(item[3])?.trim() ?? '';
    return value === '' ? [] : [value];
  });
}

function firstText(value: unknown): string | undefined {
  if (!Array.isArray(value)) return asText(value);
  return value.flatMap((part) => firstText(part) ?? []).find((text) => text.trim() !== '');
}
