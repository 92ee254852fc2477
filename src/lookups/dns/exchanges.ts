// The record of one try: when it began, where it went and every octet of it. Strays and a second answer become exchanges of
// their own, with the reason why they are there.

import type { Endpoint } from '../../model/asking/network.ts';
import type { Clock } from '../../model/clock.ts';
import type { Instant } from '../../model/instant.ts';
import type { Exchange } from '../../model/seen/exchange.ts';
import type { DnsQuestion } from './client.ts';
import { lowerName } from './codec/names.ts';
import { typeText } from './codec/types.ts';
import { type Oddity, SECOND, strayText } from './concluded.ts';
import type { Step } from './steps.ts';

export interface Stray extends Oddity {
  readonly octets: Uint8Array;
}

/** What is asked, and where. */
interface Asking {
  readonly question: DnsQuestion;
  readonly endpoint: Endpoint;
}

/** A try since it was begun. */
export interface Begun {
  readonly wire: { readonly clock: Clock };
  readonly step: Step;
  readonly at: Instant;
  /** On the monotonic clock. */
  readonly started: number;
}

type Ended = Pick<Exchange, 'sent' | 'received' | 'end'>;

const NOTHING = new Uint8Array();

export function exchangeOf({ question, endpoint }: Asking, begun: Begun, { sent, received, end }: Ended): Exchange {
  const { step, at } = begun;
  const made: Exchange = {
    protocol: 'dns',
    uri: dnsUri(question),
    at,
    took: tookOf(begun),
    dialled: endpointText(endpoint),
    transport: step.transport,
    sent,
    received,
    end,
  };
  return step.because === undefined ? made : { ...made, because: step.because };
}

export function strayExchange(asking: Asking, begun: Begun, stray: Stray): Exchange {
  const made = exchangeOf(asking, begun, { sent: NOTHING, received: stray.octets, end: 'failed' });
  return { ...made, because: strayText(stray) };
}

/** What was sent is repeated, since it is what this answers as well. */
export function secondExchange(first: Exchange, begun: Begun, received: Uint8Array): Exchange {
  return { ...first, took: tookOf(begun), received, because: SECOND };
}

function tookOf({ wire, started }: Begun): number {
  return Math.round(wire.clock.monotonic() - started);
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
