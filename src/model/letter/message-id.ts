// Message-IDs (RFC 5322 section 3.6.4): made from the letter itself, so that a reply leads back to it and the same letter
// always has the same one. Kept with their angle brackets, as they stand in a mail.
import { domainOfAddress } from './mail-address.ts';

const MESSAGE_ID = /^<[A-Za-z0-9!#$%&'*+/=?^_`{|}~.-]+@[A-Za-z0-9!#$%&'*+/=?^_`{|}~.:[\]-]+>$/;
/** No real one is longer; RFC 5322 bounds the line. */
const LONGEST = 900;
const FIGURES = 16;

/** `<2019-03-15-verisign-order.0123456789abcdef@law.example>`; `facts` is the digest of what the letter says. */
export function messageIdOf(of: { readonly letter: string; readonly facts: string; readonly from: string }): string {
  return `<${of.letter}.${of.facts.slice(0, FIGURES)}@${domainOfAddress(of.from)}>`;
}

/** With its brackets, which are added where they are missing; `undefined` for what is no Message-ID. */
export function parseMessageId(text: string): string | undefined {
  const bare = text.trim();
  const id = bare.startsWith('<') ? bare : `<${bare}>`;
  return id.length <= LONGEST && MESSAGE_ID.test(id) ? id : undefined;
}
