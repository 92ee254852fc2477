// The smaller files: journal, network, recipients, settings, and the first text of a new case.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseConfig } from '../../src/casefile/config.ts';
import { formatEntry, parseJournal } from '../../src/casefile/journal.ts';
import { formatNetwork, parseNetwork, REAL_NETWORK } from '../../src/casefile/network-file.ts';
import { newCase } from '../../src/casefile/new-case.ts';
import { parseCase } from '../../src/casefile/parse.ts';
import { publishedSchemas } from '../../src/casefile/schemas.ts';
import type { SourceText } from '../../src/casefile/source.ts';
import type { JournalEntry } from '../../src/model/case/journal.ts';
import { parseInstant } from '../../src/model/instant.ts';
import { expectPublished } from '../support/schemas.ts';
import { resolverPlace } from '../support/values.ts';

function source(file: string, text: string): SourceText {
  return { file, octets: new TextEncoder().encode(text) };
}

const at = parseInstant('2019-03-15T21:20:00Z');
if (at === undefined) throw new Error('no instant');

describe('the journal', () => {
  it('reads the entries of the design', () => {
    const text = `- { at: 2019-03-15T17:20:00-04:00, event: served, letter: 2019-03-15-verisign-order, by: email, message-id: "<…>" }
- { at: 2019-03-18T09:02:00-04:00, event: confirmed, names: [outlook-verify.net], paragraph: "2(a)", note: ticket 4711 }
`;
    expect(parseJournal(source('journal.yaml', text))).toMatchObject({
      ok: true,
      value: [
        { at: '2019-03-15T21:20:00Z', event: 'served', messageId: '<…>' },
        { at: '2019-03-18T13:02:00Z', event: 'confirmed', names: ['outlook-verify.net'], paragraph: '2(a)' },
      ],
    });
  });

  it('is empty when nothing was written', () => {
    for (const text of ['', '# nothing yet\n', '[]\n']) {
      expect(parseJournal(source('journal.yaml', text))).toEqual({ ok: true, value: [], problems: [] });
    }
  });

  it('writes every entry as one line that reads as the same entry', () => {
    const anyText = fc
      .string({ unit: 'binary', minLength: 1 })
      .filter((text) => !text.includes('\0') && !/\p{Surrogate}/u.test(text));
    fc.assert(
      fc.property(fc.record({ by: anyText, note: anyText, letter: anyText, messageId: anyText }), (texts) => {
        const entry: JournalEntry = { at, event: 'note', ...texts };
        const line = formatEntry(entry);
        expect(line.trimEnd().split('\n')).toHaveLength(1);
        expect(parseJournal(source('journal.yaml', line + line))).toEqual({
          ok: true,
          value: [entry, entry],
          problems: [],
        });
      }),
    );
  });
});

describe('a network file', () => {
  const example = `simulated: true
clock: 2019-03-18T14:15:02Z
dns:
  roots: [198.51.100.1]
  resolvers: [203.0.113.53]
  trust-anchors: ["20326 8 2 E06D44B80B8F1D39A95C0B0D7C65D08458E880409BBC683457104237C7F8EC8D"]
  routes: { 198.51.100.1: "127.0.0.1:5301", "2001:db8:0::2": "[::1]:5302" }
rdap:
  bootstrap: http://127.0.0.1:8081/rdap/dns.json
whois:
  servers: { com: whois.verisign-grs.com }
  routes: { WHOIS.verisign-grs.com: "127.0.0.1:4301" }
smtp: { host: 127.0.0.1, port: 2525 }
`;

  it('reads the example of the design', () => {
    const reading = parseNetwork(source('network.yaml', example));
    if (!reading.ok) throw new Error(reading.problems[0]?.message);
    const { value } = reading;
    expect(value).toMatchObject({ simulated: true, closed: false, opened: true, clock: '2019-03-18T14:15:02Z' });
    expect(value.dns.routes.get('2001:db8::2')).toEqual({ address: '::1', port: 5302 });
    expect(value.whois.routes.get('whois.verisign-grs.com')).toEqual({ address: '127.0.0.1', port: 4301 });
    expect(parseNetwork(source('again.yaml', formatNetwork(value)))).toEqual({ ok: true, value, problems: [] });
  });

  it('has to say whether it is simulated, and fills in the real internet', () => {
    expect(parseNetwork(source('n.yaml', 'dns: {}\n'))).toMatchObject({
      ok: false,
      problems: [{ code: 'missing-key' }],
    });
    const real = parseNetwork(source('n.yaml', 'simulated: false\n'));
    expect(real).toEqual({ ok: true, value: { ...REAL_NETWORK, opened: true }, problems: [] });
  });

  it.each([
    ['dns: { routes: { ns1.example: "127.0.0.1:53" } }', 'dns'],
    ['dns: { routes: { 192.0.2.1: "127.0.0.1" } }', 'port'],
    ['dns: { routes: { 192.0.2.1: "127.0.0.1:70000" } }', 'port'],
    ['rdap: { bootstrap: "file:///etc/passwd" }', 'http'],
    ['whois: { servers: { .com: whois.example } }', 'dot'],
  ])('refuses %s', (line) => {
    expect(parseNetwork(source('n.yaml', `simulated: true\n${line}\n`))).toMatchObject({
      ok: false,
      problems: [{ code: 'wrong-value' }],
    });
  });
});

