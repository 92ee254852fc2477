// What one attempt at a question comes to, by how it ended and what came of it. Pure: the same when it happens and when it is
// read again out of the evidence.
import type { ExchangeEnd } from '../../model/seen/exchange.ts';
import type { FailureKind } from '../../model/seen/failure.ts';
import type { DnsAnswer } from './client.ts';
import { type Reading, STRAY_KINDS, type StrayKind } from './query.ts';
import type { Outcome } from './steps.ts';

/** A datagram that came and was not the answer. */
export interface Oddity {
  readonly kind: StrayKind;
  readonly detail: string;
}

export function concluded(reading: Reading): { readonly outcome: Outcome; readonly answer: DnsAnswer } {
  if (reading.kind === 'answer') {
    return { outcome: { kind: 'answer', message: reading.message }, answer: { ok: true, message: reading.message } };
  }
  return { outcome: { kind: 'truncated' }, answer: failure('incomplete', 'truncated, over TCP as well') };
}

export function failedTcp(end: ExchangeEnd, code: string | undefined): DnsAnswer {
  const kind = end === 'reset' ? 'incomplete' : failureOf(end);
  return failure(kind, `truncated over UDP, and over TCP: ${code ?? end}`);
}

export function failed(end: ExchangeEnd, code: string | undefined, strays: readonly Oddity[]): DnsAnswer {
  if (end !== 'deadline') return failure(failureOf(end), code ?? end);
  const malformed = strays.find((stray) => stray.kind === 'malformed');
  if (malformed !== undefined) return failure('unparsable', malformed.detail);
  const other = strays.find((stray) => stray.kind === 'other question');
  if (other !== undefined) return failure('wrong-object', other.detail);
  const [first] = strays;
  const came = first === undefined ? '' : `, ${strays.length} stray (${first.kind}: ${first.detail})`;
  return failure('timeout', `no answer${came}`);
}

function failureOf(end: ExchangeEnd): FailureKind {
  switch (end) {
    case 'refused':
    case 'unreachable':
    case 'reset':
    case 'too-large':
      return end;
    case 'aborted':
      return 'interrupted';
    case 'failed':
      return 'unreachable';
    case 'deadline':
    case 'complete':
      return 'timeout';
  }
}

export function failure(kind: FailureKind, detail: string): DnsAnswer & { readonly ok: false } {
  return { ok: false, failure: kind, detail };
}

/** Why the exchange of a second answer is there. */
export const SECOND = 'a second answer, which says something else';

/** Of two answers to one question nobody knows which is the server's: it has none. */
export const CONTRADICTORY = failure('contradictory', 'two different answers came to one question');

const STRAY = /^stray datagram: ([a-z ]+) \((.*)\)$/;

/** Why the exchange of a stray is there. */
export function strayText({ kind, detail }: Oddity): string {
  return `stray datagram: ${kind} (${detail})`;
}

/** The other way round. */
export function strayIn(because: string | undefined): Oddity | undefined {
  const [, word, detail = ''] = STRAY.exec(because ?? '') ?? [];
  const kind = STRAY_KINDS.find((one) => one === word);
  return kind === undefined ? undefined : { kind, detail };
}
