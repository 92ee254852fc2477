// The octets of the DNS message in what went over a connection: a datagram is one, a stream has its length before it (RFC 1035
// section 4.2.2), HTTP has it for a body (RFC 8484). Pure.
import type { Exchange } from '../../model/seen/exchange.ts';
import { readHttpMessage } from '../http-message.ts';

const FRAME = 2;

/** Empty where there is none. What follows the first message of a stream was not read on the day either. */
export function messageIn({ uri, transport }: Pick<Exchange, 'uri' | 'transport'>, octets: Uint8Array): Uint8Array {
  if (transport === 'udp') return octets;
  if (isOverHttp(uri)) {
    const reading = readHttpMessage(octets, true);
    return reading.state === 'whole' ? reading.message.body : new Uint8Array();
  }
  const [high = 0, low = 0] = octets;
  return octets.subarray(FRAME, FRAME + ((high << 8) | low));
}

export function isOverHttp(uri: string): boolean {
  return uri.startsWith('https://');
}
