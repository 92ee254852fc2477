// The registrar's abuse desk in an RDAP answer: inside the registrar's entity, as ICANN's response profile has it, or beside it
// under the registrar's own name. Any other may be the registry's, or anybody's.
import type { RegistrationFacts } from '../../model/seen/observation.ts';
import { plainWords } from '../facts.ts';
import { cardTexts, hasType } from './card.ts';
import { entitiesIn, registrarIn, rolesOf } from './entities.ts';
import { itemsIn } from './json.ts';

export function abuseContact(domain: unknown): RegistrationFacts['abuse'] {
  // Where it is not known who the registrar is, nobody's desk is its desk.
  if (registrarIn(domain).is === 'contradictory') return undefined;
  const desks = desksOf(domain);
  // RFC 8605: one large registrar (2023) gave a `contact-uri` in place of the address.
  const addresses = ['email', 'contact-uri'].flatMap((property) => desks.flatMap((desk) => cardTexts(desk, property)));
  const [email] = addresses.flatMap((text) => mailAddress(text) ?? []);
  const phones = desks.flatMap((desk) => cardTexts(desk, 'tel', (parameters) => !hasType(parameters, 'fax')));
  const number = phones[0] === undefined || phones.some(isPiece) ? undefined : telephone(phones[0]);
  if (email === undefined && number === undefined) return undefined;
  return { ...(email !== undefined && { email }), ...(number !== undefined && { phone: number }) };
}

/** Some servers put the desk into a contact of the registrar's. */
const DEEPEST = 3;

function desksOf(domain: unknown): readonly unknown[] {
  const registrars = entitiesIn(domain, 'registrar');
  const inside = registrars.flatMap((registrar) => withRoleInside(registrar, 'abuse', DEEPEST));
  if (inside.length > 0) return inside;
  const names = new Set(registrars.flatMap(namesOf));
  return entitiesIn(domain, 'abuse').filter((desk) => namesOf(desk).some((name) => names.has(name)));
}

function withRoleInside(entity: unknown, role: string, depth: number): readonly unknown[] {
  const here = entitiesIn(entity, role);
  if (here.length > 0 || depth === 0) return here;
  const own = itemsIn(entity, 'entities').filter((inner) => !rolesOf(inner).some((one) => OTHERS.has(one)));
  return own.flatMap((inner) => withRoleInside(inner, role, depth - 1));
}

/** Whose desk is not the registrar's, although they may stand in its entity. */
const OTHERS: ReadonlySet<string> = new Set(['reseller', 'registrant', 'proxy']);

function namesOf(entity: unknown): readonly string[] {
  return [...cardTexts(entity, 'fn'), ...cardTexts(entity, 'org')].map(plainWords).filter((name) => name !== '');
}

/** What stands there may be a word in place of an address, or a page. */
function mailAddress(text: string): string | undefined {
  const address = text.replace(/^mailto:/i, '').trim();
  return /^[^\s@:/<>]+@[^\s@:/<>]+\.[^\s@:/<>.]+$/.test(address) && !/\p{C}/u.test(address) ? address : undefined;
}

const FEWEST_DIGITS = 5;

/** One server cuts the number at its blanks: a piece is nobody's number, in whatever order they come. */
function isPiece(text: string): boolean {
  const digits = text.replace(/\D/g, '').length;
  return digits > 0 && digits < FEWEST_DIGITS;
}

/** A word in place of a number is none. */
function telephone(text: string): string | undefined {
  if (/^(?:fax|https?|mailto):/i.test(text) || /\p{C}/u.test(text)) return undefined;
  const number = text.replace(/^tel:/i, '').trim();
  return number.replace(/\D/g, '').length >= FEWEST_DIGITS ? number : undefined;
}
