// What was asked in a run, so that nothing is asked twice in it. Kept are the octets and not what they say: an answer of some hundred
// octets is several thousand when it is read, and few are asked for again.
import type { Exchange } from '../../model/exchange.ts';
import { boundedMap } from './bounded-map.ts';
import type { DnsAnswer, DnsQuestion, DnsReply } from './client.ts';
import { decodeMessage } from './codec/decode.ts';
import { lowerName } from './codec/names.ts';
import { CONTRADICTORY, failure } from './concluded.ts';
import { ANSWERS_REMEMBERED } from './limits.ts';
import { messageIn } from './message-in.ts';

export type Told = Pick<DnsReply, 'answer' | 'exchanges' | 'via'>;

export interface Remembered {
  /** Out of memory, or by asking. */
  ask(question: DnsQuestion): Promise<DnsReply>;
  /** Whoever asks the same again is told that two answers came. */
  contradicted(key: string, exchanges: readonly Exchange[]): void;
}

interface Entry {
  /** While it is on its way. */
  asking: Promise<DnsReply> | undefined;
  exchanges: readonly Exchange[];
  /** Absent: the exchanges hold an answer. */
  failed: DnsAnswer | undefined;
  via: string | undefined;
}

export function openRemembered(askServer: (question: DnsQuestion, key: string) => Promise<Told>): Remembered {
  const entries = boundedMap<Entry>(ANSWERS_REMEMBERED);
  const askAnew = (question: DnsQuestion, key: string): Promise<DnsReply> => {
    const entry: Entry = { asking: undefined, exchanges: [], failed: undefined, via: undefined };
    entries.set(key, entry);
    entry.asking = answered(entry, askServer(question, key));
    return entry.asking;
  };
  return {
    ask(question) {
      const key = keyOf(question);
      const entry = entries.get(key);
      if (entry === undefined) return askAnew(question, key);
      return shared(entry, () => askAnew(question, key));
    },
    contradicted(key, exchanges) {
      entries.set(key, { asking: undefined, exchanges, failed: CONTRADICTORY, via: undefined });
    },
  };
}

async function answered(entry: Entry, asking: Promise<Told>): Promise<DnsReply> {
  try {
    const { answer, exchanges, via } = await asking;
    entry.exchanges = exchanges;
    entry.failed = answer.ok ? undefined : answer;
    entry.via = via;
    return via === undefined ? { answer, exchanges, shared: false } : { answer, exchanges, via, shared: false };
  } finally {
    entry.asking = undefined;
  }
}

async function shared(entry: Entry, askAnew: () => Promise<DnsReply>): Promise<DnsReply> {
  const { answer, exchanges, via } = entry.asking === undefined ? recalled(entry) : await entry.asking;
  // An answer that somebody else's interruption cut short is nobody else's answer.
  if (!answer.ok && answer.failure === 'interrupted') return askAnew();
  return { answer, exchanges, ...(via === undefined ? {} : { via }), shared: true };
}

function recalled({ exchanges, failed, via }: Entry): Told {
  const answer = failed ?? answerIn(exchanges);
  return via === undefined ? { answer, exchanges } : { answer, exchanges, via };
}

/** The last exchange that is no stray brought it. */
function answerIn(exchanges: readonly Exchange[]): DnsAnswer {
  const last = exchanges.findLast(({ sent }) => sent.length > 0);
  const decoded = last === undefined ? undefined : decodeMessage(messageIn(last, last.received));
  return decoded?.ok === true ? { ok: true, message: decoded.message } : failure('interrupted', 'not kept');
}

function keyOf({ server, name, type, recursion, checkingDisabled, overTcp, again }: DnsQuestion): string {
  const way = `${recursion} ${checkingDisabled ?? false} ${overTcp ?? false} ${again ?? 0}`;
  return `${server} ${lowerName(name)} ${type} ${way}`;
}
