// Documents that want their reader to fetch something: no system call of the network is made while one is read, counted by strace in
// a network namespace where nothing can be reached, and what comes out is the same as with a network. Needs root and the package strace.
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { caseFile } from '../support/case-file.ts';
import { builtProgram } from '../support/child.ts';
import { emptyFolder, removeFolder, writeFiles } from '../support/folders.ts';
import { LURED, LURING } from './luring-documents.ts';
import { mayMakeNamespace, missingPrograms } from './programs.ts';

const missing = missingPrograms(['strace', 'unshare']);
const asked = process.env['TAKEDOWN_LAB'] === '1';
const possible = asked && missing.length === 0 && mayMakeNamespace() && mayTrace();
const absent = missing.length === 0 ? 'no namespace may be made here, or nothing traced' : 'not installed: strace';
const reason = asked ? absent : 'TAKEDOWN_LAB=1 asks for it';

/** What opens a socket or sends something, and what starts another program; standard streams may be sockets themselves. */
const CALLS = 'socket,connect,bind,listen,sendto,sendmsg,sendmmsg,execve,execveat';
const TRACED = ['-f', '-qq', '-e', `trace=${CALLS}`, '-o'];

function mayTrace(): boolean {
  return spawnSync('strace', ['-f', '-o', '/dev/null', 'true'], { timeout: 5_000 }).status === 0;
}

describe.skipIf(!possible)(`documents with lures${possible ? '' : ` (left out: ${reason})`}`, () => {
  let entry: string;
  let folder: string;

  beforeAll(async () => {
    entry = await builtProgram();
    folder = emptyFolder();
  }, 120_000);
  afterAll(() => removeFolder(folder));

  /** What was printed, what the schedule has, and every call of the network or of another program. */
  function ran(how: 'open' | 'closed', args: readonly string[], schedule: string) {
    const workspace = join(folder, `${how}-${args.join('-').replace(/[^a-z.-]/g, '')}`);
    mkdirSync(workspace);
    writeFiles(workspace, {
      'cases/acme/case.yaml': caseFile({ id: 'acme' }).replace('rehearsal: true\n', ''),
      'cases/acme/names.txt': '',
    });
    for (const [file, octets] of Object.entries(LURING)) writeFileSync(join(workspace, file), octets);
    const trace = join(workspace, 'trace');
    const program = [process.execPath, entry, ...args];
    const [first = '', ...words] = how === 'open' ? program : ['unshare', '-n', 'strace', ...TRACED, trace, ...program];
    const printed = execFileSync(first, words, {
      cwd: workspace,
      encoding: 'utf8',
      timeout: 60_000,
      stdio: ['ignore', 'pipe', 'pipe'],
      env: { PATH: process.env['PATH'], XDG_CACHE_HOME: join(workspace, '.cache') },
    });
    const written = readFileSync(join(workspace, 'cases/acme', schedule), 'utf8');
    // The first call is the program itself.
    const calls = how === 'open' ? [] : readFileSync(trace, 'utf8').split('\n').slice(1, -1);
    return { printed, names: written.match(/^[^#\s]+/gm), calls };
  }

  it('a call would be seen', () => {
    const trace = join(folder, 'seen');
    const dials = "require('node:net').connect(9, '192.0.2.7').on('error', () => {})";
    execFileSync('unshare', ['-n', 'strace', ...TRACED, trace, process.execPath, '-e', dials]);
    expect(readFileSync(trace, 'utf8')).toMatch(/socket\(AF_INET.*\n.*connect\(/);
  });

  it.each(Object.keys(LURING))(
    'import %s',
    (file) => {
      const args = ['import', 'acme', file, '--accept', 'all', '--by', 'Jane'];
      const closed = ran('closed', args, 'names.txt');
      expect(closed.calls).toEqual([]);
      expect(closed.names).toEqual(LURED);
      expect(ran('open', args, 'names.txt')).toEqual(closed);
    },
    130_000,
  );

  it.each(Object.keys(LURING))(
    'amend with %s',
    (file) => {
      const order = ['--order', 'more', '--kind', 'supplemental-order', '--entered', '2026-02-03T10:00:00-05:00'];
      const args = ['amend', 'acme', file, ...order, '--list', 'add', '--accept', 'sure', '--by', 'Jane', '--yes'];
      const closed = ran('closed', args, 'more.txt');
      expect(closed.calls).toEqual([]);
      expect(closed.names).toEqual(LURED);
      expect(ran('open', args, 'more.txt')).toEqual(closed);
    },
    130_000,
  );
});
