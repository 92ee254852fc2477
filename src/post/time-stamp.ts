// Asks a time-stamping authority (RFC 3161 section 3.4): a question by HTTP, its answer as octets. What they are worth is for
// others to judge; what is signed needs no encryption, so that plain http will do, as most authorities have it.
import { TakedownError } from '../model/takedown-error.ts';
import { type PostTarget, postOctets, postReason } from './http-post.ts';

interface StampAsking {
  /** TimeStampReq in DER. */
  readonly question: Uint8Array;
  /** Octets of an answer at most. */
  readonly limit: number;
  /** Fires with a TimeoutError when the time is over, otherwise when somebody gives up: then it rejects with that. */
  readonly signal: AbortSignal;
}

/** An authority is told no more than any other client tells it. */
const HEADERS = {
  'content-type': 'application/timestamp-query',
  accept: 'application/timestamp-reply',
  'accept-encoding': 'identity',
  'user-agent': 'time-stamp-client/1',
};

export async function askForStamp(target: PostTarget, { question, limit, signal }: StampAsking): Promise<Uint8Array> {
  const { host } = target.url;
  const answer = await postOctets(target, { octets: question, headers: HEADERS, limit, signal }).catch(
    (error: unknown) => {
      if (!signal.aborted) throw noStamp(host, postReason(error));
      if (isTimeout(signal.reason)) throw noStamp(host, 'it did not answer in time');
      throw signal.reason;
    },
  );
  const { status, octets, cut } = answer;
  if (status >= 300 && status < 400)
    throw noStamp(host, `it leads elsewhere (status ${status}), which is not followed`);
  if (status !== 200) throw noStamp(host, `it answered with status ${status}`);
  if (cut) throw noStamp(host, `it answered with more than ${limit} octets`);
  return octets;
}

/** `why` follows a colon. */
export function noStamp(host: string, why: string): TakedownError {
  return new TakedownError('failed', {
    code: 'no-stamp',
    message: `The time-stamping authority ${host} gave no stamp: ${why}.`,
    hint: 'Nothing was kept. Try again later, or ask another one with --tsa URL.',
  });
}

function isTimeout(reason: unknown): boolean {
  return reason instanceof DOMException && reason.name === 'TimeoutError';
}
