// The SOA in the authority section that makes "nothing" a statement (RFC 2308 section 2). Pure. There is one or there is
// none; an answer with two different ones says two different things.
import type { DnsMessage } from '../dns/codec/message.ts';
import { lowerName } from '../dns/codec/names.ts';
import { CLASS_IN } from '../dns/codec/types.ts';

type SoaReading =
  | { readonly kind: 'one'; readonly owner: string; readonly serial: number }
  | { readonly kind: 'none' }
  | { readonly kind: 'several' };

export function readSoa(message: DnsMessage): SoaReading {
  const found = new Map<string, SoaReading>();
  for (const { name, class: recordClass, rdata } of message.authority) {
    if (rdata.kind !== 'soa' || recordClass !== CLASS_IN) continue;
    const owner = lowerName(name);
    found.set(`${owner} ${rdata.serial}`, { kind: 'one', owner, serial: rdata.serial });
  }
  const [first] = found.values();
  if (first === undefined) return { kind: 'none' };
  return found.size === 1 ? first : { kind: 'several' };
}
