import { describe, expect, it } from 'vitest';
import { encodeMessage } from '../../../src/lookups/dns/codec/encode.ts';
import type { DnsMessage } from '../../../src/lookups/dns/codec/message.ts';
import { lowerName } from '../../../src/lookups/dns/codec/names.ts';
import { RCODES, TYPES } from '../../../src/lookups/dns/codec/types.ts';
import { address } from '../../support/values.ts';
import { type Laboratory, laboratory } from './laboratory.ts';
import { question, record } from './messages.ts';
import { type Handler, reply, withLength } from './name-server.ts';

const SERVER = '192.0.2.53';
const ANSWERS = [record('example.test', 'A', '192.0.2.1')];

function good(query: DnsMessage): DnsMessage {
  return reply(query, { authoritative: true, answers: ANSWERS });
}

function ask({ client }: Laboratory, parts: { signal?: AbortSignal; recursion?: boolean; name?: string } = {}) {
  const { signal = new AbortController().signal, recursion = false, name = 'example.test' } = parts;
  return client.ask({ server: address(SERVER), name, type: TYPES.A, recursion, signal });
}

async function askOne(handler: Handler) {
  const lab = await laboratory({ [SERVER]: handler });
  const { answer, exchanges } = await ask(lab);
  return { answer, exchanges, heard: lab.servers[SERVER]?.heard ?? [], transports: lab.servers[SERVER]?.transports };
}

describe.concurrent('one question at one server', () => {
  it('asks without recursion, with EDNS 1232 and DO, in mixed letters, and keeps both messages', async () => {
    const { answer, exchanges, heard } = await askOne((query) => [good(query)]);
    expect(answer.ok && answer.message.answers).toEqual(ANSWERS);
    expect(heard[0]).toMatchObject({ recursionDesired: false, edns: { udpSize: 1232, dnssecOk: true, version: 0 } });
    expect(exchanges).toMatchObject([
      { protocol: 'dns', uri: 'dns://192.0.2.53/example.test?type=A', transport: 'udp', end: 'complete' },
    ]);
    expect(exchanges[0]?.dialled).toMatch(/^127\.0\.0\.1:\d+$/);
    expect(exchanges[0]?.sent).toEqual(encodeMessage(heard[0] ?? good({} as DnsMessage)));
    expect(exchanges[0]?.received.length).toBeGreaterThan(40);
  });

  it('mixes the letters of a name', async () => {
    const { heard } = await askOne((query) => [good(query)]);
    const asked = heard[0]?.questions[0]?.name ?? '';
    expect(asked).not.toBe(lowerName(asked));
    expect(lowerName(asked)).toBe('example.test');
  });

  it('waits through strays, keeps each of them, and takes the answer behind them', async () => {
    const forged = [record('example.test', 'A', '203.0.113.66')];
    const { answer, exchanges } = await askOne((query) => [
      reply(query, { id: query.id ^ 1, answers: forged }),
      reply(query, { questions: [question('other.test', 'A')], answers: forged }),
      reply(query, { response: false }),
      Buffer.from('nonsense'),
      good(query),
    ]);
    expect(answer.ok && answer.message.answers).toEqual(ANSWERS);
    expect(exchanges.map(({ because }) => because?.split(' (')[0])).toEqual([
      'stray datagram: other id',
      'stray datagram: other question',
      'stray datagram: no answer',
      'stray datagram: malformed',
      undefined,
    ]);
    expect(Buffer.from(exchanges[3]?.received ?? []).toString()).toBe('nonsense');
  });

  it('asks again over TCP when truncated, and does not use the part that came', async () => {
    const partial = [record('example.test', 'A', '203.0.113.66')];
    const { answer, exchanges, transports } = await askOne((query, transport) =>
      transport === 'udp' ? [reply(query, { truncated: true, answers: partial })] : [good(query)],
    );
    expect(answer.ok && answer.message.answers).toEqual(ANSWERS);
    expect(transports).toEqual(['udp', 'tcp']);
    expect(exchanges[1]).toMatchObject({ transport: 'tcp', because: 'truncated: asked again over TCP' });
    expect(exchanges[0]?.received.length).toBeGreaterThan(0);
  });

  it('takes an answer that is cut off in the middle of a record for truncated', async () => {
    const { answer } = await askOne((query, transport) => {
      const whole = encodeMessage(reply(query, { truncated: true, answers: ANSWERS }));
      return transport === 'udp' ? [whole.subarray(0, whole.length - 20)] : [good(query)];
    });
    expect(answer.ok).toBe(true);
  });

  it('reads a large answer over TCP', async () => {
    const many = Array.from({ length: 200 }, (_, i) => record('example.test', 'A', `192.0.2.${i}`));
    const { answer } = await askOne((query, transport) => [
      transport === 'udp' ? reply(query, { truncated: true }) : reply(query, { authoritative: true, answers: many }),
    ]);
    expect(answer.ok && answer.message.answers).toHaveLength(200);
  });

  it('reads an answer by UDP that is larger than it allowed, and one that is said to be cut off is asked for again', async () => {
    const many = Array.from({ length: 200 }, (_, i) => record(`example.test`, 'A', `192.0.2.${i}`));
    const large = (query: DnsMessage) => reply(query, { authoritative: true, answers: many });
    const { answer, exchanges, transports } = await askOne((query) => [large(query)]);
    expect(exchanges[0]?.received.length).toBeGreaterThan(3_000);
    expect([answer.ok && answer.message.answers.length, transports]).toEqual([200, ['udp']]);
    const cut = await askOne((query, transport) => {
      const whole = encodeMessage({ ...large(query), truncated: transport === 'udp' });
      return [transport === 'udp' ? whole.subarray(0, 1_500) : withLength(whole)];
    });
    expect([cut.answer.ok && cut.answer.message.answers.length, cut.transports]).toEqual([200, ['udp', 'tcp']]);
  });

  it('states nothing of an answer by UDP of which the rest is missing', async () => {
    const many = Array.from({ length: 200 }, (_, i) => record(`example.test`, 'A', `192.0.2.${i}`));
    const { answer } = await askOne((query) => [
      encodeMessage(reply(query, { authoritative: true, answers: many })).subarray(0, 1_500),
    ]);
    expect(answer.ok).toBe(false);
  });

  it.each([
    ['FORMERR', RCODES.FORMERR],
    ['NOTIMP', RCODES.NOTIMP],
  ])('asks again without EDNS after %s, and says why', async (word, rcode) => {
    const { answer, exchanges } = await askOne((query) => [
      query.edns === undefined ? good(query) : reply(query, { rcode, questions: [] }),
    ]);
    expect(answer.ok && answer.message.answers).toEqual(ANSWERS);
    expect(exchanges[1]?.because).toBe(`${word} with EDNS: asked again without`);
  });

  it('gives an error code to the reader once EDNS is not its cause', async () => {
    const { answer, heard } = await askOne((query) => [reply(query, { rcode: RCODES.FORMERR })]);
    expect(answer.ok && answer.message.rcode).toBe(RCODES.FORMERR);
    expect(heard).toHaveLength(2);
  });
});

