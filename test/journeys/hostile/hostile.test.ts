// Servers that hang, drip, flood, lie and answer garbage, all in one check: every name keeps its row with a reason of its
// own, no failure decides anything, nothing raw reaches a screen, and the check ends in bounded time and memory.
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { caseFile } from '../../support/case-file.ts';
import { documentOf } from '../../support/documents.ts';
import { emptyFolder, removeFolder, writeFiles } from '../../support/folders.ts';
import { type Ran, takedown } from '../../support/takedown.ts';
import { DNS_FAULTS, type DnsFault, type NameServers, openNameServers } from './name-servers.ts';
import { openRaw, openRdap, openWhois, type Raw, REGISTRY_FAULTS, type RegistryFault } from './registries.ts';

const NAMES = [
  'honest.test',
  ...REGISTRY_FAULTS.map((fault) => `r-${fault}.test`),
  ...DNS_FAULTS.flatMap((fault) => [`p-${fault}.test`, `c-${fault}.test`]),
];

interface Finding {
  readonly relief: string;
  readonly verdict: string;
  readonly word: string;
  readonly reason: string;
  readonly citations: readonly string[];
}
interface Row {
  readonly name: string;
  readonly findings: readonly Finding[];
}

let folder: string;
let servers: NameServers;
let raw: readonly Raw[];
let bait: Raw;
let checked: Ran;
let took = 0;
let grown = 0;
let rows: ReadonlyMap<string, Row>;

beforeAll(async () => {
  folder = emptyFolder();
  servers = await openNameServers(NAMES);
  bait = await openRaw((socket) => socket.end('HTTP/1.1 200 OK\r\ncontent-length: 2\r\n\r\n{}'));
  const [whois, rdap] = [await openWhois(), await openRdap(() => bait.port)];
  raw = [whois, rdap];
  writeFiles(folder, {
    'cases/hostile/case.yaml': caseFile({ id: 'hostile', nameServers: ['ns1.sink.test'] }),
    'cases/hostile/names.txt': `${NAMES.join('\n')}\n`,
    'network.yaml': networkFile(whois.port, rdap.port),
  });
  const before = process.memoryUsage().rss;
  const sampling = setInterval(() => {
    grown = Math.max(grown, process.memoryUsage().rss - before);
  }, 50);
  const begun = performance.now();
  checked = await takedown(folder, ['check', 'hostile', '--network', 'network.yaml', '--fail-on', 'never']);
  took = performance.now() - begun;
  clearInterval(sampling);
  const status = await takedown(folder, ['status', 'hostile', '--json']);
  rows = new Map(
    documentOf<{ readonly names: readonly Row[] }>(status.out, 'status').names.map((row) => [row.name, row]),
  );
}, 180_000);

afterAll(async () => {
  for (const one of [servers, bait, ...(raw ?? [])]) await one?.close();
  removeFolder(folder);
});

function networkFile(whois: number, rdap: number): string {
  return `simulated: true
dns:
  roots: [${servers.root}]
  resolvers: []
  routes: ${JSON.stringify(servers.routes)}
rdap: { servers: { test: "http://127.0.0.1:${rdap}/" } }
whois: { servers: { test: whois.nic.test }, routes: { whois.nic.test: "127.0.0.1:${whois}" } }
`;
}

const KINDS = ['registrar-of-record', 'epp-status-includes', 'delegated-to', 'resolves-to', 'ds-absent-or-valid'];
const found = (name: string) => KINDS.map((kind) => rows.get(name)?.findings.find(({ relief }) => relief === kind));
const said = (name: string) => found(name).map((one) => `${one?.verdict} ${one?.word}`);

/** Of RDAP; WHOIS fails beside it in its own way, and cannot fill in. */
const REGISTRY_WORDS: Readonly<Record<Exclude<RegistryFault, 'escapes'>, string>> = {
  hang: 'timeout',
  drip: 'incomplete',
  flood: 'too-large',
  reset: 'reset',
  other: 'wrong-object',
  garbage: 'unparsable',
  empty: 'reset',
  metadata: 'guarded',
  loopback: 'guarded',
  bomb: 'too-large',
  deep: 'unparsable',
};

