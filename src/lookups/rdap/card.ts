// jCards (RFC 7095) of RDAP entities as servers write them: a value may be text or parts, the card may miss its inner list,
// and every list may hold rubbish, which is stepped over.
import { drop } from '../../model/text/harmless.ts';
import { jsContactProperties } from './jscontact.ts';
import { asText, listIn, member } from './json.ts';

/** The texts of one property of an entity's card, in order, without empty ones; of a structured value the first part. */
export function cardTexts(
  entity: unknown,
  property: string,
  wanted: (parameters: unknown) => boolean = () => true,
): readonly string[] {
  return propertiesOf(entity).flatMap((item) => {
    if (!Array.isArray(item) || asText(item[0])?.trim().toLowerCase() !== property || !wanted(item[1])) return [];
    const value = firstText(item[3])?.trim() ?? '';
    return value === '' ? [] : [value];
  });
}

/** Names as people read them: without escape sequences and marks that nobody sees, as WHOIS's are read. */
export function cardNames(entity: unknown, property: string): readonly string[] {
  return cardTexts(entity, property).flatMap((text) => harmless(text) || []);
}

/** The octets keep what stood there. */
export function harmless(text: string): string {
  return drop(text).replaceAll('\u00a0', ' ').trim();
}

/** One list behind the word "vcard"; two registrars (2021, 2023) let the properties follow that word themselves. */
function propertiesOf(entity: unknown): readonly unknown[] {
  const parts = listIn(entity, 'vcardArray').slice(1);
  const properties = parts.flatMap((part) => (Array.isArray(part) && typeof part[0] !== 'string' ? part : [part]));
  return properties.length > 0 ? properties : jsContactProperties(entity);
}

function firstText(value: unknown): string | undefined {
  if (!Array.isArray(value)) return asText(value);
  return value.flatMap((part) => firstText(part) ?? []).find((text) => text.trim() !== '');
}

/** RFC 7095 section 3.3: `type` is one text or a list. Some servers write it in capitals. */
export function hasType(parameters: unknown, wanted: string): boolean {
  return ['type', 'Type', 'TYPE'].some((key) => {
    const given = member(parameters, key);
    return (Array.isArray(given) ? given : [given]).some((type) => asText(type)?.trim().toLowerCase() === wanted);
  });
}
