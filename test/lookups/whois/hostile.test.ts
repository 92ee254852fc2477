// Every row of the table of hostile WHOIS servers (field notes on registration), against a real server on loopback: no
// crash, no hanging, no flood, and nothing read wrongly.
import type { Socket } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { whoisRegistry } from '../../../src/lookups/whois/registry.ts';
import { name } from '../../support/values.ts';
import { inChild } from '../hostile-child.ts';
import { circumstances, loopback, tools } from '../support.ts';
import { ICANN, octets } from './samples.ts';
import { startWhois, type WhoisServer } from './server.ts';

const HOST = 'whois.nic.example';
const NAME = name('seized.example');
let server: WhoisServer | undefined;
let timers: NodeJS.Timeout[] = [];

afterEach(async () => {
  for (const timer of timers) clearInterval(timer);
  timers = [];
  await server?.close();
});

async function seen(answer: (socket: Socket) => void) {
  server = await startWhois(answer);
  const registry = whoisRegistry(tools({ whois: new Map([[HOST, loopback(server.port)]]), closed: true }));
  const began = performance.now();
  const [only] = await registry.ask(NAME, circumstances());
  return { answer: only, sighting: only?.sighting, took: performance.now() - began };
}

const saying = (text: string) => (socket: Socket) => void socket.end(octets(text));
const inRecord = (lines: string) => ICANN.replace('Registrar:', `${lines}\nRegistrar:`);

/** Writes for as long as the other side takes it. */
function pour(socket: Socket, chunk: Buffer): void {
  const more = () => {
    while (!socket.destroyed && socket.write(chunk));
  };
  socket.on('drain', more);
  more();
}

describe('a WHOIS server that', () => {
  it('resets half way gives nothing, and what came is kept', async () => {
    const { sighting, answer } = await seen((socket) => {
      socket.write(octets(ICANN.slice(0, 400)), () => setTimeout(() => socket.resetAndDestroy(), 30));
    });
    expect(sighting).toMatchObject({ outcome: 'failure', failure: 'reset' });
    expect(answer?.exchanges[0]?.received).toHaveLength(octets(ICANN.slice(0, 400)).length);
  });

  it('closes in mid-line gives nothing', async () => {
    const { sighting } = await seen(saying(ICANN.slice(0, ICANN.indexOf('SINKHOLE') + 3)));
    expect(sighting).toMatchObject({ outcome: 'failure', failure: 'incomplete' });
  });

  it('says nothing at all has not said that the name is free', async () => {
    const { sighting } = await seen((socket) => void socket.end());
    expect(sighting).toMatchObject({ outcome: 'failure', failure: 'incomplete' });
  });

  it('splits a letter between two packets is read right', async () => {
    const text = octets(ICANN.replace('Petitioner Corporation', 'Pétitioner'));
    const cut = text.indexOf(0xc3) + 1;
    const { sighting } = await seen((socket) => {
      socket.write(text.subarray(0, cut));
      timers.push(setTimeout(() => socket.end(text.subarray(cut)), 20));
    });
    expect(sighting).toMatchObject({ facts: { registrant: { organisation: 'Pétitioner' } } });
  });

  it.each([
    'Registrar WHOIS Server: 127.0.0.2',
    'Registrar WHOIS Server: localhost',
    'Registrar WHOIS Server: 10.0.0.5',
    'Registrar WHOIS Server: 169.254.169.254',
    `Registrar WHOIS Server: ${HOST}`,
    'ReferralServer: whois://whois.evil.example:4343',
    'Whois Server: http://whois.evil.example/',
    'refer: whois.evil.example',
  ])('refers elsewhere (%s) is asked once, and nobody else is', async (line) => {
    const { answer } = await seen(saying(inRecord(line)));
    expect(answer?.sighting).toMatchObject({ outcome: 'facts', facts: { registrar: { ianaId: 9999 } } });
    expect(answer?.exchanges).toHaveLength(1);
    expect(server?.queries).toHaveLength(1);
  });

  it.each([
    ['a line of 200,000 blanks', ' '.repeat(200_000)],
    ['200,000 empty lines', '\n'.repeat(200_000)],
    ['200,000 labels', 'a:'.repeat(100_000)],
    ['200,000 returns', '\r'.repeat(200_000)],
    ['hosts in front of blanks', `a.b${' '.repeat(950)}!\n`.repeat(200)],
    ['lines of one label', 'Registrant Street: x\n'.repeat(8000)],
  ])('sends %s is read at once', async (_, flood) => {
    const { sighting, took } = await seen((socket) => void socket.end(`${flood}\n${ICANN}`));
    expect(sighting).toMatchObject({ outcome: 'facts', facts: { registrar: { ianaId: 9999 } } });
    expect(took).toBeLessThan(5000);
  });

  it.each([
    ['a line of 1,000,000 blanks', ' '.repeat(1_000_000)],
    ['1,000,000 empty lines', '\n'.repeat(1_000_000)],
    ['1,000,000 lines', 'a: b\n'.repeat(1_000_000)],
  ])('sends %s is stopped', async (_, flood) => {
    const { sighting } = await seen(saying(`${flood}\n${ICANN}`));
    expect(sighting).toMatchObject({ outcome: 'failure', failure: 'too-large' });
  });

  it.each(['constructor: x', '__proto__: x', 'toString: x', 'hasOwnProperty:x'])(
    'writes a line "%s" loses no record by it',
    async (line) => {
      const { sighting } = await seen(saying(inRecord(line)));
      expect(sighting).toMatchObject({ outcome: 'facts', facts: { registrar: { ianaId: 9999 } } });
    },
  );

  it('has a second registrar in what a registrant wrote names none', async () => {
    const { sighting } = await seen(saying(inRecord('Registrar: Evil Registrar')));
    expect(sighting?.outcome).toBe('facts');
    expect(sighting).not.toHaveProperty('facts.registrar');
  });

  it.each(['Page Not Found Ltd', 'No match for anybody Inc.', 'Available Domains LLC', 'Quota exceeded GmbH'])(
    'has a registrant called "%s" shows a registration',
    async (organisation) => {
      const { sighting } = await seen(saying(ICANN.replace('Petitioner Corporation', organisation)));
      expect(sighting).toMatchObject({ outcome: 'facts', facts: { registrant: { organisation } } });
    },
  );
});

