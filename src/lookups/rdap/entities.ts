// Entities of an RDAP object (RFC 9083 section 5.1): registrar and registrant. Roles are compared exactly; every list may hold
// rubbish, which is stepped over.
import type { Registrant, RegistrarOfRecord } from '../../model/registrar.ts';
import { ianaIdOf, plainWords, registrarName, registrarOf, type Single, single } from '../facts.ts';
import { isWithheld } from '../redaction.ts';
import { cardNames, cardTexts } from './card.ts';
import { asText, itemsIn, member, textIn } from './json.ts';
import { type Redactions, remarksWithhold } from './redacted.ts';

export function entitiesIn(value: unknown, role: string): readonly unknown[] {
  return itemsIn(value, 'entities').filter((entity) => rolesOf(entity).includes(role));
}

/** A list; some servers give the one role as text, or in capitals. */
export function rolesOf(entity: unknown): readonly string[] {
  const given = member(entity, 'roles');
  return (Array.isArray(given) ? given : [given]).flatMap((role) => asText(role)?.trim().toLowerCase() ?? []);
}

export function registrarIn(domain: unknown): Single<RegistrarOfRecord> {
  const registrars = entitiesIn(domain, 'registrar');
  const numbered = single(registrars.flatMap(ianaIds), String);
  const named = single(
    registrars.flatMap((one) => [...namesOf(one, 'fn'), ...namesOf(one, 'org'), ...namesInside(one)].slice(0, 1)),
    plainWords,
  );
  return registrarOf(named, numbered);
}

function namesOf(registrar: unknown, property: string): readonly string[] {
  return cardNames(registrar, property).flatMap((text) => registrarName(text) || []);
}

/**
 * A handle is an entity's own (RFC 9083 section 5.1): what bears the registrar's inside it is the registrar once more, as in
 * CoCCA's registries (2026), whose registrar has its card in its abuse desk. A desk's own name is nobody's.
 */
function namesInside(registrar: unknown): readonly string[] {
  const handle = textIn(registrar, 'handle')?.trim();
  if (!handle) return [];
  const same = itemsIn(registrar, 'entities').filter((inner) => textIn(inner, 'handle')?.trim() === handle);
  return same.flatMap((inner) => namesOf(inner, 'fn')).filter((name) => !/abuse|contact|desk|support/i.test(name));
}

/** In letters only: ICANN's RDAP response profile has the first. */
const ID_TYPES: ReadonlySet<string> = new Set(['ianaregistrarid', 'registrarianaid', 'ianaid']);

/** As text; some servers give a number. Registries' own numbers stand there, too, under types of their own. */
function ianaIds(registrar: unknown): readonly number[] {
  const ids = itemsIn(registrar, 'publicIds').filter((id) => ID_TYPES.has(lettersOf(textIn(id, 'type') ?? '')));
  return ids.flatMap((id) => ianaIdOf(member(id, 'identifier')) ?? []);
}

function lettersOf(text: string): string {
  return text.toLowerCase().replace(/[^a-z]/g, '');
}

/** Absent when nothing is said of a registrant; `redacted` when somebody is there and withheld (RFC 9537, remarks, words). */
export function registrantIn(domain: unknown, redactions: Redactions): Single<Registrant> {
  const entities = entitiesIn(domain, 'registrant');
  const withheld = redactions.registrant || entities.some(remarksWithhold);
  const found = entities.map((entity) => readRegistrant(entity, { ...redactions, registrant: withheld }));
  if (found.length === 0) return withheld ? { is: 'stated', value: { shown: 'redacted' } } : { is: 'absent' };
  return single(found, (one) => JSON.stringify(one));
}

function readRegistrant(entity: unknown, withheld: Redactions): Registrant {
  const [given] = cardNames(entity, 'org').filter(isSomebody);
  const [fullName] = cardNames(entity, 'fn').filter(isSomebody);
  const [kind] = cardTexts(entity, 'kind');
  // RFC 6350 section 6.1.4: the full name of an organisation is its name.
  const named = kind?.toLowerCase() === 'org' && given === undefined ? fullName : undefined;
  const [organisation, name] = named === undefined ? [given, fullName] : [named, undefined];
  const whole = name !== undefined && !withheld.name && !isWithheld(name) ? { name } : undefined;
  const partly = named === undefined ? withheld.organisation : withheld.organisation || withheld.name;
  if (organisation !== undefined && !partly && !isWithheld(organisation)) {
    return { shown: 'stated', organisation, ...whole };
  }
  if (organisation !== undefined || withheld.organisation) return { shown: 'redacted' };
  if (whole !== undefined) return { shown: 'stated', ...whole };
  return name !== undefined || withheld.registrant ? { shown: 'redacted' } : { shown: 'absent' };
}

/** How registrants without an organisation are written where the field must hold something. Last verified 2026-11. */
function isSomebody(text: string): boolean {
  return !/^(?:n\/?a|none|null|undefined|unknown|not applicable|[-.*]+)$/i.test(text);
}
