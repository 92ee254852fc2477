// Record data that this program keeps as octets, as zone files write it: CAA, SVCB and HTTPS, the child's wishes for its DS, service
// locations. What does not fit the form of its type comes as RFC 3597 has it. ASCII only.
import { addressOf } from '../address-octets.ts';
import { labelText, ROOT } from '../dns/codec/names.ts';
import { base64, fullName, hexText, plainHex, quoted } from './print-words.ts';

type Print = (octets: Buffer) => string | undefined;

/** By type. Source: RFC 2782, RFC 5155 section 4.3, RFC 7344 section 3, RFC 8659 section 4.1.1, RFC 9460 section 2.1; last verified 2026-11. */
const PRINTS: Readonly<Record<number, Print>> = {
  33: srvText,
  51: paramText,
  59: dsText,
  60: keyText,
  64: svcbText,
  65: svcbText,
  99: textsText,
  257: caaText,
};

/** RFC 3597 section 5 where there is no better form. */
export function otherText(type: number, octets: Uint8Array): string {
  return PRINTS[type]?.(Buffer.from(octets)) ?? plainHex(octets);
}

function caaText(octets: Buffer): string | undefined {
  const [flags, length = 0] = octets;
  if (flags === undefined || length === 0 || octets.length < 2 + length) return undefined;
  const tag = octets.toString('latin1', 2, 2 + length);
  return /^[A-Za-z0-9]+$/.test(tag) ? `${flags} ${tag} ${quoted(octets.subarray(2 + length))}` : undefined;
}

/** SPF is TXT under another number (RFC 7208 section 3.1). */
function textsText(octets: Buffer): string | undefined {
  const texts: string[] = [];
  for (let at = 0; at < octets.length; ) {
    const end = at + 1 + (octets[at] ?? 0);
    if (end > octets.length) return undefined;
    texts.push(quoted(octets.subarray(at + 1, end)));
    at = end;
  }
  return texts.length === 0 ? undefined : texts.join(' ');
}

function dsText(octets: Buffer): string | undefined {
  if (octets.length < 5) return undefined;
  return [octets.readUInt16BE(0), octets[2], octets[3], hexText(octets.subarray(4))].join(' ');
}

function keyText(octets: Buffer): string | undefined {
  if (octets.length < 5) return undefined;
  return [octets.readUInt16BE(0), octets[2], octets[3], base64(octets.subarray(4))].join(' ');
}

function paramText(octets: Buffer): string | undefined {
  const length = octets[4];
  if (length === undefined || octets.length !== 5 + length) return undefined;
  const salt = length === 0 ? '-' : hexText(octets.subarray(5));
  return [octets[0], octets[1], octets.readUInt16BE(2), salt].join(' ');
}

function srvText(octets: Buffer): string | undefined {
  const target = nameAt(octets, 6);
  if (target === undefined || target.end !== octets.length) return undefined;
  return [...[0, 2, 4].map((at) => octets.readUInt16BE(at)), fullName(target.name)].join(' ');
}

/** RFC 9460 section 14.3.2. */
const KEYS: Readonly<Record<number, string>> = {
  0: 'mandatory',
  1: 'alpn',
  2: 'no-default-alpn',
  3: 'port',
  4: 'ipv4hint',
  5: 'ech',
  6: 'ipv6hint',
};

function svcbText(octets: Buffer): string | undefined {
  const target = nameAt(octets, 2);
  if (target === undefined) return undefined;
  const words = [String(octets.readUInt16BE(0)), fullName(target.name)];
  for (let at = target.end; at < octets.length; ) {
    if (at + 4 > octets.length) return undefined;
    const [key, end] = [octets.readUInt16BE(at), at + 4 + octets.readUInt16BE(at + 2)];
    if (end > octets.length) return undefined;
    const value = octets.subarray(at + 4, end);
    words.push(parameterText(key, value) ?? keyed(key, value));
    at = end;
  }
  return words.join(' ');
}

/** `undefined`: the value does not have the form of its key. */
function parameterText(key: number, value: Buffer): string | undefined {
  switch (KEYS[key]) {
    case 'mandatory':
      return value.length % 2 === 0 ? `mandatory=${pieces(value, 2).map(keyOf).join(',')}` : undefined;
    case 'alpn':
      return alpnText(value);
    case 'no-default-alpn':
      return value.length === 0 ? 'no-default-alpn' : undefined;
    case 'port':
      return value.length === 2 ? `port=${value.readUInt16BE(0)}` : undefined;
    case 'ipv4hint':
      return hintText('ipv4hint', value, 4);
    case 'ipv6hint':
      return hintText('ipv6hint', value, 16);
    case 'ech':
      return `ech=${base64(value)}`;
    default:
      return undefined;
  }
}

function keyed(key: number, value: Buffer): string {
  return value.length === 0 ? `key${key}` : `key${key}=${quoted(value)}`;
}

function keyOf(value: Buffer): string {
  const key = value.readUInt16BE(0);
  return KEYS[key] ?? `key${key}`;
}

function alpnText(value: Buffer): string | undefined {
  const names: string[] = [];
  for (let at = 0; at < value.length; ) {
    const end = at + 1 + (value[at] ?? 0);
    if (end > value.length) return undefined;
    names.push(value.toString('latin1', at + 1, end));
    at = end;
  }
  // Commas and what is not plain need escapes of two kinds (RFC 9460 appendix A.1); no server has them.
  return names.every((name) => /^[\w./-]+$/.test(name)) ? `alpn="${names.join(',')}"` : undefined;
}

function hintText(key: string, value: Buffer, size: number): string | undefined {
  if (value.length === 0 || value.length % size !== 0) return undefined;
  return `${key}=${pieces(value, size).map(addressOf).join(',')}`;
}

function pieces(value: Buffer, size: number): readonly Buffer[] {
  return Array.from({ length: value.length / size }, (_, at) => value.subarray(at * size, at * size + size));
}

const LONGEST_LABEL = 63;

/** Never compressed in these types. */
function nameAt(octets: Buffer, start: number): { readonly name: string; readonly end: number } | undefined {
  const labels: string[] = [];
  for (let at = start; ; ) {
    const size = octets[at];
    if (size === undefined || size > LONGEST_LABEL || at + 1 + size > octets.length) return undefined;
    if (size === 0) return { name: labels.length === 0 ? ROOT : labels.join('.'), end: at + 1 };
    labels.push(labelText(octets, at + 1, at + 1 + size));
    at += 1 + size;
  }
}
