// `npm run bench`: how fast the built program is, as ratios in one run. Prints a table and writes it to bench/results.md.
// Numbers are read by a person; nothing is asserted, since machines are noisy.
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { cpus, tmpdir, totalmem } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { checkMemory } from './check-memory.js';
import { dnsBench } from './dns.js';
import { evidenceBench } from './evidence.js';
import { generate } from './generate.js';
import { importBench } from './import.js';
import { largeCheckBench } from './large-check.js';
import { inTurn, median, memoryOf } from './measure.js';
import { reportsBench } from './reports.js';

const root = fileURLToPath(new URL('..', import.meta.url));
const takedown = join(root, 'bin', 'takedown.js');
const EMPTY = { title: 'node -e 0', command: ['-e', '0'] };
const rows = [];

function row(what, measured, wanted) {
  rows.push({ what, measured, wanted });
  console.log(`${what}: ${measured} (wanted: ${wanted})`);
}

const ratio = (times, title) => (median(times.get(title)) / median(times.get(EMPTY.title))).toFixed(2);
const seconds = (times, title) => (median(times.get(title)) / 1000).toFixed(2);

function startUp() {
  const commands = ['--version', '--help'].map((flag) => ({ title: flag, command: [takedown, flag] }));
  const times = inTurn([EMPTY, ...commands], { rounds: 21, cwd: root });
  for (const { title } of commands) row(`takedown ${title}`, `${ratio(times, title)} × node -e 0`, 'at most 1.6 ×');
}

async function aYearOfNights(folder) {
  mkdirSync(join(folder, 'year', 'cases'), { recursive: true });
  await generate({ folder: join(folder, 'year', 'cases'), names: 98, runs: 365 });
  const where = { cwd: join(folder, 'year'), env: { NO_COLOR: '1' } };
  const status = { title: 'status', command: [takedown, 'status', 'generated'] };
  const times = inTurn([EMPTY, status], { rounds: 15, ...where });
  const memory = memoryOf(status.command, where);
  row(
    'status, 98 names, 365 runs',
    `${ratio(times, 'status')} × node -e 0, ${memory.toFixed(0)} MB`,
    'at most 3 ×, 120 MB',
  );
}

async function aHundredThousand(folder) {
  mkdirSync(join(folder, 'large', 'cases'), { recursive: true });
  await generate({ folder: join(folder, 'large', 'cases'), names: 100_000, runs: 1 });
  const where = { cwd: join(folder, 'large'), env: { NO_COLOR: '1' } };
  const commands = ['status generated', 'status generated --json', 'validate generated'].map((line) => ({
    title: line,
    command: [takedown, ...line.split(' ')],
  }));
  const times = inTurn(commands, { rounds: 3, ...where });
  for (const { title, command } of commands) {
    const limit = title.startsWith('validate') ? 'at most 1.5 s' : 'at most 4 s, 500 MB';
    row(`${title}, 100,000 names`, `${seconds(times, title)} s, ${memoryOf(command, where).toFixed(0)} MB`, limit);
  }
}

/** One check of the 98 names against the simulated internet in another thread, against its servers' own queues. */
async function aCheck(folder) {
  const outfile = join(folder, 'rehearsal.mjs');
  await build({
    entryPoints: [fileURLToPath(new URL('rehearsal.ts', import.meta.url))],
    outfile,
    bundle: true,
    platform: 'node',
    format: 'esm',
    logLevel: 'warning',
    define: { TAKEDOWN_VERSION: '"bench"', TAKEDOWN_BUILD: '"bench"' },
    banner: { js: "import{createRequire as __cr}from'node:module';const require=__cr(import.meta.url);" },
  });
  const workspaceOf = (round) => {
    const workspace = join(folder, round);
    mkdirSync(workspace, { recursive: true });
    execFileSync('cp', ['-r', join(root, 'cases'), workspace]);
    return workspace;
  };
  const paces = [
    { title: 'rehearsal --fast: WHOIS of 5 ms a question', whois: [], folder: 'check' },
    { title: 'the same with 30 ms', whois: ['30'], folder: 'check-30' },
    { title: 'the same with 100 ms', whois: ['100'], folder: 'check-100' },
  ];
  const rounds = new Map(paces.map(({ title }) => [title, []]));
  for (let round = 0; round < 3; round += 1) {
    for (const { title, whois, folder: name } of paces) {
      const workspace = workspaceOf(round === 0 ? name : `${name}-${round}`);
      const out = execFileSync(process.execPath, [outfile, workspace, join(root, 'dist'), ...whois], {
        encoding: 'utf8',
      });
      rounds.get(title)?.push(JSON.parse(out));
    }
  }
  for (const [title, all] of rounds) row(`check, 98 names, ${title}`, queueText(all), 'at most 2 × the slowest queue');
  const asked = join(folder, 'asked');
  mkdirSync(asked, { recursive: true });
  execFileSync('cp', ['-r', join(root, 'cases'), asked]);
  const held = await checkMemory({ takedown, workspace: asked, rounds: 3 });
  row(
    'check, 98 names, memory of the check alone',
    `${held.map((one) => one.toFixed(0)).join(', ')} MB`,
    'at most 150 MB',
  );
}

