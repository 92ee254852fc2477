// The DNS client of one run: asks one server one question and gives back the answer with every octet of it. It goes
// through the guard and the pace, and never asks one server the same twice. What an answer means is read elsewhere.
// Make one for each run: answers are remembered for its life, so a check is never answered from an older one.
import { createHmac } from 'node:crypto';
import type { Address } from '../../model/address.ts';
import type { Instant } from '../../model/instant.ts';
import type { Exchange } from '../../model/seen/exchange.ts';
import type { FailureKind } from '../../model/seen/failure.ts';
import type { LookupTools } from '../tools.ts';
import { openDesk } from './ask-one.ts';
import type { DnsMessage } from './codec/message.ts';
import { lowerName } from './codec/names.ts';
import type { Conflict } from './conflicts.ts';

export interface DnsQuestion {
  readonly server: Address;
  /** As zone files write it, without its last dot (the root is that dot); its case makes no difference. */
  readonly name: string;
  /** Its number, see codec/types.ts. */
  readonly type: number;
  /** RD: false for servers in authority, true for resolvers. */
  readonly recursion: boolean;
  /** CD: the resolver is to answer without validating (RFC 4035 section 3.2.2). */
  readonly checkingDisabled?: boolean;
  /** From the first attempt on, to see whether the server answers there. */
  readonly overTcp?: boolean;
  /** Which asking of an equal question it is, where it is put again on purpose; absent: the first. */
  readonly again?: number;
  /** Why it is put again; kept with its exchange. */
  readonly because?: string;
  /** Aborted, the answer is the failure `interrupted`. */
  readonly signal: AbortSignal;
}

/** `ok`: the server answered this question, with whatever response code; that may be SERVFAIL or REFUSED. */
export type DnsAnswer =
  | { readonly ok: true; readonly message: DnsMessage }
  | { readonly ok: false; readonly failure: FailureKind; readonly detail: string };

export interface DnsReply {
  readonly answer: DnsAnswer;
  /** Every try in its order, behind the strays that came to it; none where nothing was sent. */
  readonly exchanges: readonly Exchange[];
  /** Of an answer out of the record, which has no exchanges of its own: when it was heard. */
  readonly heardAt?: Instant;
  /** Where the packets went, when a network file routed them elsewhere. */
  readonly via?: string;
  /** True when an earlier question brought this answer; its exchanges are that question's. */
  readonly shared: boolean;
}

export interface DnsClient {
  /** Whatever the network does is in the answer; rejected means a bug. */
  ask(question: DnsQuestion): Promise<DnsReply>;
  /** A label of random letters under which nobody has made a record, the same for one name all through a run. */
  randomLabel(name: string): string;
  /** How many questions in a row a server has let run out of time: whoever has a choice asks another one. */
  silences(server: Address): number;
  /**
   * Waits until no second, different answer to any of these is likely any more, and tells which had one: such a question
   * has no answer. A lookup does this once, at its end; whoever asks the same again is told of a contradiction.
   */
  settle(exchanges: readonly Exchange[], signal: AbortSignal): Promise<readonly Conflict[]>;
  /** Answers that are still on their way end as interrupted. */
  close(): void;
}

export function openDnsClient(tools: LookupTools): DnsClient {
  const desk = openDesk(tools);
  const secret = tools.random(32);
  return {
    ask: desk.remembered.ask,
    randomLabel: (name) => letters(createHmac('sha256', secret).update(lowerName(name)).digest()),
    silences: desk.memory.silences,
    settle: desk.wire.conflicts.settle,
    close() {
      desk.closed = true;
      desk.hub.stopAll();
      desk.wire.udp.close();
    },
  };
}

function letters(octets: Uint8Array): string {
  return Array.from(octets.subarray(0, 24), (octet) => String.fromCharCode(0x61 + (octet % 26))).join('');
}
