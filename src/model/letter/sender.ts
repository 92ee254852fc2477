// Who a mail is from, as people write it: an address alone, or a name and the address in brackets behind it.
import type { MailAddress } from './mail.ts';
import { parseMailAddress } from './mail-address.ts';

const NAMED = /^(?:"([^"\\\p{Cc}]+)"|([^"<>\\\p{Cc}]*)) *<([^<>]+)>$/u;

/** `jane@law.example`, `Jane Roe <jane@law.example>` or `"Roe, Jane" <jane@law.example>`; one sender, never a list. */
export function parseSender(text: string): MailAddress | undefined {
  const [, quoted, plain, bracketed] = NAMED.exec(text.trim()) ?? [];
  const address = parseMailAddress(bracketed ?? text.trim());
  if (address === undefined) return undefined;
  const name = (quoted ?? plain)?.trim();
  return name === undefined || name === '' ? { address } : { name, address };
}
