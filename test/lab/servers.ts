// Starts the distribution's own servers on loopback: nsd for every authority, unbound as the validating resolver.
// A parent and a child never share a process: a server that had both would answer from the child and hide the delegation.
import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { ADDRESSES, childZones, parentZone, rootZone } from './zones.ts';

export interface Lab {
  readonly folder: string;
  close(): Promise<void>;
}

export async function startLab(): Promise<Lab> {
  const folder = mkdtempSync(join(tmpdir(), 'takedown-lab-'));
  const running: ChildProcess[] = [];
  const parentKey = key(folder, 'test.');
  sign(folder, { file: 'parent1.zone', zone: 'test.', text: parentZone('parent1'), key: parentKey });
  sign(folder, { file: 'parent2.zone', zone: 'test.', text: parentZone('parent2'), key: parentKey });
  const dsOfTest = execFileSync('ldns-key2ds', ['-n', '-2', `${parentKey}.key`], {
    cwd: folder,
    encoding: 'utf8',
  }).trim();
  const rootKey = key(folder, '.');
  sign(folder, { file: 'root.zone', zone: '.', text: rootZone(dsOfTest), key: rootKey });
  running.push(nsd(folder, 'root', new Map([['.', 'root.zone.signed']])));
  running.push(nsd(folder, 'parent1', new Map([['test.', 'parent1.zone.signed']])));
  running.push(nsd(folder, 'parent2', new Map([['test.', 'parent2.zone.signed']])));
  for (const server of ['sink1', 'sink2', 'old'] as const) {
    const files = new Map<string, string>();
    for (const [name, text] of childZones(server)) {
      writeFileSync(join(folder, `${server}-${name}.zone`), text);
      files.set(`${name}.`, `${server}-${name}.zone`);
    }
    running.push(nsd(folder, server, files));
  }
  running.push(unbound(folder, rootKey));
  await wait(1_500);
  return {
    folder,
    async close() {
      for (const process of running) process.kill('SIGTERM');
      await wait(300);
      for (const process of running) if (process.exitCode === null) process.kill('SIGKILL');
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

function key(folder: string, zone: string): string {
  return execFileSync('ldns-keygen', ['-a', 'ECDSAP256SHA256', '-k', zone], { cwd: folder, encoding: 'utf8' }).trim();
}

function sign(
  folder: string,
  { file, zone, text, key }: { file: string; zone: string; text: string; key: string },
): void {
  writeFileSync(join(folder, file), text);
  execFileSync('ldns-signzone', ['-o', zone, file, key], { cwd: folder });
}

function nsd(folder: string, server: keyof typeof ADDRESSES, zones: ReadonlyMap<string, string>): ChildProcess {
  const own = join(folder, server);
  mkdirSync(own);
  const settings = [
    'server:',
    `  ip-address: ${ADDRESSES[server]}@53`,
    '  username: ""',
    '  chroot: ""',
    '  database: ""',
    '  server-count: 1',
    `  zonesdir: "${folder}"`,
    `  pidfile: "${own}/nsd.pid"`,
    `  zonelistfile: "${own}/zone.list"`,
    `  xfrdfile: "${own}/xfrd.state"`,
    `  xfrdir: "${own}"`,
    '  rrl-ratelimit: 0',
    'remote-control:',
    '  control-enable: no',
    ...[...zones].flatMap(([name, file]) => ['zone:', `  name: "${name}"`, `  zonefile: "${file}"`]),
    '',
  ];
  writeFileSync(join(own, 'nsd.conf'), settings.join('\n'));
  return spawn('nsd', ['-d', '-c', join(own, 'nsd.conf')], { stdio: 'ignore' });
}

function unbound(folder: string, rootKey: string): ChildProcess {
  writeFileSync(join(folder, 'hints'), `. 3600 NS a.root.test.\na.root.test. 3600 A ${ADDRESSES.root}\n`);
  writeFileSync(join(folder, 'anchor'), readFileSync(join(folder, `${rootKey}.key`)));
  const settings = [
    'server:',
    `  interface: ${ADDRESSES.resolver}`,
    '  do-not-query-localhost: no',
    `  root-hints: "${folder}/hints"`,
    `  trust-anchor-file: "${folder}/anchor"`,
    '  local-zone: "test." nodefault',
    '  module-config: "validator iterator"',
    '  access-control: 127.0.0.0/8 allow',
    '  ede: yes',
    '  do-daemonize: no',
    '  do-ip6: no',
    '  username: ""',
    '  chroot: ""',
    `  directory: "${folder}"`,
    '  pidfile: ""',
    '  logfile: ""',
    'remote-control:',
    '  control-enable: no',
    '',
  ];
  writeFileSync(join(folder, 'unbound.conf'), settings.join('\n'));
  return spawn('unbound', ['-d', '-c', join(folder, 'unbound.conf')], { stdio: 'ignore' });
}

/** What stands in the way of the laboratory on this machine; empty when it can run. */
export function missingForLab(): readonly string[] {
  const places = ['/usr/sbin', '/usr/bin', '/usr/local/sbin', '/usr/local/bin'];
  const there = new Set(
    places.flatMap((place) => {
      try {
        return readdirSync(place);
      } catch {
        return [];
      }
    }),
  );
  return ['nsd', 'unbound', 'ldns-keygen', 'ldns-signzone', 'ldns-key2ds'].filter((program) => !there.has(program));
}
