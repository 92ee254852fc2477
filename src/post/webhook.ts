// Hands one small document to a person's own web service, once: HTTPS with a checked certificate, to an address that the guard
// allowed, within one deadline. A redirect is not followed: it would lead where nobody has looked. The URL is a secret.
import { createHmac } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import { request } from 'node:https';
import { isIP } from 'node:net';
import type { Endpoint } from '../model/network.ts';
import { TakedownError } from '../model/takedown-error.ts';

export interface Webhook {
  /** https; its path and query may be all that keeps others out, and are shown nowhere. */
  readonly url: URL;
  /** Of its host, as the guard gives them, in order. */
  readonly endpoints: readonly [Endpoint, ...Endpoint[]];
  /** PEM: the authority that the certificate must be from, in place of those that Node trusts. */
  readonly ca?: string;
  /** What the receiver knows as well; absent: nothing is signed. */
  readonly secret?: string;
}

export interface Posting {
  readonly body: string;
  /** Equal for the same content: a receiver that was reached twice can tell. */
  readonly id: string;
  /** Seconds since 1970. */
  readonly at: number;
  readonly signal: AbortSignal;
  /** Milliseconds for all of it. */
  readonly patience?: number;
}

const PATIENCE = 30_000;
/** Of the answer nothing but the status is used. */
const LARGEST_ANSWER = 64 * 1024;

export async function postTo(webhook: Webhook, posting: Posting): Promise<{ readonly status: number }> {
  const { host } = webhook.url;
  if (webhook.url.protocol !== 'https:') throw failed(host, 'it is not https');
  const time = AbortSignal.timeout(posting.patience ?? PATIENCE);
  const signal = AbortSignal.any([posting.signal, time]);
  let last: unknown;
  for (const endpoint of webhook.endpoints) {
    try {
      const status = await postOnce(webhook, endpoint, { ...posting, signal });
      if (status >= 200 && status < 300) return { status };
      throw failed(host, `it answered with status ${status}`);
    } catch (error) {
      last = error;
      if (!NOT_REACHED.has(codeOf(error))) break;
    }
  }
  if (last instanceof TakedownError) throw last;
  if (time.aborted) throw failed(host, 'it did not answer in time');
  throw failed(host, posting.signal.aborted ? 'it was interrupted' : reasonOf(last));
}

/** Nobody was there: another address of the same host may be tried. */
const NOT_REACHED: ReadonlySet<string> = new Set(['ECONNREFUSED', 'EHOSTUNREACH', 'ENETUNREACH', 'EADDRNOTAVAIL']);

function postOnce(
  { url, ca, secret }: Webhook,
  { address, port }: Endpoint,
  { body, id, at, signal }: Posting,
): Promise<number> {
  const octets = Buffer.from(body);
  return new Promise((resolve, reject) => {
    const asked = request({
      method: 'POST',
      host: address,
      port,
      path: `${url.pathname}${url.search}`,
      // A certificate names whom the URL names, wherever the packets go.
      ...(isIP(url.hostname) === 0 ? { servername: url.hostname } : {}),
      headers: {
        host: url.host,
        'content-type': 'application/json; charset=utf-8',
        'content-length': octets.length,
        'user-agent': 'takedown',
        'x-takedown-delivery': id,
        'x-takedown-timestamp': `${at}`,
        ...(secret === undefined ? {} : { 'x-takedown-signature': signatureOf(body, { secret, at }) }),
      },
      agent: false,
      rejectUnauthorized: true,
      minVersion: 'TLSv1.2',
      maxHeaderSize: 16 * 1024,
      signal,
      ...(ca === undefined ? {} : { ca }),
    });
    asked.once('response', (response) => {
      drained(response).then(() => resolve(response.statusCode ?? 0), reject);
    });
    // Stays: a socket that breaks later must not end the program.
    asked.on('error', reject);
    asked.end(octets);
  });
}

/** HMAC-SHA-256 (RFC 2104) over the second and the octets of the body, so that neither can be put to another. */
function signatureOf(body: string, { secret, at }: { readonly secret: string; readonly at: number }): string {
  return `sha256=${createHmac('sha256', secret).update(`${at}.${body}`).digest('hex')}`;
}

/** What comes after the status is passed over; one that does not end is cut off. */
async function drained(response: IncomingMessage): Promise<void> {
  let length = 0;
  for await (const chunk of response) {
    length += Buffer.from(chunk).length;
    if (length > LARGEST_ANSWER) break;
  }
  response.destroy();
}

function reasonOf(error: unknown): string {
  const code = codeOf(error);
  if (/CERT|SELF_SIGNED|UNABLE_TO_(?:VERIFY|GET)/.test(code)) return `its certificate cannot be trusted (${code})`;
  if (code.startsWith('HPE_')) return 'what answered does not speak HTTP';
  return `the connection failed${code === '' ? '' : ` (${code})`}`;
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : '';
}

/** The host alone is named. */
function failed(host: string, why: string): TakedownError {
  return new TakedownError('failed', {
    code: 'webhook-failed',
    message: `The webhook at ${host} was not told: ${why}.`,
  });
}
