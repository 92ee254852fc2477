// The record of one try: when it began, where it went and every octet of it. Strays and a second answer become exchanges of
// their own, with the reason why they are there.
import type { Clock } from '../../model/clock.ts';
import type { Exchange } from '../../model/exchange.ts';
import type { Endpoint } from '../../model/network.ts';
import type { DnsQuestion } from './client.ts';
import { lowerName } from './codec/names.ts';
import { typeText } from './codec/types.ts';
import { type Oddity, SECOND, strayText } from './concluded.ts';
import type { Step } from './steps.ts';

export interface Stray extends Oddity {
  readonly octets: Uint8Array;
}

type Ended = Pick<Exchange, 'sent' | 'received' | 'end'>;

export interface Recorder {
  end(ended: Ended): Exchange;
  stray(stray: Stray): Exchange;
  /** What was sent is repeated, since it is what this answers as well. */
  second(heard: Pick<Ended, 'sent' | 'received'>): Exchange;
}

const NOTHING = new Uint8Array();

export interface Recorded {
  readonly question: DnsQuestion;
  readonly endpoint: Endpoint;
}

export function startExchange(clock: Clock, { question, endpoint }: Recorded, step: Step): Recorder {
  const at = clock.now();
  const started = clock.monotonic();
  const uri = dnsUri(question);
  const dialled = endpointText(endpoint);
  const exchange = (ended: Ended, because: string | undefined): Exchange => ({
    protocol: 'dns',
    uri,
    at,
    took: Math.round(clock.monotonic() - started),
    dialled,
    transport: step.transport,
    sent: ended.sent,
    received: ended.received,
    end: ended.end,
    ...(because === undefined ? undefined : { because }),
  });
  return {
    end: (ended) => exchange(ended, step.because),
    stray: (stray) => exchange({ sent: NOTHING, received: stray.octets, end: 'failed' }, strayText(stray)),
    second: (heard) => exchange({ ...heard, end: 'complete' }, SECOND),
  };
}

/** RFC 4501 section 3, with the server that was asked as the authority. */
function dnsUri({ server, name, type }: DnsQuestion): string {
  const host = server.includes(':') ? `[${server}]` : server;
  return `dns://${host}/${encodeURIComponent(lowerName(name))}?type=${typeText(type)}`;
}

export function endpointText({ address, port }: Endpoint): string {
  return address.includes(':') ? `[${address}]:${port}` : `${address}:${port}`;
}
