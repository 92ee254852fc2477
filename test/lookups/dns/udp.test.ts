import { expect, test } from 'vitest';
import { sendDatagram } from '../../../src/lookups/dns/udp.ts';
import { address } from '../../support/values.ts';

/** The system refuses to connect a plain socket to the broadcast address (EACCES), so nothing is sent. */
test('a connection that the system refuses is an end like any other', async () => {
  const flight = {
    endpoint: { address: address('255.255.255.255'), port: 53 },
    octets: new Uint8Array(12),
    timeout: 2_000,
  };
  const ended = await sendDatagram({ ...flight, signal: new AbortController().signal, accept: () => true });
  expect(ended).toEqual({ end: 'failed', code: 'EACCES' });
});