/** A check is as long as its slowest server's queue, or as its own work, whichever takes longer: both are told. */
function queueText(rounds) {
  const of = (what) => median(rounds.map(what).sort((a, b) => a - b));
  const inSeconds = (what) => `${(of(what) / 1000).toFixed(2)} s`;
  const [{ server, questions }] = rounds;
  const queue = `slowest queue ${inSeconds((one) => one.queue)} (${server}, ${questions} questions)`;
  const worked = `the checking thread worked ${inSeconds((one) => one.active)}`;
  return `${inSeconds((one) => one.wall)}; ${queue}: ${of((one) => one.wall / one.queue).toFixed(2)} ×; ${worked}`;
}

/** Letters without the case around them: what Word, PDF and plain text cost by themselves, against Node's own start. */
async function letters() {
  // Below the packages, where the fonts and the layout engine are found.
  const outfile = join(root, 'node_modules', '.takedown-bench', 'letters.mjs');
  await build({
    entryPoints: [fileURLToPath(new URL('letters.ts', import.meta.url))],
    outfile,
    bundle: true,
    platform: 'node',
    format: 'esm',
    logLevel: 'warning',
    banner: { js: "import{createRequire as __cr}from'node:module';const require=__cr(import.meta.url);" },
  });
  const empty = median(inTurn([EMPTY], { rounds: 9 }).get(EMPTY.title));
  for (const [count, names] of [
    [40, 98],
    [1, 5000],
  ]) {
    const out = execFileSync(process.execPath, [outfile, String(count), String(names)], { encoding: 'utf8' });
    const { took, megabytes } = JSON.parse(out);
    const each = Object.entries(took).map(([id, time]) => `${id} ${(time / 1000).toFixed(2)} s`);
    const all = Object.values(took).reduce((sum, time) => sum + time, 0);
    const measured = `${each.join(', ')}; together ${(all / empty).toFixed(0)} × node -e 0; ${megabytes.toFixed(0)} MB`;
    row(`${count} letter${count === 1 ? '' : 's'} of ${names} names`, measured, 'seconds, at most 700 MB');
  }
  rmSync(join(root, 'node_modules', '.takedown-bench'), { recursive: true, force: true });
}

const folder = mkdtempSync(join(tmpdir(), 'takedown-bench-'));
try {
  startUp();
  await aCheck(folder);
  await evidenceBench(row, { takedown, folder, checked: join(folder, 'check') });
  await aYearOfNights(folder);
  await aHundredThousand(folder);
  reportsBench(row, { takedown, folder: join(folder, 'large') });
  await largeCheckBench(row, { takedown, folder });
  await importBench(row, { takedown, folder });
  await letters();
  await dnsBench(row);
} finally {
  rmSync(folder, { recursive: true, force: true });
}

const machine = `${cpus().length} × ${cpus()[0]?.model.trim()}, ${Math.round(totalmem() / 2 ** 30)} GB, Node ${process.version}`;
const lines = [
  '# Results of `npm run bench`',
  '',
  `${new Date().toISOString().slice(0, 10)}, ${machine}. Medians; ratios are within one run. Times of one machine mean little on another.`,
  '',
  '| what | measured | wanted |',
  '|---|---|---|',
  ...rows.map(({ what, measured, wanted }) => `| ${what} | ${measured} | ${wanted} |`),
  '',
];
writeFileSync(fileURLToPath(new URL('results.md', import.meta.url)), lines.join('\n'));
