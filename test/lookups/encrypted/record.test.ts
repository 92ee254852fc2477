// The lookup of an encrypted resolver, filed as evidence and taken out of it again: the same facts, and lines that people read.
import { describe, expect, it } from 'vitest';
import { openDnsClient } from '../../../src/lookups/dns/client.ts';
import { printedExchange } from '../../../src/lookups/printing/print-exchange.ts';
import { traceOf } from '../../../src/lookups/printing/trace.ts';
import { reread } from '../../../src/lookups/reread/reread.ts';
import { resolverLookup } from '../../../src/lookups/resolver/resolver.ts';
import type { LookupAnswer } from '../../../src/model/asking/lookup.ts';
import type { Exchange } from '../../../src/model/seen/exchange.ts';
import type { LookupKind, ObservationOf } from '../../../src/model/seen/observation.ts';
import { exchangesIn } from '../../../src/store/evidence/read-back.ts';
import { recordsOf } from '../../../src/store/evidence/records.ts';
import { name } from '../../support/values.ts';
import { having } from '../dns/laboratory.ts';
import {
  inFrames,
  later,
  placeOf,
  type Running,
  served,
  startHttp,
  startTls,
  toolsTo,
  type Wanted,
} from './servers.ts';

async function looked(place: string, server: Running, wanted: Wanted = {}): Promise<LookupAnswer> {
  const tools = toolsTo(server.port, { ...wanted, resolvers: [placeOf(place)] });
  const client = openDnsClient(tools);
  later(() => client.close());
  const [answer] = await resolverLookup(tools, client).ask(name('moved.test'), having());
  if (answer === undefined) throw new Error('there is one');
  return answer;
}

/** Through the records of an evidence file. */
function filed(exchanges: readonly Exchange[]): readonly Exchange[] {
  const numbers = { run: 'test', place: 0, next: 0 };
  return exchangesIn(exchanges.flatMap((exchange) => recordsOf(exchange, numbers)));
}

async function again({ sighting }: LookupAnswer, exchanges: readonly Exchange[]) {
  const reading = await reread({ ...sighting, id: 'R#1', of: 1 } as ObservationOf<LookupKind>, exchanges);
  return reading.ok ? reading.outcome : reading;
}

describe.each([
  ['TLS', 'tls://dns.example', () => startTls(inFrames)],
  ['HTTP/2', 'https://dns.example/dns-query', () => startHttp(served, 'h2')],
  ['HTTP/1.1', 'https://dns.example/dns-query', () => startHttp(served, 'http/1.1')],
])('a resolver over %s', (_way, place, start) => {
  it('has its facts, which its record gives again', async () => {
    const answer = await looked(place, await start());
    const { sighting, exchanges } = answer;
    expect(sighting).toMatchObject({ server: place, outcome: 'facts', facts: { validated: false } });
    const kept = filed(exchanges);
    expect(kept).toEqual(
      exchanges.map((exchange) => ({ ...exchange, sent: expect.anything(), received: expect.anything() })),
    );
    for (const [at, { sent, received }] of kept.entries()) {
      expect(Buffer.from(sent).equals(exchanges[at]?.sent ?? Buffer.of())).toBe(true);
      expect(Buffer.from(received).equals(exchanges[at]?.received ?? Buffer.of())).toBe(true);
    }
    expect(await again(answer, kept)).toEqual({ outcome: 'facts', facts: 'facts' in sighting ? sighting.facts : {} });
  });

  it('is printed and traced as a message', async () => {
    const { exchanges } = await looked(place, await start());
    const first = exchanges[0];
    if (first === undefined) throw new Error('nothing was asked');
    const { sent, received } = await printedExchange(first);
    expect(sent.join('\n')).toMatch(/;moved\.test\.\t\tIN\tA/);
    expect(received.join('\n')).toMatch(/moved\.test\.\t60\tIN\tA\t192\.0\.2\.1/);
    const [row] = await traceOf([{ lookup: 'resolver', exchange: first }], false);
    expect(row).toMatchObject({ transport: 'tls', question: 'A moved.test +rd', answer: 'NOERROR ra, 1 answer' });
  });

  it('whose certificate cannot be trusted is a failure, and its record says so again', async () => {
    const answer = await looked(place, await start(), { untrusted: true });
    expect(answer.sighting).toMatchObject({ outcome: 'failure', failure: 'tls' });
    const kept = filed(answer.exchanges);
    expect(kept).toHaveLength(1);
    expect(await again(answer, kept)).toMatchObject({ outcome: 'failure', failure: 'tls' });
  });
});
