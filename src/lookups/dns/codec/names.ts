// Names of the DNS as text: labels of arbitrary octets, with the escapes of RFC 1035 section 5.1 and RFC 4343 section 2.1
// (`a\.b` is one label, `\255` one octet). Without a trailing dot; the root is `.`. Case is kept; compare with `sameName`.

export const ROOT = '.';

export const DOT = 0x2e;
const BACKSLASH = 0x5c;
const MAX_LABEL = 63;
/** On the wire, length octets and the root's included (RFC 1035 section 2.3.4). */
export const MAX_NAME = 255;

/** Stands for itself in text. */
export function isPlain(octet: number): boolean {
  return octet > 0x20 && octet < 0x7f && octet !== DOT && octet !== BACKSLASH;
}

export function escapeOctet(octet: number): string {
  if (octet === DOT || octet === BACKSLASH) return `\\${String.fromCharCode(octet)}`;
  return `\\${String(octet).padStart(3, '0')}`;
}

export function labelText(octets: Uint8Array, start: number, end: number): string {
  let text = '';
  for (let at = start; at < end; at += 1) {
    const octet = octets[at] ?? 0;
    text += isPlain(octet) ? String.fromCharCode(octet) : escapeOctet(octet);
  }
  return text;
}

/** The labels as octets, root excluded. Throws a RangeError for text that is no name: our own text, never a server's. */
export function labelsOf(name: string): readonly Uint8Array[] {
  if (name === ROOT || name === '') return [];
  const labels: Uint8Array[] = [];
  let label: number[] = [];
  for (let at = 0; at < name.length; ) {
    if (name.charCodeAt(at) === DOT) {
      labels.push(checkedLabel(label, name));
      label = [];
      at += 1;
      if (at === name.length) return checkedLength(labels, name);
    } else {
      const [octet, width] = octetAt(name, at);
      label.push(octet);
      at += width;
    }
  }
  labels.push(checkedLabel(label, name));
  return checkedLength(labels, name);
}

/** `[octet, characters read]` */
function octetAt(name: string, at: number): readonly [number, number] {
  const code = name.charCodeAt(at);
  if (code !== BACKSLASH) {
    if (code > 0xff) throw new RangeError(`not an octet in the name ${JSON.stringify(name)}`);
    return [code, 1];
  }
  const digits = /^\d{3}/.exec(name.slice(at + 1, at + 4))?.[0];
  const octet = digits === undefined ? name.charCodeAt(at + 1) : Number(digits);
  if (!(octet <= 0xff)) throw new RangeError(`a bad escape in the name ${JSON.stringify(name)}`);
  return [octet, digits === undefined ? 2 : 4];
}

function checkedLabel(label: readonly number[], name: string): Uint8Array {
  if (label.length === 0 || label.length > MAX_LABEL) {
    throw new RangeError(`a label of ${label.length} octets in the name ${JSON.stringify(name)}`);
  }
  return Uint8Array.from(label);
}

function checkedLength(labels: readonly Uint8Array[], name: string): readonly Uint8Array[] {
  const octets = labels.reduce((sum, label) => sum + 1 + label.length, 1);
  if (octets > MAX_NAME) throw new RangeError(`${octets} octets in the name ${JSON.stringify(name)}`);
  return labels;
}

/** ASCII letters only (RFC 4343 section 3); an escape holds none. */
export function lowerName(name: string): string {
  // Nearly every name is in lower case already.
  for (let at = 0; at < name.length; at += 1) {
    const letter = name.charCodeAt(at);
    if (letter >= 0x41 && letter <= 0x5a) return name.replace(/[A-Z]+/g, (letters) => letters.toLowerCase());
  }
  return name;
}

export function sameName(a: string, b: string): boolean {
  return a === b || lowerName(a) === lowerName(b);
}

/** The name without its first label; the root's parent is the root. */
export function parentOf(name: string): string {
  for (let at = 0; at < name.length; at += 1) {
    if (name[at] === '\\') at += 1;
    else if (name[at] === '.') return at + 1 < name.length ? name.slice(at + 1) : ROOT;
  }
  return ROOT;
}

/** From the root down to the name itself: `.`, `com`, `example.com`. */
export function lineageOf(name: string): readonly string[] {
  const line: string[] = [];
  for (let at = name; at !== ROOT; at = parentOf(at)) line.push(at);
  return [ROOT, ...line.reverse()];
}

export function labelCount(name: string): number {
  return lineageOf(name).length - 1;
}

/** True when `name` is `ancestor` itself or stands under it. */
export function isUnder(name: string, ancestor: string): boolean {
  if (ancestor === ROOT) return true;
  const line = lineageOf(lowerName(name));
  return line.includes(lowerName(ancestor));
}

/** The wire form, uncompressed, in the letters given. */
export function wireName(name: string): Uint8Array {
  if (name.length <= MAX_NAME - 2) {
    const plain = new Uint8Array(name.length + 2);
    if (writePlainName(name, plain, 0)) return plain;
  }
  const octets: number[] = [];
  for (const label of labelsOf(name)) octets.push(label.length, ...label);
  return Uint8Array.from([...octets, 0]);
}

/**
 * Of host names, which need no escapes: each dot is where a length stands, and what is written is two octets longer than the text.
 * False for all others, whose octets are of no use then.
 */
export function writePlainName(name: string, octets: Uint8Array, from: number): boolean {
  if (name.length > MAX_NAME - 2) return false;
  let start = 0;
  for (let at = 0; at <= name.length; at += 1) {
    const octet = at === name.length ? DOT : name.charCodeAt(at);
    if (octet !== DOT) {
      if (!isPlain(octet)) return false;
      octets[from + at + 1] = octet;
      continue;
    }
    const size = at - start;
    if (size === 0 || size > MAX_LABEL) return false;
    octets[from + start] = size;
    start = at + 1;
  }
  octets[from + name.length + 1] = 0;
  return true;
}

/** The canonical wire form: lower case, uncompressed (RFC 4034 section 6.2). */
export function canonicalOctets(name: string): Uint8Array {
  return wireName(lowerName(name));
}
