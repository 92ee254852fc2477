// Hands one small document to a person's own web service, once: HTTPS with a checked certificate, to an address that the guard
// allowed, within one deadline. The URL is a secret.
import { createHmac } from 'node:crypto';
import { TakedownError } from '../model/takedown-error.ts';
import { type PostTarget, postOctets, postReason } from './http-post.ts';

/** `url`: https; its path and query may be all that keeps others out, and are shown nowhere. */
export interface Webhook extends PostTarget {
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
  const { host, protocol } = webhook.url;
  if (protocol !== 'https:') throw failed(host, 'it is not https');
  const time = AbortSignal.timeout(posting.patience ?? PATIENCE);
  const signal = AbortSignal.any([posting.signal, time]);
  const { status } = await postOctets(webhook, {
    octets: Buffer.from(posting.body),
    headers: headersOf(webhook, posting),
    limit: LARGEST_ANSWER,
    signal,
  }).catch((error: unknown) => {
    if (time.aborted) throw failed(host, 'it did not answer in time');
    throw failed(host, posting.signal.aborted ? 'it was interrupted' : postReason(error));
  });
  if (status >= 200 && status < 300) return { status };
  throw failed(host, `it answered with status ${status}`);
}

function headersOf({ secret }: Webhook, { body, id, at }: Posting): Readonly<Record<string, string>> {
  return {
    'content-type': 'application/json; charset=utf-8',
    'user-agent': 'takedown',
    'x-takedown-delivery': id,
    'x-takedown-timestamp': `${at}`,
    ...(secret === undefined ? {} : { 'x-takedown-signature': signatureOf(body, { secret, at }) }),
  };
}

/** HMAC-SHA-256 (RFC 2104) over the second and the octets of the body, so that neither can be put to another. */
function signatureOf(body: string, { secret, at }: { readonly secret: string; readonly at: number }): string {
  return `sha256=${createHmac('sha256', secret).update(`${at}.${body}`).digest('hex')}`;
}

/** The host alone is named. */
function failed(host: string, why: string): TakedownError {
  return new TakedownError('failed', {
    code: 'webhook-failed',
    message: `The webhook at ${host} was not told: ${why}.`,
  });
}
