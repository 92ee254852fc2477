import { once } from 'node:events';
import { createServer } from 'node:net';
import { expect, it } from 'vitest';
import { startDeadline } from '../../src/lookups/deadline.ts';
import { dial } from '../../src/lookups/dial.ts';
import { loopback } from './support.ts';

const forever = new AbortController().signal;

async function listening() {
  const server = createServer((socket) => socket.end());
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  return { endpoint: loopback(typeof address === 'object' ? (address?.port ?? 0) : 0), close: () => server.close() };
}

it('the next address of a host is tried when one cannot be reached, and that is told', async () => {
  const [closed, open] = [await listening(), await listening()];
  closed.close();
  const deadline = startDeadline(2000, forever);
  const dialled = await dial({ ok: true, endpoint: closed.endpoint, others: [open.endpoint], routed: false }, deadline);
  deadline.clear();
  expect(dialled).toMatchObject({ ok: true, endpoint: open.endpoint });
  expect(dialled.because).toBe(`not reached before: 127.0.0.1:${closed.endpoint.port} refused`);
  if (dialled.ok) dialled.socket.destroy();
  open.close();
});

it('the last address decides when none can be reached', async () => {
  const closed = await listening();
  closed.close();
  const deadline = startDeadline(2000, forever);
  const way = { ok: true as const, endpoint: closed.endpoint, others: [closed.endpoint], routed: false };
  expect(await dial(way, deadline)).toMatchObject({ ok: false, end: 'refused', detail: 'ECONNREFUSED' });
  deadline.clear();
});

it('nobody is dialled after the deadline', async () => {
  const deadline = startDeadline(2000, AbortSignal.abort());
  const dialled = await dial({ ok: true, endpoint: loopback(9), routed: false }, deadline);
  deadline.clear();
  expect(dialled).toMatchObject({ ok: false, end: 'aborted' });
});
