// What an RDAP answer says that it withholds: the `redacted` member (RFC 9537) and the remarks that servers used before it
// (RFC 9083 section 10.2.1: "object redacted due to authorization", and ICANN's profile of 2019).
import { listIn, member, textIn } from './json.ts';

export interface Redactions {
  /** Something of the registrant is withheld. */
  readonly registrant: boolean;
  /** The registrant's organisation is: what stands in its place may be a part of it, or something else. */
  readonly organisation: boolean;
  /** The registrant's name is, in the same way. */
  readonly name: boolean;
}

export function redactionsIn(domain: unknown): Redactions {
  const names = listIn(domain, 'redacted').map((item) => redactedName(item).toLowerCase());
  const registrant = names.filter((name) => name.includes('registrant'));
  const some = (pattern: RegExp) => registrant.some((name) => pattern.test(name));
  return { registrant: registrant.length > 0, organisation: some(/organi[sz]ation/), name: some(/\bname\b/) };
}

/** RFC 9537 section 4.2: `name` holds a registered `type` or a free `description`. */
function redactedName(item: unknown): string {
  const name = member(item, 'name');
  return textIn(name, 'type') ?? textIn(name, 'description') ?? '';
}

export function remarksWithhold(entity: unknown): boolean {
  return listIn(entity, 'remarks').some((remark) => {
    const words = [textIn(remark, 'title'), textIn(remark, 'type'), ...listIn(remark, 'description')];
    return words.some((text) => typeof text === 'string' && /\bredacted\b|due to authorization/i.test(text));
  });
}
