// Whether this machine's clock is right: held against the Date header of an HTTPS answer (RFC 9110 section 6.6.1), and, as a
// second witness that nobody in between can set, against the times of the root's own signatures.
import { type Finding, fine, notSo, unknown } from '../../model/asking/diagnosis.ts';
import { type Instant, instantAt, millisecondsOf } from '../../model/instant.ts';
import type { Exchange } from '../../model/seen/exchange.ts';
import type { DnsAnswer } from '../dns/client.ts';
import { TYPES } from '../dns/codec/types.ts';

/**
 * Our own choice: a header has whole seconds, a cache on the way may count its age a second or two wrong, and an observation that
 * is further off than this could be put before or after another one by mistake.
 */
const TOLERANCE_S = 10;

const SET_CLOCK = 'Set the clock, and let it be kept by NTP: every observation says when it was made.';

/** Pure. The answer was on its way for `took` milliseconds, so its time lies somewhere in between. */
export function clockFinding(exchange: Exchange | undefined): Finding {
  const dated = exchange === undefined ? undefined : dateIn(exchange.received);
  if (exchange === undefined || dated === undefined) return unknown('no answer over HTTP that says what time it is');
  const sent = millisecondsOf(exchange.at);
  const ahead = (sent - dated - 1000) / 1000;
  const behind = (dated - (sent + exchange.took)) / 1000;
  const off = Math.max(0, ahead, behind);
  if (off <= TOLERANCE_S) return fine(`within ${Math.max(1, Math.ceil(off))} s of the server of the bootstrap file`);
  const which = ahead > behind ? 'ahead of' : 'behind';
  return notSo(`${spanText(off)} ${which} the server of the bootstrap file`, SET_CLOCK);
}

/** Milliseconds; with the age that a cache on the way states. */
function dateIn(received: Uint8Array): number | undefined {
  const [head = ''] = new TextDecoder('latin1').decode(received.subarray(0, 16_384)).split('\r\n\r\n', 1);
  const [, date] = /^date:[ \t]*(.+)$/im.exec(head) ?? [];
  const [, age = '0'] = /^age:[ \t]*(\d{1,9})[ \t]*$/im.exec(head) ?? [];
  const at = Date.parse(date ?? '');
  return Number.isNaN(at) ? undefined : at + Number(age) * 1000;
}

function spanText(seconds: number): string {
  if (seconds < 120) return `${Math.round(seconds)} s`;
  if (seconds < 6000) return `${Math.round(seconds / 60)} min`;
  return seconds < 172_800 ? `${Math.round(seconds / 3600)} hours` : `${Math.round(seconds / 86_400)} days`;
}

/** Pure. The signature over the root's SOA is made anew every day and holds for some two weeks (RFC 4034 section 3.1.5). */
export function signatureFinding(answer: DnsAnswer, now: Instant): Finding {
  if (!answer.ok) return unknown(`the root: ${answer.failure}, ${answer.detail}`);
  const signed = answer.message.answers.flatMap(({ rdata }) =>
    rdata.kind === 'rrsig' && rdata.typeCovered === TYPES.SOA ? [rdata] : [],
  );
  const [signature] = signed;
  if (signature === undefined) return unknown('the root’s answer came without its signature');
  const [from, until] = [instantAt(signature.inception * 1000), instantAt(signature.expiration * 1000)];
  const at = millisecondsOf(now);
  const days = `${from.slice(0, 10)} to ${until.slice(0, 10)}`;
  if (at >= millisecondsOf(from) && at <= millisecondsOf(until))
    return fine(`within the root’s signatures of today, good from ${days}`);
  return notSo(`outside the root’s signatures of today, good from ${days}`, SET_CLOCK);
}
