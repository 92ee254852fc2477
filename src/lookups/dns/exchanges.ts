// The record of one try: when it began, where it went and every octet of it. Strays and a second answer become exchanges of
// their own, with the reason why they are there.
import type { Clock } from '../../model/clock.ts';
import type { Exchange } from '../../model/exchange.ts';
import type { Instant } from '../../model/instant.ts';
import type { Endpoint } from '../../model/network.ts';
import type { DnsQuestion } from './client.ts';
import { lowerName } from './codec/names.ts';
import { typeText } from './codec/types.ts';
import { type Oddity, SECOND, strayText } from './concluded.ts';
import type { Step } from './steps.ts';

export interface Stray extends Oddity {
  readonly octets: Uint8Array;
}

/** A try since it was begun. */
export interface Begun {
  readonly wire: { readonly clock: Clock };
  readonly fact: { readonly question: DnsQuestion; readonly endpoint: Endpoint };
  readonly step: Step;
  readonly at: Instant;
  /** On the monotonic clock. */
  readonly started: number;
}

type Ended = Pick<Exchange, 'sent' | 'received' | 'end'>;

const NOTHING = new Uint8Array();

export function exchangeOf(begun: Begun, ended: Ended): Exchange {
  return exchange(begun, ended, begun.step.because);
}

export function strayExchange(begun: Begun, stray: Stray): Exchange {
  return exchange(begun, { sent: NOTHING, received: stray.octets, end: 'failed' }, strayText(stray));
}

/** What was sent is repeated, since it is what this answers as well. */
export function secondExchange(begun: Begun, heard: Pick<Ended, 'sent' | 'received'>): Exchange {
  return exchange(begun, { ...heard, end: 'complete' }, SECOND);
}

function exchange(begun: Begun, { sent, received, end }: Ended, because: string | undefined): Exchange {
  const { wire, fact, step, at, started } = begun;
  const made: Exchange = {
    protocol: 'dns',
    uri: dnsUri(fact.question),
    at,
    took: Math.round(wire.clock.monotonic() - started),
    dialled: endpointText(fact.endpoint),
    transport: step.transport,
    sent,
    received,
    end,
  };
  return because === undefined ? made : { ...made, because };
}

/** RFC 4501 section 3, with the server that was asked as the authority. */
function dnsUri({ server, name, type }: DnsQuestion): string {
  const host = server.includes(':') ? `[${server}]` : server;
  const path = isHostText(name) ? lowerName(name) : encodeURIComponent(lowerName(name));
  return `dns://${host}/${path}?type=${typeText(type)}`;
}

/** Letters, digits and `-._`, which stand in a URI as they are. */
function isHostText(name: string): boolean {
  for (let at = 0; at < name.length; at += 1) if (!isUnreserved(name.charCodeAt(at))) return false;
  return true;
}

function isUnreserved(code: number): boolean {
  const letter = code | 0x20;
  return (
    (letter >= 0x61 && letter <= 0x7a) ||
    (code >= 0x30 && code <= 0x39) ||
    code === 0x2d ||
    code === 0x2e ||
    code === 0x5f
  );
}

export function endpointText({ address, port }: Endpoint): string {
  return address.includes(':') ? `[${address}]:${port}` : `${address}:${port}`;
}
