// The form in which records are signed (RFC 4034 section 6): names whole and in lower case, records of a set in the order
// of their octets, the lifetime that the signature names. Whoever signs and whoever verifies need the same octets.
import type { Rdata, RdataOf, ResourceRecord } from './message.ts';
import { canonicalOctets, labelsOf, lowerName, ROOT } from './names.ts';
import { writeRdata } from './rdata-write.ts';
import { openWriter, writeOctets, writeU16, writeU32, written } from './writer.ts';

/** What a signature is made over (RFC 4034 section 3.1.8.1). Repeated records count once (section 6.3). */
export function signedOctets(records: readonly ResourceRecord[], rrsig: RdataOf<'rrsig'>): Uint8Array {
  const head = canonicalRdata({ ...rrsig, signature: new Uint8Array() });
  const bodies = new Map(records.map((record) => [record, Buffer.from(canonicalRdata(record.rdata))]));
  const ordered = [...bodies].sort(([, a], [, b]) => Buffer.compare(a, b));
  const parts: Uint8Array[] = [head];
  let last: Buffer | undefined;
  for (const [record, body] of ordered) {
    if (last?.equals(body)) continue;
    last = body;
    parts.push(ownerOctets(record, rrsig), Uint8Array.of(body.length >> 8, body.length & 0xff), body);
  }
  return Buffer.concat(parts);
}

function ownerOctets({ name, type, class: recordClass }: ResourceRecord, rrsig: RdataOf<'rrsig'>): Uint8Array {
  const writer = openWriter();
  writeOctets(writer, canonicalOctets(name));
  writeU16(writer, type);
  writeU16(writer, recordClass);
  writeU32(writer, rrsig.originalTtl);
  return written(writer);
}

/** Names whole; in lower case for the types of RFC 4034 section 6.2 as RFC 6840 section 5.1 has it. */
function canonicalRdata(rdata: Rdata): Uint8Array {
  const writer = openWriter();
  switch (rdata.kind) {
    case 'ns':
    case 'cname':
    case 'dname':
      writeOctets(writer, canonicalOctets(rdata.target));
      break;
    case 'mx':
      writeU16(writer, rdata.preference);
      writeOctets(writer, canonicalOctets(rdata.exchange));
      break;
    case 'soa':
      writeOctets(writer, canonicalOctets(rdata.mname));
      writeOctets(writer, canonicalOctets(rdata.rname));
      for (const value of [rdata.serial, rdata.refresh, rdata.retry, rdata.expire, rdata.minimum]) {
        writeU32(writer, value);
      }
      break;
    case 'rrsig':
      writeRdata(writer, { ...rdata, signer: lowerName(rdata.signer) });
      break;
    default:
      writeRdata(writer, rdata);
  }
  return written(writer);
}

/** Names as a signed zone orders them: label by label from the root down, as octets in lower case (RFC 4034 section 6.1). */
export function compareNames(a: string, b: string): number {
  const left = [...labelsOf(lowerName(a))].reverse();
  const right = [...labelsOf(lowerName(b))].reverse();
  for (const [index, label] of left.entries()) {
    const other = right[index];
    if (other === undefined) return 1;
    const order = Buffer.compare(label, other);
    if (order !== 0) return order;
  }
  return left.length - right.length;
}

/** The labels that a signature counts: neither the root nor a leading asterisk (RFC 4034 section 3.1.3). */
export function signedLabels(name: string): number {
  return name === ROOT ? 0 : labelsOf(name).length - (name === '*' || name.startsWith('*.') ? 1 : 0);
}
