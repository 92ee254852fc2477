// What a check holds in memory: the simulated internet in a process of its own, the check in another, as it is used.
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { memoryOf } from './measure.js';

const SECONDS_TO_OPEN = 240;

/** `workspace` is a folder with `cases` in it. Megabytes. */
export async function checkMemory({ takedown, workspace, rounds }) {
  const network = join(workspace, 'network.yaml');
  const serve = ['rehearse', 'phosphorus', '--serve', '--fast', '--network-out', network];
  const server = spawn(process.execPath, [takedown, ...serve], { cwd: workspace, stdio: 'ignore' });
  const ended = new Promise((resolve) => server.once('exit', resolve));
  try {
    await fileAt(network, server);
    const command = [takedown, 'check', 'phosphorus.rehearsal', '--network', network, '--fail-on', 'never'];
    const found = Array.from({ length: rounds }, () => memoryOf(command, { cwd: workspace, env: { NO_COLOR: '1' } }));
    return found.sort((a, b) => a - b);
  } finally {
    server.kill('SIGINT');
    await ended;
  }
}

/** Waits for the file that a process writes when it is up. */
export async function fileAt(path, server) {
  for (let waited = 0; waited < SECONDS_TO_OPEN * 4; waited += 1) {
    if (existsSync(path)) return;
    if (server.exitCode !== null) throw new Error(`the servers ended with ${server.exitCode}`);
    await new Promise((resolve) => setTimeout(resolve, 250));
  }
  throw new Error('the servers did not open their network');
}
