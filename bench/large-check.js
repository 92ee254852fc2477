// What a check of very many names holds in memory: of a hundred thousand that a seal keeps from being asked, since that many answers would
// take an hour, and of some thousand that quick servers answer for; and what reads the record afterwards.
import { spawn } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { fileAt } from './check-memory.js';
import { installed } from './dns-server.js';
import { generate } from './generate.js';
import { costOf } from './measure.js';

const LARGE = 100_000;
/** More than so many are asked about in fewer words, as a large case is (MANY_NAMES in src/cli/network.ts). */
const ANSWERED = 5_100;
const MINUTES = 600_000;
const MOST = 'at most 400 MB';

/** Hands each row to `row(what, measured, wanted)`. */
export async function largeCheckBench(row, { takedown, folder }) {
  await sealed(row, { takedown, workspace: join(folder, 'sealed') });
  await answered(row, { takedown, workspace: join(folder, 'answered') });
}

async function sealed(row, { takedown, workspace }) {
  await workspaceOf(workspace, LARGE, (text) =>
    text.replace(/touches: \[.*\]/, 'touches: []').replace(/until: [^,]+/, 'until: 2099-01-01T00:00:00Z'),
  );
  const network = join(workspace, 'network.yaml');
  // Nobody is asked, and nobody could be.
  writeFileSync(network, 'simulated: false\nclosed: true\n');
  const measure = (line) => measured([takedown, ...line.split(' ')], workspace);
  const junit = join(workspace, 'junit.xml');
  const check = measure(`check generated --network ${network} --reporter junit=${junit}`);
  const size = (statSync(junit).size / 2 ** 20).toFixed(0);
  const names = `${LARGE.toLocaleString('en')} names that the seal keeps from being asked`;
  row(`check --reporter junit, ${names}`, `${check}, JUnit of ${size} MB`, MOST);
  row('report -o FILE.junit.xml of that', measure(`report generated -o ${junit}`), 'at most 500 MB');
  row('evidence verify of that', measure('evidence verify generated'), MOST);
  rmSync(workspace, { recursive: true });
}

async function answered(row, { takedown, workspace }) {
  const what = `check, ${ANSWERED.toLocaleString('en')} names over nsd and a quick registry`;
  if (!installed('nsd')) return row(what, 'not measured: nsd is not installed', MOST);
  await workspaceOf(workspace, ANSWERED, (text) =>
    text.replace(/^seal: .*$/m, '').replace(/^case: .*$/m, '$&\nrehearsal: true'),
  );
  const world = join(workspace, 'world');
  const script = fileURLToPath(new URL('quick-world.js', import.meta.url));
  const servers = spawn(process.execPath, [script, world, String(ANSWERED)], { stdio: 'ignore' });
  const ended = new Promise((resolve) => servers.once('exit', resolve));
  try {
    const network = join(world, 'network.yaml');
    await fileAt(network, servers);
    const check = measured([takedown, 'check', 'generated', '--network', network], workspace);
    const runs = join(workspace, 'cases', 'generated', 'runs');
    const octets = readdirSync(runs).reduce((sum, file) => sum + statSync(join(runs, file)).size, 0);
    row(what, `${check}, of files of ${(octets / 2 ** 20).toFixed(0)} MB`, MOST);
  } finally {
    servers.kill('SIGTERM');
    await ended;
  }
  rmSync(workspace, { recursive: true });
}

async function workspaceOf(workspace, names, change) {
  mkdirSync(join(workspace, 'cases'), { recursive: true });
  await generate({ folder: join(workspace, 'cases'), names, runs: 0 });
  const file = join(workspace, 'cases', 'generated', 'case.yaml');
  writeFileSync(file, change(readFileSync(file, 'utf8')));
}

function measured(command, cwd) {
  const { megabytes, seconds } = costOf(command, { cwd, env: { NO_COLOR: '1' }, timeout: MINUTES });
  return `${megabytes.toFixed(0)} MB, ${seconds.toFixed(0)} s of a processor`;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const { mkdtempSync } = await import('node:fs');
  const { tmpdir } = await import('node:os');
  const folder = mkdtempSync(join(tmpdir(), 'takedown-bench-'));
  const takedown = fileURLToPath(new URL('../bin/takedown.js', import.meta.url));
  try {
    await largeCheckBench((...cells) => console.log(cells.join(' | ')), { takedown, folder });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
