// A contact as JSContact (RFC 9553), which an RDAP entity may show in place of its jCard (draft-ietf-regext-rdap-jscontact: `jscontact_card`,
// `jscard` in drafts before 2023), as the jCard properties that are read elsewhere. Never both: where a jCard stands, it is read.
import { itemsIn, listIn, member, textIn } from './json.ts';

/** Cards of honest servers have a few of each. */
const MOST = 100;

export function jsContactProperties(entity: unknown): readonly unknown[] {
  const [card] = ['jscontact_card', 'jscard'].flatMap((key) => itemsIn(entity, key));
  const property = (name: string, value: unknown, parameters = {}) => [name, parameters, 'text', value];
  const all = (key: string) => Object.values(Object(member(card, key))).slice(0, MOST);
  return [
    property('kind', textIn(card, 'kind')),
    property('fn', nameIn(member(card, 'name'))),
    ...all('organizations').map((one) => property('org', textIn(one, 'name'))),
    ...all('emails').map((one) => property('email', textIn(one, 'address'))),
    ...all('phones').map((one) => property('tel', textIn(one, 'number'), isFax(one) ? { type: 'fax' } : {})),
  ];
}

/** RFC 9553 section 2.2.1: whole, or in components, which stand in order where `isOrdered` says so. */
function nameIn(name: unknown): string | undefined {
  const whole = textIn(name, 'full');
  if (whole !== undefined) return whole;
  if (member(name, 'isOrdered') !== true) return undefined;
  const separator = textIn(name, 'defaultSeparator') ?? ' ';
  const parts = listIn(name, 'components').slice(0, MOST);
  return parts.flatMap((part) => textIn(part, 'value') ?? []).join(separator);
}

function isFax(phone: unknown): boolean {
  return member(member(phone, 'features'), 'fax') === true;
}
