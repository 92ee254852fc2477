// The whole program where nothing can be reached: in a network namespace of its own, `empty` without even a loopback interface,
// `swallowed` with a resolver of the system that answers nobody. Prints one JSON document: what each command said.
import { execFileSync } from 'node:child_process';
import { createSocket } from 'node:dgram';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { caseFile } from '../support/case-file.ts';
import { writeFiles } from '../support/folders.ts';
import { takedown } from '../support/takedown.ts';

const [, , how] = process.argv;

const RECIPIENTS = `recipients:
  registry:
    name: Registry Ltd
    role: registry-operator
    tlds: [com, org, de]
    reach: ordered
    because: a test
    jurisdiction: United States
    illustrative: true
`;

const folder = mkdtempSync(join(tmpdir(), 'takedown-nowhere-'));
try {
  process.stdout.write(JSON.stringify(how === 'swallowed' ? await swallowed() : await empty()));
} finally {
  rmSync(folder, { recursive: true, force: true });
}

async function empty() {
  writeFiles(folder, {
    'cases/nowhere/case.yaml': caseFile({ id: 'nowhere' }).replace('rehearsal: true\n', ''),
    'cases/nowhere/names.txt': 'alpha.com\nbravo.org\ncharlie.de\n',
    'cases/recipients.yaml': RECIPIENTS,
  });
  const check = await takedown(folder, ['check', 'nowhere', '--fail-on', 'unknown', '--json']);
  const status = await takedown(folder, ['status', 'nowhere', '--json']);
  const verified = await takedown(folder, ['evidence', 'verify', 'nowhere', '--json']);
  const shown = await takedown(folder, ['show', 'nowhere', 'alpha.com', '--json']);
  return { check, status, verified, shown };
}

/** Takes every question in and never answers. */
async function swallowed() {
  execFileSync('ip', ['link', 'set', 'lo', 'up']);
  writeFileSync(join(folder, 'resolv.conf'), 'nameserver 127.0.0.1\nsearch one.test two.test\n');
  execFileSync('mount', ['--bind', join(folder, 'resolv.conf'), '/etc/resolv.conf']);
  const hole = createSocket('udp4').bind(53, '127.0.0.1');
  await once(hole, 'listening');
  try {
    return { doctor: await takedown(folder, ['doctor', '--json']) };
  } finally {
    hole.close();
    execFileSync('umount', ['/etc/resolv.conf']);
  }
}
