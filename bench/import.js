// A million generated names into an empty schedule, against `wc -l` and `sort -u` of the same file. Processor time, since others may
// be at work on the machine; memory at its peak.
import { spawnSync } from 'node:child_process';
import { appendFileSync, copyFileSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { memoryOf } from './measure.js';

const MILLION = 1_000_000;
const ENDS = ['com', 'net', 'org', 'info', 'biz', 'ru', 'cc', 'top', 'xyz', 'example'];
const ROUNDS = 3;

export async function importBench(row, { takedown, folder }) {
  const workspace = join(folder, 'million');
  const home = join(workspace, 'cases', 'generated');
  mkdirSync(home, { recursive: true });
  writeFileSync(join(home, 'case.yaml'), CASE);
  writeFileSync(join(workspace, 'empty.txt'), 'first.example\n');
  writeFileSync(join(workspace, 'list.txt'), list());
  const start = () => {
    copyFileSync(join(workspace, 'empty.txt'), join(home, 'generated.txt'));
    rmSync(join(home, 'imports.yaml'), { force: true });
    rmSync(join(home, 'imports'), { force: true, recursive: true });
  };
  const command = [takedown, 'import', 'generated', 'list.txt', '--accept', 'sure', '--by', 'bench'];
  const ratios = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    const measure =
      processorTime(['wc', '-l', 'list.txt'], workspace) + processorTime(['sort', '-u', 'list.txt'], workspace);
    start();
    ratios.push(processorTime([process.execPath, ...command], workspace) / measure);
  }
  start();
  const memory = memoryOf(command, { cwd: workspace });
  const ratio = ratios.sort((a, b) => a - b)[Math.floor(ROUNDS / 2)] ?? 0;
  const limit = 'at most 6 ×, 400 MB';
  row('import of 1,000,000 names', `${ratio.toFixed(1)} × (wc -l + sort -u), ${memory.toFixed(0)} MB`, limit);
  appendFileSync(join(workspace, 'list.txt'), 'hxxps://odd[.]example/login\n');
  const answered = [...command, '--answer', `line ${MILLION + 1}=drop`];
  start();
  const seconds = processorTime([process.execPath, ...answered], workspace);
  start();
  const most = memoryOf(answered, { cwd: workspace });
  row('the same with one odd line', `${seconds.toFixed(1)} s, ${most.toFixed(0)} MB`, 'at most 10 s, 600 MB');
}

/** Seconds, user and system, as the shell counts them. */
function processorTime(command, cwd) {
  const quoted = command.map((word) => `'${word}'`).join(' ');
  const script = `TIMEFORMAT='%U %S'; time ${quoted} > /dev/null`;
  const { stderr, status } = spawnSync('bash', ['-c', script], {
    cwd,
    encoding: 'utf8',
    env: { ...process.env, LC_ALL: 'C' },
  });
  if (status !== 0) throw new Error(stderr);
  const [user = 0, system = 0] = stderr.trim().split('\n').at(-1)?.split(' ').map(Number) ?? [];
  return user + system;
}

/** Spread by a step that shares no factor with the count, so that nothing comes in order. */
function list() {
  const lines = [];
  for (let at = 0; at < MILLION; at += 1) {
    const figure = (at * 611_953) % MILLION;
    lines.push(`${(figure * 2_654_435_761).toString(36)}${figure}.${ENDS[at % ENDS.length]}\n`);
  }
  return lines.join('');
}

const CASE = `case: generated
title: Bench v. John Does 1-2
court: { name: Court of Examples, time-zone: America/New_York }
docket: 1:26-cv-00001
petitioner: { name: Bench }
schedules:
  generated: { file: generated.txt }
orders:
  - id: tro
    kind: temporary-restraining-order
    entered: 2026-03-02T10:00:00-05:00
    expires: { after: 14 days }
    paragraphs:
      - number: "1"
        text: No such name may be registered.
        directed-to: [registry-operator]
        applies-to: generated
        relief:
          - { kind: not-registrable }
`;
