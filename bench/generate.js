// Makes a case of N names with R nightly runs, through the program's own writer, for measuring what reads it.
//   node bench/generate.js FOLDER NAMES RUNS [--evidence]
// FOLDER is a folder of cases; the case in it is `generated`. Without --evidence no exchange is filed, which is ten times faster.
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'esbuild';

const ID = 'generated';
const FIRST_NIGHT = Date.parse('2025-01-01T02:00:00Z');
const NIGHT = 86_400_000;

export function nameAt(at) {
  return `generated-name-${at}.example`;
}

/** `digest` is the case's; without it the runs name none that fits, which a reader may remark on. */
export async function generate({ folder, names, runs, evidence = false, digest = '0'.repeat(64) }) {
  const { begin, lock } = await storeModules();
  const list = Array.from({ length: names }, (_, at) => nameAt(at));
  writeCase(folder, list);
  const paths = { id: ID, folder: join(folder, ID), runs: join(folder, ID, 'runs') };
  for (let night = 0; night < runs; night += 1) {
    const started = instant(FIRST_NIGHT + night * NIGHT);
    const header = {
      caseDigest: digest,
      tool: 'takedown bench',
      started,
      simulated: true,
      vantage: { host: 'bench', resolvers: ['203.0.113.53'] },
    };
    const random = (count) => Uint8Array.from({ length: count }, (_, i) => (night >> (8 * (count - 1 - i))) & 255);
    const run = begin.beginRun({ paths, header, machine: lock.machineOf(process.pid), random });
    // Lookups of different names overlap in a sweep, so lines of one name are spread over a window.
    for (let from = 0; from < list.length; from += 32) {
      for (const lookup of ['rdap-registry', 'whois-registry', 'delegation', 'addresses', 'resolver']) {
        for (const name of list.slice(from, from + 32))
          run.append(name, lookup, answersTo(name, lookup, { night, started, evidence }));
      }
    }
    run.finish(instant(FIRST_NIGHT + night * NIGHT + 600_000));
  }
}

async function storeModules() {
  const outdir = mkdtempSync(join(tmpdir(), 'takedown-bench-'));
  const source = (file) => fileURLToPath(new URL(`../src/store/${file}`, import.meta.url));
  await build({
    entryPoints: [source('append/begin.ts'), source('disk/lock.ts')],
    outdir,
    bundle: true,
    platform: 'node',
    format: 'esm',
    outExtension: { '.js': '.mjs' },
    logLevel: 'warning',
  });
  const [begin, lock] = await Promise.all(
    ['append/begin.mjs', 'disk/lock.mjs'].map((file) => import(pathToFileURL(join(outdir, file)).href)),
  );
  rmSync(outdir, { recursive: true });
  return { begin, lock };
}

function writeCase(folder, list) {
  const shipped = (file) => readFileSync(new URL(`../cases/${file}`, import.meta.url), 'utf8');
  mkdirSync(join(folder, ID), { recursive: true });
  writeFileSync(join(folder, 'recipients.yaml'), shipped('recipients.yaml'));
  cpSync(new URL('../cases/phosphorus/orders', import.meta.url), join(folder, ID, 'orders'), { recursive: true });
  const text = shipped('phosphorus/case.yaml')
    .replace(/^case: .*$/m, `case: ${ID}`)
    .replace(/stated-count: \d+/, `stated-count: ${list.length}`);
  writeFileSync(join(folder, ID, 'case.yaml'), text);
  writeFileSync(join(folder, ID, 'appendix-a.txt'), `${list.join('\n')}\n`);
}

const SINKHOLE = ['ns1.sinkhole.example', 'ns2.sinkhole.example'];
const LOCKS = ['serverDeleteProhibited', 'serverTransferProhibited', 'serverUpdateProhibited'];

/** Every seventh name is not yet delegated to the sinkhole; every fifth night another one of fifty slips back. */
function answersTo(name, lookup, { night, started, evidence }) {
  const number = Number(/\d+/.exec(name)?.[0]);
  const slipped = number % 50 === Math.floor(night / 5) % 50 && night % 5 === 4;
  const seized = number % 7 !== 0 && !slipped;
  return servers(lookup, seized).map(({ server, facts, authority }) => ({
    sighting: {
      name,
      lookup,
      authority,
      question: `${lookup} ${name}`,
      server,
      at: started,
      took: 12,
      reader: 'bench/1',
      outcome: 'facts',
      facts,
    },
    exchanges: evidence ? [exchangeOf(name, server, started)] : [],
  }));
}

function servers(lookup, seized) {
  switch (lookup) {
    case 'rdap-registry':
      return [{ authority: 'registry', server: 'https://rdap.registry.example/', facts: registration(seized) }];
    case 'whois-registry':
      return [{ authority: 'registry', server: 'whois.registry.example', facts: registration(seized) }];
    case 'delegation':
      return ['a', 'b'].map((letter, i) => ({
        authority: 'parent-zone',
        server: `${letter}.nic.example 198.51.100.${i + 1}`,
        facts: {
          zone: 'example',
          nameServers: seized ? SINKHOLE : ['ns1.old.example', 'ns2.old.example'],
          glue: {},
          ds: [],
        },
      }));
    case 'addresses':
      return SINKHOLE.map((nameServer, i) => ({
        authority: 'authoritative',
        server: `${nameServer} 192.0.2.${i + 1}`,
        facts: { nameServer, hosts: hosts(seized), keys: [] },
      }));
    default:
      return ['203.0.113.53', '203.0.113.54'].map((server) => ({
        authority: 'recursive',
        server,
        facts: { hosts: hosts(seized), validated: false },
      }));
  }
}

function registration(seized) {
  return {
    registrar: seized ? { name: 'MarkMonitor Inc.', ianaId: 292 } : { name: 'Old Registrar LLC', ianaId: 9999 },
    registrant: { shown: 'redacted' },
    statuses: seized ? LOCKS : ['clientTransferProhibited'],
    nameServers: seized ? SINKHOLE : ['ns1.old.example', 'ns2.old.example'],
    created: '2018-02-03T04:05:06Z',
    updated: '2024-12-01T00:00:00Z',
    expires: '2035-02-03T04:05:06Z',
    handle: 'D123456789-EXAMPLE',
  };
}

function hosts(seized) {
  const both = {
    a: { answer: 'addresses', addresses: [seized ? '192.0.2.10' : '203.0.113.9'], ttl: 300 },
    aaaa: { answer: 'no-data' },
  };
  return { apex: both, www: both, random: both };
}

function exchangeOf(name, server, at) {
  return {
    protocol: 'whois',
    uri: `whois://${encodeURIComponent(server)}/${name}`,
    at,
    took: 12,
    dialled: '192.0.2.43:43',
    transport: 'tcp',
    sent: Buffer.from(`${name}\r\n`),
    received: Buffer.from(`Domain Name: ${name}\r\nRegistrar: MarkMonitor Inc.\r\n`),
    end: 'complete',
  };
}

function instant(milliseconds) {
  return new Date(milliseconds).toISOString().replace('.000Z', 'Z');
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const [folder, names, runs, ...flags] = process.argv.slice(2);
  if (folder === undefined || !(Number(names) > 0) || !(Number(runs) > 0)) {
    console.error('node bench/generate.js FOLDER NAMES RUNS [--evidence]');
    process.exit(2);
  }
  await generate({ folder, names: Number(names), runs: Number(runs), evidence: flags.includes('--evidence') });
}
