// One POST of a few octets to a host that a person named, at addresses that the guard allowed: over HTTPS with a checked
// certificate, or over HTTP where what comes back is signed. A redirect is not followed: it would lead where nobody has looked.
import { type IncomingMessage, type RequestOptions, request as requestPlain } from 'node:http';
import { request as requestSecure } from 'node:https';
import { isIP } from 'node:net';
import type { Endpoint } from '../model/asking/network.ts';

export interface PostTarget {
  /** http or https. */
  readonly url: URL;
  /** Of its host, as the guard gives them, in order. */
  readonly endpoints: readonly [Endpoint, ...Endpoint[]];
  /** PEM: the authority that the certificate must be from, in place of those that Node trusts. */
  readonly ca?: string;
}

interface PostContent {
  readonly octets: Uint8Array;
  /** Beside those of HTTP itself. */
  readonly headers: Readonly<Record<string, string>>;
  /** Octets of the answer that are read. */
  readonly limit: number;
  readonly signal: AbortSignal;
}

interface PostAnswer {
  readonly status: number;
  readonly octets: Uint8Array;
  /** True where more came than the limit. */
  readonly cut: boolean;
}

/** Another address is tried only where nobody was at the one before. Rejects with the error of the last one. */
export async function postOctets(target: PostTarget, content: PostContent): Promise<PostAnswer> {
  let last: unknown;
  for (const endpoint of target.endpoints) {
    try {
      return await postOnce(target, endpoint, content);
    } catch (error) {
      last = error;
      if (!NOT_REACHED.has(codeOf(error))) break;
    }
  }
  throw last;
}

const NOT_REACHED: ReadonlySet<string> = new Set(['ECONNREFUSED', 'EHOSTUNREACH', 'ENETUNREACH', 'EADDRNOTAVAIL']);

function postOnce(
  { url, ca }: PostTarget,
  { address, port }: Endpoint,
  { octets, headers, limit, signal }: PostContent,
): Promise<PostAnswer> {
  const options: RequestOptions = {
    method: 'POST',
    host: address,
    port,
    path: `${url.pathname}${url.search}`,
    headers: { host: url.host, 'content-length': octets.length, ...headers },
    agent: false,
    maxHeaderSize: 16 * 1024,
    signal,
  };
  const secure = {
    // A certificate names whom the URL names, wherever the packets go.
    ...(isIP(url.hostname) === 0 ? { servername: url.hostname } : {}),
    ...(ca === undefined ? {} : { ca }),
    rejectUnauthorized: true,
    minVersion: 'TLSv1.2',
  } as const;
  return new Promise((resolve, reject) => {
    const asked = url.protocol === 'https:' ? requestSecure({ ...options, ...secure }) : requestPlain(options);
    asked.once('response', (response) => void answerIn(response, limit).then(resolve, reject));
    // Stays: a socket that breaks later must not end the program.
    asked.on('error', reject);
    asked.end(octets);
  });
}

/** An answer that does not end is cut off. */
async function answerIn(response: IncomingMessage, limit: number): Promise<PostAnswer> {
  const parts: Buffer[] = [];
  let length = 0;
  for await (const chunk of response) {
    const part = Buffer.from(chunk);
    length += part.length;
    parts.push(part);
    if (length > limit) break;
  }
  response.destroy();
  const octets = Buffer.concat(parts).subarray(0, limit);
  return { status: response.statusCode ?? 0, octets, cut: length > limit };
}

/** Words that follow a colon, and name no host. */
export function postReason(error: unknown): string {
  const code = codeOf(error);
  if (/CERT|SELF_SIGNED|UNABLE_TO_(?:VERIFY|GET)/.test(code)) return `its certificate cannot be trusted (${code})`;
  if (code.startsWith('HPE_')) return 'what answered does not speak HTTP';
  return `the connection failed${code === '' ? '' : ` (${code})`}`;
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : '';
}