describe.concurrent('a server that does not answer', () => {
  it('is asked three times, the last time without EDNS, and then it is a time-out', async () => {
    const { answer, exchanges, heard } = await askOne(() => []);
    expect(answer).toMatchObject({ ok: false, failure: 'timeout' });
    expect(exchanges.map(({ end }) => end)).toEqual(['deadline', 'deadline', 'deadline']);
    expect(heard.map(({ edns }) => edns !== undefined)).toEqual([true, true, false]);
    expect(new Set(heard.map(({ id }) => id)).size).toBe(3);
    expect(exchanges[2]?.because).toBe('no answer within 2000 ms: asked again without EDNS');
  }, 15_000);

  it('is not asked for ever by whoever is interrupted', async () => {
    const lab = await laboratory({ [SERVER]: () => [] });
    const controller = new AbortController();
    setTimeout(() => controller.abort(), 50);
    const { answer, exchanges } = await ask(lab, { signal: controller.signal });
    expect(answer).toMatchObject({ ok: false, failure: 'interrupted' });
    expect(exchanges[0]?.end).toBe('aborted');
    expect((await ask(lab, { signal: controller.signal })).answer).toMatchObject({ failure: 'interrupted' });
  });

  it('that cannot be written is a bug, and takes nobody the place of another', async () => {
    const lab = await laboratory({ [SERVER]: (query) => [good(query)] });
    const name = `${'a'.repeat(64)}.test`;
    await expect(ask(lab, { name })).rejects.toThrow(RangeError);
    await expect(ask(lab, { name })).rejects.toThrow(RangeError);
    expect((await ask(lab)).answer.ok).toBe(true);
  });

  it('is refused at once where nobody listens', async () => {
    const lab = await laboratory({}, { dead: [SERVER] });
    expect((await ask(lab)).answer).toMatchObject({ ok: false, failure: 'refused', detail: 'ECONNREFUSED' });
  });

  it('is not dialled where the guard says no', async () => {
    const { answer, exchanges } = await ask(await laboratory({}));
    expect(answer).toMatchObject({ ok: false, failure: 'guarded' });
    expect(exchanges).toEqual([]);
  });

  it('gets one try a question after three silences in a row, and is still asked', async () => {
    const lab = await laboratory({ [SERVER]: () => [] });
    await Promise.all(['a.test', 'b.test', 'c.test'].map((name) => ask(lab, { name })));
    const { exchanges } = await ask(lab, { name: 'd.test' });
    expect(exchanges).toHaveLength(1);
    expect(exchanges[0]?.because).toMatch(/one try/);
    expect(lab.client.silences(address(SERVER))).toBe(4);
  }, 15_000);
});

