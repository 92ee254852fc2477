// What one question of the DNS costs, against dnsperf of the distribution: the same server, the same questions, in turn, each on a core
// of its own. Compared is processor time and not speed, since others may be using the machine.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { installed, startServer, writeZone } from './dns-server.js';
import { median } from './measure.js';

/** Enough that starting Node and translating what is hot count for little, as they do in the runs that the engine is for. Another number may be given. */
const QUESTIONS = Number(process.argv[2] ?? 500_000);
const ROUNDS = 4;
const CLIENT_CORE = '0';
const SERVER_CORE = '1';
const NEEDED = ['dnsperf', 'nsd', 'taskset'];
const LEFT_OUT = 'without pace and guard';

function run(command, args) {
  const child = spawnSync('taskset', ['-c', CLIENT_CORE, command, ...args], { encoding: 'utf8', timeout: 120_000 });
  if (child.status !== 0) throw new Error(`${command} ended with ${child.status}: ${child.stderr}`);
  return child;
}

/**
 * Bash's `time` tells user and system time of a child; EDNS and DO as we have them. With its usual buffer its one socket loses what comes at
 * once, and waiting for that costs it more than all that came.
 */
function dnsperf(port, questions, window) {
  const line = `TIMEFORMAT='%U %S'; time dnsperf -s 127.0.0.1 -p ${port} -d ${questions} -n 1 -q ${window} -D -b 4096`;
  const { stdout, stderr } = run('bash', ['-c', line]);
  const lost = Number(/Queries lost:\s+(\d+)/.exec(stdout)?.[1] ?? Number.NaN);
  const [user, system] = stderr.trim().split('\n').at(-1).split(' ').map(Number);
  return { microseconds: ((user + system) * 1e6) / QUESTIONS, failures: lost };
}

function ours(client, mode, { port, questions, window, folder }) {
  const before = lost(port);
  const { stdout } = run(process.execPath, [client, mode, port, questions, window, join(folder, 'octets')].map(String));
  const after = lost(port);
  const unheard = after.atServer - before.atServer;
  return { ...JSON.parse(stdout), unheard, dropped: after.inAll - before.inAll - unheard };
}

/** Datagrams that the system had no room for: at the server's own sockets, and at all of this machine. The rest is lost on our side. */
function lost(port) {
  const [, ...sockets] = readFileSync('/proc/net/udp', 'utf8').trim().split('\n');
  const local = `:${port.toString(16).toUpperCase().padStart(4, '0')}`;
  const atServer = sockets
    .map((line) => line.trim().split(/\s+/))
    .filter((columns) => columns[1].endsWith(local))
    .reduce((sum, columns) => sum + Number(columns.at(-1)), 0);
  const [names, values] = readFileSync('/proc/net/snmp', 'utf8')
    .split('\n')
    .filter((line) => line.startsWith('Udp: '))
    .map((line) => line.split(' '));
  return { atServer, inAll: Number(values[names.indexOf('RcvbufErrors')]) };
}

/** Hands each row to `row(what, measured, wanted)`. */
export async function dnsBench(row) {
  const missing = NEEDED.filter((program) => !installed(program));
  if (cpus().length < 2) missing.push('a second core');
  if (missing.length > 0) {
    row('DNS engine against dnsperf', `not measured: ${missing.join(', ')} is not installed`, 'at least 0.75 ×');
    return;
  }
  const folder = mkdtempSync(join(tmpdir(), 'takedown-bench-dns-'));
  // Beside the packages, since the program looks for the optional ones from where it lies.
  const client = fileURLToPath(new URL('../node_modules/.takedown-bench/dns-client.mjs', import.meta.url));
  await build({
    entryPoints: [fileURLToPath(new URL('dns-client.ts', import.meta.url))],
    outfile: client,
    bundle: true,
    platform: 'node',
    format: 'esm',
    logLevel: 'warning',
  });
  const questions = writeZone(folder, QUESTIONS);
  const server = await startServer(folder, SERVER_CORE);
  try {
    for (const window of [1000, 5000]) measure(row, client, { port: server.port, questions, window, folder });
  } catch (error) {
    // A machine that is too busy to end in time spoils these rows and no others.
    row('DNS engine against dnsperf', `not measured: ${String(error).slice(0, 120)}`, 'at least 0.75 ×');
  } finally {
    await server.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

function measure(row, client, task) {
  const found = { dnsperf: [], bare: [], engine: [], evidence: [], client: [] };
  for (let round = 0; round < ROUNDS; round += 1) {
    found.dnsperf.push(dnsperf(task.port, task.questions, task.window));
    for (const mode of ['bare', 'engine', 'evidence', 'client']) found[mode].push(ours(client, mode, task));
  }
  const cost = (title) => median(found[title].map(({ microseconds }) => microseconds).sort((a, b) => a - b));
  const ratio = (other, mode) => (cost(other) / cost(mode)).toFixed(2);
  for (const [mode, wanted] of [
    ['engine', 0.75],
    ['evidence', 0.5],
    ['client', undefined],
  ]) {
    const failures = found[mode].reduce((sum, one) => sum + one.failures, 0);
    const [again, unheard, dropped] = ['again', 'unheard', 'dropped'].map((what) =>
      found[mode].reduce((sum, one) => sum + one[what], 0),
    );
    row(
      `DNS ${mode}, ${QUESTIONS.toLocaleString('en')} questions, window ${task.window}, ${LEFT_OUT}`,
      `${ratio('dnsperf', mode)} × dnsperf, ${ratio('bare', mode)} × a bare loop of Node's sockets (${cost(mode).toFixed(2)} against ${cost('dnsperf').toFixed(2)} and ${cost('bare').toFixed(2)} µs of CPU each); in ${ROUNDS} rounds ${again} asked again (the server's buffer lost ${unheard}, ours ${dropped}), ${failures} without an answer`,
      wanted === undefined ? '0 without an answer' : `at least ${wanted} ×, 0 without an answer`,
    );
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  await dnsBench((what, measured, wanted) => console.log(`${what}: ${measured} (wanted: ${wanted})`));
}
