// Two different answers to one question: one of them is not the server's. The first ends the wait, so nobody is slowed down;
// a lookup waits once, at its end, until no second answer to any of its questions is likely any more.
import type { Clock } from '../../model/clock.ts';
import { millisecondsOf } from '../../model/instant.ts';
import type { Exchange } from '../../model/seen/exchange.ts';
import type { DnsMessage, ResourceRecord } from './codec/message.ts';
import { lowerName } from './codec/names.ts';
import { TYPES } from './codec/types.ts';

export interface Conflict {
  readonly first: Exchange;
  readonly second: Exchange;
}

export interface Conflicts {
  found(conflict: Conflict): void;
  settle(exchanges: readonly Exchange[], signal: AbortSignal): Promise<readonly Conflict[]>;
}

export function openConflicts(clock: Clock, watched: number): Conflicts {
  const seconds = new WeakMap<Exchange, Exchange>();
  return {
    found({ first, second }) {
      if (!seconds.has(first)) seconds.set(first, second);
    },
    async settle(exchanges, signal) {
      // A clock that was set back in between must not make this wait for as long as it went.
      const left = Math.min(watched, lastEnd(exchanges) + watched - millisecondsOf(clock.now()));
      if (left > 0) await unlessAborted(left, signal);
      return exchanges.flatMap((first) => {
        const second = seconds.get(first);
        return second === undefined ? [] : [{ first, second }];
      });
    },
  };
}

/** Of the answers that came as datagrams: nobody can put a second one into a connection. */
function lastEnd(exchanges: readonly Exchange[]): number {
  const answered = exchanges.filter(({ transport, end }) => transport === 'udp' && end === 'complete');
  return answered.reduce((last, { at, took }) => Math.max(last, millisecondsOf(at) + took), 0);
}

function unlessAborted(milliseconds: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const done = () => {
      clearTimeout(timer);
      signal.removeEventListener('abort', done);
      resolve();
    };
    const timer = setTimeout(done, Math.ceil(milliseconds) + 1);
    signal.addEventListener('abort', done, { once: true });
    if (signal.aborted) done();
  });
}

/**
 * Whether two answers state the same. A datagram that the network doubled is answered twice, in another order, with lower
 * times to live or a fresh signature: that is no contradiction.
 */
export function statesTheSame(one: DnsMessage, other: DnsMessage): boolean {
  if (one.rcode !== other.rcode || one.authoritative !== other.authoritative) return false;
  return (['answers', 'authority', 'additional'] as const).every((section) => {
    const [ours, theirs] = [stated(one[section]), stated(other[section])];
    return ours.size === theirs.size && [...ours].every((record) => theirs.has(record));
  });
}

function stated(records: readonly ResourceRecord[]): ReadonlySet<string> {
  const facts = records.filter(({ type }) => type !== TYPES.RRSIG);
  return new Set(facts.map(({ name, type, rdata }) => `${lowerName(name)} ${type} ${JSON.stringify(rdata)}`));
}
