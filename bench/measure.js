// Times whole processes in turn (A B A B …), so that a machine whose speed drifts spoils no ratio. Nothing here is asserted:
// a benchmark prints numbers, and a person reads them.
import { spawnSync } from 'node:child_process';

/** Written by each thread of a child at its end on file descriptor 3: the largest resident set of the process, in kilobytes, and its processor time, in microseconds. */
const REPORT = `data:text/javascript,import{writeSync}from'node:fs';process.on('exit',()=>{try{const u=process.resourceUsage();writeSync(3,u.maxRSS+' '+(u.userCPUTime+u.systemCPUTime)+';')}catch{}})`;

function once(command, { cwd, env }) {
  const started = performance.now();
  const child = spawnSync(process.execPath, command, {
    cwd,
    env: { ...process.env, ...env },
    stdio: ['ignore', 'ignore', 'pipe'],
    timeout: 120_000,
  });
  const took = performance.now() - started;
  if (child.status !== 0) throw new Error(`node ${command.join(' ')} ended with ${child.status}: ${child.stderr}`);
  return took;
}

/** The largest resident set of a command, in megabytes, from a run of its own. */
export function memoryOf(command, circumstances) {
  return costOf(command, circumstances).megabytes;
}

/** The same with its processor time, in seconds. */
export function costOf(command, { cwd, env, timeout = 120_000 } = {}) {
  const child = spawnSync(process.execPath, ['--import', REPORT, ...command], {
    cwd,
    env: { ...process.env, ...env },
    stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
    timeout,
  });
  const said = String(child.output[3]).split(';').filter(Boolean);
  const [kilobytes, microseconds] = [0, 1].map((at) => Math.max(...said.map((one) => Number(one.split(' ')[at]))));
  return { megabytes: kilobytes / 1024, seconds: microseconds / 1e6 };
}

/** Written at the end of a child: its largest resident set in kilobytes, and the processor time of all its threads in microseconds. */
const REPORT_ALL = `data:text/javascript,import{writeSync}from'node:fs';process.on('exit',()=>{try{const{maxRSS,userCPUTime,systemCPUTime}=process.resourceUsage();writeSync(3,maxRSS+' '+(userCPUTime+systemCPUTime)+'\\n')}catch{}})`;

/** What one run of a command takes: megabytes at the peak, seconds of processor time. */
export function spentIn(command, { cwd, env } = {}) {
  const child = spawnSync(process.execPath, ['--import', REPORT_ALL, ...command], {
    cwd,
    env: { ...process.env, ...env },
    stdio: ['ignore', 'ignore', 'pipe', 'pipe'],
    timeout: 300_000,
  });
  if (child.status !== 0) throw new Error(`node ${command.join(' ')} ended with ${child.status}: ${child.stderr}`);
  const told = String(child.output[3])
    .trim()
    .split('\n')
    .map((line) => line.split(' ').map(Number));
  const most = (at) => Math.max(...told.map((line) => line[at]));
  return { megabytes: most(0) / 1024, seconds: most(1) / 1e6 };
}

/** Rounds of all commands in turn after one that is not counted; milliseconds, sorted, by the command's title. */
export function inTurn(commands, { rounds, ...circumstances }) {
  const times = new Map(commands.map(({ title }) => [title, []]));
  for (let round = -1; round < rounds; round += 1) {
    for (const { title, command } of commands) {
      const took = once(command, circumstances);
      if (round >= 0) times.get(title)?.push(took);
    }
  }
  for (const list of times.values()) list.sort((a, b) => a - b);
  return times;
}

export function median(sorted) {
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}