describe('a reply without a record that', () => {
  it.each(['No match for "SEIZED.EXA', 'Domain not found: seized', 'No match for seized.exampl'])(
    'stops within the name, as "%s" does, has said nothing',
    async (text) => {
      expect((await seen(saying(text))).sighting).toMatchObject({ outcome: 'failure', failure: 'incomplete' });
      await server?.close();
      const whole = `${text}\n`;
      expect((await seen(saying(whole))).sighting).not.toMatchObject({ failure: 'incomplete' });
    },
  );

  it('has no line end is believed where its name is whole', async () => {
    for (const text of ['No match for "SEIZED.EXAMPLE"', 'seized.example not found', 'No match']) {
      expect((await seen(saying(text))).sighting).toMatchObject({ outcome: 'no-such-object' });
      await server?.close();
    }
  });

  it('has one below its end contradicts itself', async () => {
    const free = 'No match for "SEIZED.EXAMPLE".\n>>> Last update of whois database: 2026-11-01T00:00:00Z <<<\n';
    expect((await seen(saying(`${free}${ICANN}`))).sighting).toMatchObject({ failure: 'contradictory' });
    await server?.close();
    expect((await seen(saying(`${free}Registrars: see our site.\n`))).sighting).toMatchObject({
      outcome: 'no-such-object',
    });
  });

  it('offers the name for application has it neither registered nor free', async () => {
    const text = 'This domain is currently available for application via the Dropzone service.\n>>> Last update <<<\n';
    expect((await seen(saying(text))).sighting).toMatchObject({ outcome: 'no-such-object', reserved: true });
  });
});

it('a server that names itself as the registrar’s refers to nobody', async () => {
  const named = (host: string) => ICANN.replace(/Registrar WHOIS Server: .*/, `Registrar WHOIS Server: ${host}`);
  for (const host of [HOST, HOST.toUpperCase(), `whois://${HOST}`, `${HOST}.`]) {
    const { sighting } = await seen(saying(named(host)));
    expect(sighting).toMatchObject({ outcome: 'facts', facts: { registrar: { ianaId: 9999 } } });
    expect(sighting).not.toHaveProperty('facts.referral');
    await server?.close();
  }
});

describe('in 64 MiB of heap', () => {
  const CHUNK = Buffer.from(`${'Registrant Street: 1 Endless Road\n'.repeat(2000)}`);
  const lookup = (port: number) =>
    `whoisRegistry(tools({ whois: new Map([['${HOST}', loopback(${port})]]), closed: true }))`;

  const closing = (chunk: Buffer, times: number) => (socket: Socket) => {
    let left = times;
    const more = (): void => {
      while (left > 0 && !socket.destroyed) {
        left -= 1;
        if (!socket.write(chunk)) return;
      }
      if (left === 0) socket.end();
    };
    socket.on('drain', more);
    more();
  };

  it.each([
    ['an endless stream', (socket: Socket) => pour(socket, CHUNK)],
    ['100 MB that close properly', closing(CHUNK, Math.ceil(100_000_000 / CHUNK.length))],
    ['a line of 50 MB', closing(Buffer.alloc(500_000, 'x'), 100)],
  ])(
    '%s is stopped',
    async (_, answer) => {
      server = await startWhois(answer);
      const { outcome, failure, grew } = await inChild(lookup(server.port));
      expect({ outcome, failure }).toEqual({ outcome: 'failure', failure: 'too-large' });
      expect(grew).toBeLessThan(64);
    },
    60_000,
  );
});