describe('settings', () => {
  it('keeps what is absent absent', () => {
    const text =
      'resolvers: [9.9.9.9]\nlimits: { whois.example: { at-once: 2, apart: 500 } }\nrdap: { servers: { com: "https://rdap.example/" } }\n';
    const reading = parseConfig(source('takedown.yaml', text), 'workspace');
    if (!reading.ok) throw new Error(reading.problems[0]?.message);
    expect(reading.value.resolvers).toEqual([resolverPlace('9.9.9.9')]);
    expect(reading.value.limits.get('whois.example')).toEqual({ atOnce: 2, apart: 500 });
    expect(reading.value.rdapServers.get('com')).toBe('https://rdap.example/');
    expect(parseConfig(source('takedown.yaml', 'whois: { servers: {} }\n'), 'workspace')).toMatchObject({ ok: true });
  });

  it('has no key that runs a command', () => {
    expect(parseConfig(source('takedown.yaml', 'command: rm\n'), 'person')).toMatchObject({
      ok: false,
      problems: [{ code: 'unknown-key' }],
    });
  });
});

describe('a new case', () => {
  const answers = {
    id: 'acme',
    title: 'Acme: "v." John Does #1',
    docket: '1:26-cv-00001',
    court: { name: 'Court of Examples', timeZone: 'America/New_York', holidays: ['us-federal'] },
    petitioner: 'no',
    order: { id: 'tro', kind: 'temporary-restraining-order', entered: '2026-03-02T10:00:00-05:00', expires: '14 days' },
    due: '3 business days',
    registrar: { name: 'Example Registrar Inc.', ianaId: 9999 },
    sinkhole: {
      operator: 'Acme',
      nameServers: ['ns1.sinkhole.example', 'ns2.sinkhole.example'],
      prefixes: ['2001:db8::/32'],
    },
    statedCount: 12,
  } as const;

  it.each([
    ['with everything answered', answers],
    [
      'with the least that can be answered',
      { ...answers, registrar: undefined, sinkhole: undefined, due: undefined, statedCount: undefined },
    ],
  ])('is a valid case %s', async (_, given) => {
    const { registrar, sinkhole, due, statedCount, ...rest } = given;
    const optional = Object.fromEntries(
      Object.entries({ registrar, sinkhole, due, statedCount }).filter(([, value]) => value !== undefined),
    );
    const { caseYaml, schedule } = newCase({ ...rest, ...optional });
    const read = (file: string) => (file === schedule.file ? source(file, `${schedule.text}a.example\n`) : undefined);
    const reading = await parseCase({ id: 'acme', caseFile: source('case.yaml', caseYaml), read });
    expect(reading.problems.filter(({ severity }) => severity === 'error')).toEqual([]);
    expect(reading).toMatchObject({
      ok: true,
      value: { title: answers.title, petitioner: { name: 'no' }, illustrative: true },
    });
  });
});

describe('the published schemas', () => {
  it.each(Object.entries(publishedSchemas))('docs/schema/%s.json is what the program checks', async (name, schema) => {
    await expectPublished(name, schema());
  });
});
