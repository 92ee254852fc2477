// A message of HTTP as octets: first line, headers, body; as DNS over HTTP (RFC 8484) asks and answers. Pure: what was read on
// the day is read again from the same octets. What came over HTTP/2 is written in the same form, its first line says so.
export interface HttpMessage {
  readonly start: string;
  /** Names in lower case; of a repeated one the first value. */
  readonly headers: ReadonlyMap<string, string>;
  readonly body: Uint8Array;
}

export type HttpReading =
  | { readonly state: 'whole'; readonly message: HttpMessage }
  /** It cannot be whole before so many octets have come. */
  | { readonly state: 'more'; readonly wanted: number }
  | { readonly state: 'no-http'; readonly why: string };

/** Octets of a head: far more than any honest one. */
export const HEAD_LIMIT = 16 * 1024;

const MOST_CHUNKS = 1024;
const START = /^(?:HTTP\/(?:1\.[01]|2) (\d{3})(?: .*)?|[A-Z]+ \S+ HTTP\/(?:1\.1|2))$/;
const HEADER = /^([!#$%&'*+.^_`|~0-9A-Za-z-]+):[ \t]*(.*?)[ \t]*$/;

/** `ended`: nothing more will come. */
export function readHttpMessage(octets: Uint8Array, ended: boolean): HttpReading {
  const all = Buffer.from(octets.buffer, octets.byteOffset, octets.length);
  const end = all.indexOf('\r\n\r\n');
  if (end > HEAD_LIMIT || (end < 0 && all.length > HEAD_LIMIT)) return noHttp('a head without an end');
  if (end < 0) return ended ? noHttp('no head') : { state: 'more', wanted: all.length + 1 };
  const [start = '', ...lines] = all.toString('latin1', 0, end).split('\r\n');
  const [first, status] = START.exec(start) ?? [];
  if (first === undefined) return noHttp('no first line');
  const rest = end + 4;
  if (/^1\d\d$/.test(status ?? '')) return later(readHttpMessage(octets.subarray(rest), ended), rest);
  const headers = headersIn(lines);
  if (headers === undefined) return noHttp('a line that is no header');
  const parts = { start, headers, all, rest };
  if (status === '204' || status === '304') return whole(parts, all.subarray(rest, rest));
  if (/(?:^|, *)chunked$/i.test(headers.get('transfer-encoding') ?? '')) return chunked(parts, ended);
  const length = headers.get('content-length');
  if (length !== undefined) return measured(parts, length, ended);
  return ended || status === undefined ? whole(parts, all.subarray(rest)) : { state: 'more', wanted: all.length + 1 };
}

export function httpText(start: string, headers: readonly (readonly [string, string])[], body: Uint8Array): Uint8Array {
  const lines = headers.map(([name, value]) => `${name}: ${value}\r\n`).join('');
  return Buffer.concat([Buffer.from(`${start}\r\n${lines}\r\n`, 'latin1'), body]);
}

interface Parts {
  readonly start: string;
  readonly headers: ReadonlyMap<string, string>;
  readonly all: Buffer;
  /** Where the body begins. */
  readonly rest: number;
}

function whole({ start, headers }: Parts, body: Uint8Array): HttpReading {
  return { state: 'whole', message: { start, headers, body } };
}

function noHttp(why: string): HttpReading {
  return { state: 'no-http', why };
}

function later(reading: HttpReading, by: number): HttpReading {
  return reading.state === 'more' ? { state: 'more', wanted: reading.wanted + by } : reading;
}

/** Two lengths may be read as one or the other (RFC 9112 section 6.3): neither is believed. */
function headersIn(lines: readonly string[]): ReadonlyMap<string, string> | undefined {
  const headers = new Map<string, string>();
  for (const line of lines) {
    const [, name, value = ''] = HEADER.exec(line) ?? [];
    if (name === undefined) return undefined;
    const key = name.toLowerCase();
    if (key === 'content-length' && headers.has(key)) return undefined;
    if (!headers.has(key)) headers.set(key, value);
  }
  return headers.has('content-length') && headers.has('transfer-encoding') ? undefined : headers;
}

function measured(parts: Parts, length: string, ended: boolean): HttpReading {
  if (!/^\d{1,9}$/.test(length)) return noHttp('a length that is no number');
  const end = parts.rest + Number(length);
  if (parts.all.length >= end) return whole(parts, parts.all.subarray(parts.rest, end));
  return ended ? noHttp('it ends before it is whole') : { state: 'more', wanted: end };
}

/** RFC 9112 section 7.1. Extensions and trailers are passed over. */
function chunked(parts: Parts, ended: boolean): HttpReading {
  const { all } = parts;
  const chunks: Uint8Array[] = [];
  const more = (wanted: number): HttpReading =>
    ended ? noHttp('it ends before it is whole') : { state: 'more', wanted };
  for (let at = parts.rest; chunks.length <= MOST_CHUNKS; ) {
    const line = all.indexOf('\r\n', at);
    if (line < 0) return all.length - at > 100 ? noHttp('a chunk without a length') : more(all.length + 1);
    const [, digits] = /^([0-9a-f]{1,6})[ \t]*(?:;.*)?$/i.exec(all.toString('latin1', at, line)) ?? [];
    if (digits === undefined) return noHttp('a chunk without a length');
    const length = Number.parseInt(digits, 16);
    const end = line + 2 + length;
    if (length === 0) return whole(parts, Buffer.concat(chunks));
    if (all.length < end + 2) return more(end + 2);
    chunks.push(all.subarray(line + 2, end));
    at = end + 2;
  }
  return noHttp(`more than ${MOST_CHUNKS} chunks`);
}
