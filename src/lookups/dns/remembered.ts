// What was asked in a run, so that nothing is asked twice in it. Kept are the octets and not what they say: an answer of some hundred
// octets is several thousand when it is read, and few are asked for again.
import type { Exchange } from '../../model/seen/exchange.ts';
import { boundedMap } from '../bulk/bounded-map.ts';
import type { DnsAnswer, DnsQuestion, DnsReply } from './client.ts';
import { decodeMessage } from './codec/decode.ts';
import { lowerName } from './codec/names.ts';
import { CONTRADICTORY, failure } from './concluded.ts';
import { ANSWERS_REMEMBERED } from './limits.ts';
import { messageIn } from './message-in.ts';

type Told = Pick<DnsReply, 'answer' | 'exchanges' | 'via'>;

export interface Remembered {
  /** Out of memory, or by asking. */
  ask(question: DnsQuestion): Promise<DnsReply>;
  /** Whoever asks the same again is told that two answers came. */
  contradicted(key: string, exchanges: readonly Exchange[]): void;
}

/** A question that was asked; `tell` or `fail` is called for it once. */
export interface Asked {
  readonly key: string;
  /** While it is on its way. */
  asking: Promise<DnsReply> | undefined;
  settle: (reply: DnsReply) => void;
  reject: (error: unknown) => void;
  exchanges: readonly Exchange[];
  /** Absent: the exchanges hold an answer. */
  failed: DnsAnswer | undefined;
  via: string | undefined;
}

const nobody = (): void => undefined;

/** `askServer` goes on its way at once, and nothing is waited for here: this one promise is all that a question costs. */
export function openRemembered(askServer: (question: DnsQuestion, asked: Asked) => void): Remembered {
  const entries = boundedMap<Asked>(ANSWERS_REMEMBERED);
  const askAnew = (question: DnsQuestion, key: string): Promise<DnsReply> => {
    const asked = unasked(key);
    const asking = new Promise<DnsReply>((settle, reject) => {
      asked.settle = settle;
      asked.reject = reject;
    });
    asked.asking = asking;
    entries.set(key, asked);
    askServer(question, asked);
    return asking;
  };
  return {
    ask(question) {
      const key = keyOf(question);
      const asked = entries.get(key);
      if (asked === undefined) return askAnew(question, key);
      return shared(asked, () => askAnew(question, key));
    },
    contradicted(key, exchanges) {
      entries.set(key, { ...unasked(key), exchanges, failed: CONTRADICTORY });
    },
  };
}

function unasked(key: string): Asked {
  return { key, asking: undefined, settle: nobody, reject: nobody, exchanges: [], failed: undefined, via: undefined };
}

export function tell(asked: Asked, { answer, exchanges, via }: Told): void {
  const { settle } = asked;
  asked.exchanges = exchanges;
  asked.failed = answer.ok ? undefined : answer;
  asked.via = via;
  forgetAsking(asked);
  settle(via === undefined ? { answer, exchanges, shared: false } : { answer, exchanges, via, shared: false });
}

/** By a bug. */
export function fail(asked: Asked, error: unknown): void {
  const { reject } = asked;
  forgetAsking(asked);
  reject(error);
}

function forgetAsking(asked: Asked): void {
  asked.asking = undefined;
  asked.settle = nobody;
  asked.reject = nobody;
}

async function shared(asked: Asked, askAnew: () => Promise<DnsReply>): Promise<DnsReply> {
  const { answer, exchanges, via } = asked.asking === undefined ? recalled(asked) : await asked.asking;
  // An answer that somebody else's interruption cut short is nobody else's answer.
  if (!answer.ok && answer.failure === 'interrupted') return askAnew();
  return { answer, exchanges, ...(via === undefined ? {} : { via }), shared: true };
}

function recalled({ exchanges, failed, via }: Asked): Told {
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
  const way = (recursion ? 1 : 0) + (checkingDisabled === true ? 2 : 0) + (overTcp === true ? 4 : 0) + 8 * (again ?? 0);
  return `${lowerName(name)} ${way} ${type} ${server}`;
}
