import { expect, test } from 'vitest';
import { sendDatagram } from '../../../src/lookups/dns/udp.ts';
import { parseAddress } from '../../../src/model/address.ts';

/** The system refuses to connect a plain socket to the broadcast address (EACCES), so nothing is sent. */
test('a connection that the system refuses is an end like any other', async () => {
  const address = parseAddress('255.255.255.255');
  if (address === undefined) throw new Error('no address');
  const flight = { endpoint: { address, port: 53 }, octets: new Uint8Array(12), timeout: 2_000 };
  const ended = await sendDatagram({ ...flight, signal: new AbortController().signal, accept: () => true });
  expect(ended).toEqual({ end: 'failed', code: 'EACCES' });
});
