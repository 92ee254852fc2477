// Addresses of mail as people write them. Strict on purpose: what RFC 5322 allows beyond this (quotes, comments, routes,
// domains in brackets) is seen in attacks and never on a letterhead.

/** RFC 5321 section 4.5.3.1: 64 octets before the sign, 254 in all so that a path with its brackets has 256. */
const LONGEST_LOCAL = 64;
const LONGEST = 254;

const LOCAL = /^[A-Za-z0-9_][A-Za-z0-9_'+&=~#-]*(?:\.[A-Za-z0-9_'+&=~#-]+)*$/;
const LABEL = /^[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$/;

/**
 * The address with its domain in lower case; `undefined` for anything that is not exactly one plain address. A domain in
 * another script is given in its A-label form.
 */
export function parseMailAddress(text: string): string | undefined {
  const at = text.lastIndexOf('@');
  const local = text.slice(0, Math.max(at, 0));
  const domain = text.slice(at + 1).toLowerCase();
  if (text.length > LONGEST || local.length > LONGEST_LOCAL || !LOCAL.test(local)) return undefined;
  return isMailDomain(domain) ? `${local}@${domain}` : undefined;
}

/** The part behind the sign: at least two labels, and the last one no number, so that no IP address passes for a name. */
function isMailDomain(domain: string): boolean {
  const labels = domain.split('.');
  return labels.length > 1 && labels.every((label) => LABEL.test(label)) && !/^\d+$/.test(labels.at(-1) ?? '');
}

/** `law.example` of `jane@law.example`. */
export function domainOfAddress(address: string): string {
  return address.slice(address.lastIndexOf('@') + 1).toLowerCase();
}

/** Two writings of one mailbox. What stands before the sign is the mail server's business, so only the domain is folded. */
export function isSameAddress(a: string, b: string): boolean {
  return a === b || (parseMailAddress(a) ?? a) === (parseMailAddress(b) ?? b);
}