describe.concurrent('a server that answers badly', () => {
  it.each([
    ['garbage under the right id', (query: DnsMessage) => malformed(query), 'unparsable'],
    [
      'about something else',
      (query: DnsMessage) => reply(query, { questions: [question('x.test', 'A')] }),
      'wrong-object',
    ],
    ['with another id', (query: DnsMessage) => reply(query, { id: query.id ^ 0xff }), 'timeout'],
  ] as const)(
    '%s: the wait goes on, then it is a failure of that kind',
    async (_what, bad, failure) => {
      const { answer, exchanges } = await askOne((query) => [bad(query)]);
      expect(answer).toMatchObject({ ok: false, failure });
      expect(exchanges).toHaveLength(6);
    },
    15_000,
  );

  it('in other letters: asked again in lower case, and remembered', async () => {
    const lab = await laboratory({
      [SERVER]: (query) => [
        good({ ...query, questions: query.questions.map((one) => ({ ...one, name: lowerName(one.name) })) }),
      ],
    });
    const first = await ask(lab);
    expect(first.answer.ok).toBe(true);
    expect(first.exchanges.at(-1)?.because).toMatch(/asked again in lower case/);
    const second = await ask(lab, { name: 'again.test' });
    expect(second.exchanges.map(({ because }) => because)).toEqual(['this server does not give letters back as asked']);
  });

  it.each([
    ['says nothing', () => [], 'timeout', 'deadline'],
    ['hangs up', () => [new Uint8Array()], 'incomplete', 'reset'],
    ['drips', () => [Uint8Array.of(0)], 'timeout', 'deadline'],
    [
      'sends half',
      (query: DnsMessage) => [withLength(encodeMessage(good(query))).subarray(0, 30)],
      'timeout',
      'deadline',
    ],
    ['sends garbage', () => [withLength(Buffer.from('nonsense'))], 'unparsable', 'complete'],
    ['says truncated again', (query: DnsMessage) => [reply(query, { truncated: true })], 'incomplete', 'complete'],
  ] as const)(
    'over TCP that %s: a failure, with what came',
    async (_what, over, failure, end) => {
      const { answer, exchanges } = await askOne((query, transport) =>
        transport === 'udp' ? [reply(query, { truncated: true, answers: ANSWERS })] : over(query),
      );
      expect(answer).toMatchObject({ ok: false, failure });
      expect(exchanges.at(-1)).toMatchObject({ transport: 'tcp', end });
    },
    15_000,
  );

  it('in a flood: only the first strays are kept', async () => {
    const { exchanges } = await askOne((query) => [
      ...Array.from({ length: 60 }, () => reply(query, { id: query.id ^ 1 })),
      good(query),
    ]);
    expect(exchanges).toHaveLength(9);
    expect(exchanges.at(-1)?.end).toBe('complete');
  });
});

describe('a run', () => {
  it('asks nobody the same twice, neither at once nor later', async () => {
    const lab = await laboratory({ [SERVER]: (query) => [good(query)] });
    const both = await Promise.all([ask(lab), ask(lab, { name: 'EXAMPLE.test' })]);
    const later = await ask(lab);
    expect(lab.servers[SERVER]?.heard).toHaveLength(1);
    expect([...both, later].map(({ shared }) => shared)).toEqual([false, true, true]);
    expect(later.exchanges).toBe(both[0]?.exchanges);
  });

  it('asks again what another question only began to ask before it was interrupted', async () => {
    let silent = true;
    const lab = await laboratory({ [SERVER]: (query) => (silent ? [] : [good(query)]) });
    const controller = new AbortController();
    const interrupted = ask(lab, { signal: controller.signal });
    const patient = ask(lab);
    await new Promise((resolve) => setTimeout(resolve, 50));
    silent = false;
    controller.abort();
    expect((await interrupted).answer.ok).toBe(false);
    expect((await patient).answer.ok).toBe(true);
  });

  it('has one random label of 24 letters for a name', async () => {
    const { client, tools } = await laboratory({});
    expect(client.randomLabel('example.test')).toMatch(/^[a-z]{24}$/);
    expect(client.randomLabel('example.test')).toBe(client.randomLabel('Example.test'));
    expect(client.randomLabel('other.test')).not.toBe(client.randomLabel('example.test'));
    expect(tools.random(4)).toHaveLength(4);
  });
});

function malformed(query: DnsMessage): Uint8Array {
  const octets = encodeMessage(good(query));
  return octets.subarray(0, octets.length - 2);
}