const both = (word: string) => ({ parent: word, child: word });

/** Octets that cannot be an answer to this question are passed over, as forged ones would be, until the time is up. */
const DNS_WORDS: Readonly<Record<Exclude<DnsFault, 'refusing'>, { readonly parent: string; readonly child: string }>> =
  {
    silent: both('timeout'),
    'wrong-id': both('timeout'),
    'wrong-question': both('wrong-object'),
    truncated: both('timeout'),
    oversized: { parent: 'lame', child: 'wrong-object' },
    garbage: both('timeout'),
    loop: both('unparsable'),
  };

test('the check ends, within a minute and with bounded memory and evidence', () => {
  expect(checked.code).toBe(0);
  expect(took).toBeLessThan(60_000);
  expect(grown).toBeLessThan(400e6);
  const runs = join(folder, 'cases/hostile/runs');
  for (const file of readdirSync(runs)) expect(statSync(join(runs, file)).size, file).toBeLessThan(4e6);
});

test('every name keeps its row, and every verdict its citations', () => {
  expect([...rows.keys()]).toEqual(NAMES);
  for (const name of NAMES) {
    for (const one of found(name)) expect(one?.citations.length, `${name} ${one?.relief}`).toBeGreaterThan(0);
  }
});

test('the honest one among them is done', () => {
  expect(said('honest.test')).toEqual(Array.from(KINDS, () => 'met as-ordered'));
});

test.each(Object.entries(REGISTRY_WORDS))('a registry that does "%s" decides nothing: %s', (fault, word) => {
  const [registrar, statuses, ...dns] = said(`r-${fault}.test`);
  expect([registrar, statuses]).toEqual([`unknown ${word}`, `unknown ${word}`]);
  expect(dns).toEqual(Array.from(dns, () => 'met as-ordered'));
});

test.each(Object.entries(DNS_WORDS))('a name server that does "%s" decides nothing: %j', (fault, { parent, child }) => {
  expect(said(`p-${fault}.test`)).toEqual([
    'met as-ordered',
    'met as-ordered',
    ...Array.from({ length: 3 }, () => `unknown ${parent}`),
  ]);
  const [, , delegated, resolves, ds] = said(`c-${fault}.test`);
  expect([delegated, resolves, ds]).toEqual(['unmet other-name-servers', `unknown ${child}`, 'met as-ordered']);
});

test('a server that refuses the zone has answered: of the parent nothing is known, the child is lame', () => {
  expect(said('p-refusing.test').slice(2)).toEqual(Array.from({ length: 3 }, () => 'unknown lame'));
  expect(said('c-refusing.test')[3]).toBe('unmet lame');
});

test('no redirect leads to another server of this machine', () => {
  expect(bait.came()).toBe(0);
});

describe('what a server says in escapes', () => {
  test('is judged as what it is', () => {
    expect(said('r-escapes.test')[0]).toBe('unmet other-registrar');
  });

  test.each([
    ['check', []],
    ['status', ['hostile']],
    ['status', ['hostile', '--json']],
    ['show', ['hostile']],
    ['show', ['hostile', 'r-escapes.test']],
    ['show', ['hostile', 'r-escapes.test', '--json']],
    ['show', ['hostile', 'r-garbage.test']],
    ['list', ['--json']],
  ])('does not reach the output of %s %j', async (command, more) => {
    const ran = command === 'check' ? checked : await takedown(folder, [command, ...more]);
    expect(ran.out.length).toBeGreaterThan(0);
    // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for
    expect(ran.out + ran.err).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/);
    if (more.includes('r-escapes.test')) expect(ran.out).toContain('Evil Ltd');
  });

  test('stands in the run as ASCII', () => {
    const runs = join(folder, 'cases/hostile/runs');
    const file = readdirSync(runs).find((one) => one.endsWith('.yaml')) ?? '';
    expect(readFileSync(join(runs, file), 'latin1')).toMatch(/^[\n -~]*$/);
  });
});
