// What verifying a record costs: a real run of the rehearsal, and a large generated one in which every answer reads otherwise, so that
// nothing is let go before its time.
import { spawnSync } from 'node:child_process';
import { mkdirSync, readdirSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { generate } from './generate.js';
import { memoryOf } from './measure.js';

const LARGE = 10_000;

/** `checked`: the workspace in which the rehearsal was looked up once. */
export async function evidenceBench(row, { takedown, folder, checked }) {
  const small = { cwd: checked, env: { NO_COLOR: '1' } };
  const verify = [takedown, 'evidence', 'verify', 'phosphorus.rehearsal', '--json'];
  const { totals } = JSON.parse(outputOf(verify, small));
  const seconds = processorSeconds(verify, small);
  const each = ((seconds * 1000) / totals.observations).toFixed(2);
  row(
    'evidence verify, a run of 98 names',
    `${totals.observations} observations: ${each} ms of processor time each, ${memoryOf(verify, small).toFixed(0)} MB`,
    'at most 400 MB',
  );
  mkdirSync(join(folder, 'evidence', 'cases'), { recursive: true });
  await generate({ folder: join(folder, 'evidence', 'cases'), names: LARGE, runs: 1, evidence: true });
  const large = { cwd: join(folder, 'evidence'), env: { NO_COLOR: '1' } };
  const runs = join(folder, 'evidence', 'cases', 'generated', 'runs');
  const size = readdirSync(runs).reduce((sum, file) => sum + statSync(join(runs, file)).size, 0);
  const memory = memoryOf([takedown, 'evidence', 'verify', 'generated', '--json'], large);
  row(
    `evidence verify generated, ${LARGE.toLocaleString('en')} names`,
    `${memory.toFixed(0)} MB, of files of ${(size / 2 ** 20).toFixed(0)} MB`,
    'at most 400 MB at 100,000 names',
  );
  rmSync(join(folder, 'evidence'), { recursive: true });
}

function outputOf(command, { cwd, env }) {
  const options = { cwd, env: { ...process.env, ...env }, maxBuffer: 1 << 28, timeout: 120_000, encoding: 'utf8' };
  return spawnSync(process.execPath, command, options).stdout;
}

/** User and system time of the child alone. */
function processorSeconds(command, { cwd, env }) {
  const report = `data:text/javascript,process.on('exit',()=>{const{userCPUTime:u,systemCPUTime:s}=process.resourceUsage();process.stderr.write('cpu '+(u+s))})`;
  const options = { cwd, env: { ...process.env, ...env }, maxBuffer: 1 << 28, timeout: 120_000, encoding: 'utf8' };
  const { stderr } = spawnSync(process.execPath, ['--import', report, ...command], options);
  return Number(/cpu (\d+)/.exec(stderr)?.[1]) / 1e6;
}
