// What every lookup is handed: the way to the network and nothing else that is impure.
import type { Address } from '../model/address.ts';
import type { Endpoint, Network } from '../model/asking/network.ts';
import type { Clock } from '../model/clock.ts';
import type { Instant } from '../model/instant.ts';
import type { FailureKind } from '../model/seen/failure.ts';
import type { Introduction, Purpose } from './roles.ts';

/** Where to dial, or why not. */
export type Way =
  | {
      readonly ok: true;
      readonly endpoint: Endpoint;
      /** True when a network file's route led here. */
      readonly routed: boolean;
      /** Further addresses of the same host that may be dialled, for when the first one cannot be reached. */
      readonly others?: readonly Endpoint[];
    }
  | { readonly ok: false; readonly failure: FailureKind; readonly detail: string };

/** What is spoken to a host that has a name; a webhook is a person's own, and `stamp` is for a time-stamping authority. */
export type Protocol = 'whois' | 'rdap' | 'dns' | 'webhook' | 'stamp';

/** Decides for every socket of the program whether it may be opened. No lookup dials what this has not allowed. */
export interface Guard {
  /** For an address as the DNS gave it. */
  toAddress(address: Address, port: number): Way;
  /** For a host name of a WHOIS or RDAP server, of a resolver, a webhook or an authority: its route, or its addresses, resolved now and checked now. */
  toHost(host: string, port: number, protocol: Protocol, signal: AbortSignal): Promise<Way>;
  /** The same guard for what opens sockets for one purpose only: under a seal, a host is dialled through such a one. */
  for(purpose: Purpose): Guard;
  /** Whose addresses these are: under a seal, only addresses that were introduced are dialled, and only as it allows. */
  introduce(introduction: Introduction): void;
}

/** Per-server limits, shared by all lookups of a run. */
export interface Pace {
  /**
   * Waits for this server's turn; call the function that comes back when the exchange is over. Rejects on abort.
   * A server is `whois://host`, the origin of an RDAP URL, or an address for DNS: its form picks the limits.
   */
  enter(server: string, signal: AbortSignal): Promise<() => void>;
  /** The same without waiting; `undefined` where somebody has to wait, and then it is not this one's turn. */
  enterNow(server: string): (() => void) | undefined;
  /** The server asked to be left alone for so many milliseconds: a refusal, after which it is also asked more slowly. */
  holdOff(server: string, milliseconds: number): void;
  /** The server let a question run out of time: it is asked more slowly until answers come again. */
  fellSilent(server: string): void;
}

/** Where the RDAP bootstrap file of the real internet is kept between runs. Never used for a simulated network. */
export interface BootstrapCache {
  /** The text as it was fetched, and when; `undefined` when there is none that can be read. */
  read(): { readonly text: string; readonly at: Instant } | undefined;
  write(text: string): void;
}

export interface LookupTools {
  readonly network: Network;
  readonly guard: Guard;
  readonly pace: Pace;
  readonly clock: Clock;
  /** Certificates (PEM) that sign those of servers. Absent: those that this machine's Node trusts. */
  readonly authorities?: readonly string[];
  /** So many random octets. */
  readonly random: (count: number) => Uint8Array;
  /** Takes what people are to know of the asking as a whole, each remark once. Absent: nobody listens. */
  readonly remark?: (text: string) => void;
  /** A case of very many names: fewer servers and questions a name. */
  readonly brief?: boolean;
  /** Absent: the bootstrap file is fetched once a run. */
  readonly bootstrapCache?: BootstrapCache;
}
