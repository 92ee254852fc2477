// What DNSSEC says of a delegation, as one line: which key signed it, and until when that holds.

import type { Security, SignedBy } from '../../model/seen/security.ts';
import { show } from '../../model/text/harmless.ts';

/** `what`: `DS`, `DS absence`, or that there is no such name. */
export function securityWords(security: Security, what: string): string {
  switch (security.state) {
    case 'secure':
      return `${what} ${security.by === undefined ? 'signed' : `proved by ${security.by.toUpperCase()}`}: ${signedWords(security.signed)}`;
    case 'insecure':
      if (security.absence === 'unproved') return `${what} not signed: ${show(security.reason)}`;
      if (security.absence === 'opt-out')
        return `${what} unproved (opt-out, ${security.by.toUpperCase()}): ${signedWords(security.signed)}`;
      return `${what} proved by ${security.by.toUpperCase()}: ${signedWords(security.signed)}`;
    case 'bogus':
      return `${what} bogus: ${show(security.reason)}`;
    case 'indeterminate':
      return `${what} not validated: ${show(security.reason)}`;
  }
}

function signedWords({ zone, keyTag, until }: SignedBy): string {
  return `key ${keyTag} of ${zone === '.' ? 'the root' : `.${show(zone)}`}, until ${until}`;
}
