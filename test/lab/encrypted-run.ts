// The whole program with the distribution's unbound as an encrypted resolver, over TLS and over HTTP/2. Started with the
// certificate's authority in NODE_EXTRA_CA_CERTS; prints one JSON document: what each command said.
import type { ChildProcess } from 'node:child_process';
import { createConnection } from 'node:net';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { caseFile } from '../support/case-file.ts';
import { writeFiles } from '../support/folders.ts';
import { takedown } from '../support/takedown.ts';
import { startServer } from './programs.ts';

const CASE = 'one.rehearsal';
const PORTS = { tls: 8853, https: 8443 };
/** The second place has a certificate that names somebody else. */
const PLACES = [
  `tls://dns.example@127.0.0.1:${PORTS.tls}`,
  'https://dns.example/dns-query',
  `tls://other.example@127.0.0.1:${PORTS.tls}`,
];

const [, , folder = ''] = process.argv;

writeFiles(folder, {
  'unbound.conf': `server:
  interface: 127.0.0.1@${PORTS.tls}
  interface: 127.0.0.1@${PORTS.https}
  tls-port: ${PORTS.tls}
  https-port: ${PORTS.https}
  tls-service-key: "${folder}/dns.key"
  tls-service-pem: "${folder}/dns.pem"
  use-syslog: no
  username: ""
  chroot: ""
  directory: "${folder}"
  pidfile: "${folder}/unbound.pid"
  local-zone: "test." static
  local-data: "moved.test. 60 IN A 192.0.2.1"
  local-data: "moved.test. 60 IN NS ns1.sinkhole.example."
  local-data: ". 60 IN NS ns1.sinkhole.example."
remote-control:
  control-enable: no
`,
  'network.yaml': `simulated: true
clock: 2026-01-07T15:00:00Z
dns:
  resolvers: [${PLACES.map((place) => `"${place}"`).join(', ')}]
  routes: { dns.example: "127.0.0.1:${PORTS.https}" }
rdap: { bootstrap: "http://127.0.0.1:9/" }
`,
  [`cases/${CASE}/case.yaml`]: caseFile({ id: CASE }),
  [`cases/${CASE}/names.txt`]: 'moved.test\n',
  'cases/recipients.yaml': `recipients:
  registry: { name: Registry, role: registry-operator, tlds: [test], reach: ordered, because: a test, jurisdiction: Nowhere, illustrative: true }
`,
});

const unbound = startServer('unbound', ['-d', '-c', join(folder, 'unbound.conf')]);
try {
  await listening(unbound, PORTS.tls);
  const on = ['--network', 'network.yaml'];
  const lookup = await takedown(folder, ['lookup', 'moved.test', '--json', '--raw', ...on]);
  const doctor = await takedown(folder, ['doctor', '--json', ...on]);
  const check = await takedown(folder, ['check', CASE, '--json', '--fail-on', 'never', ...on]);
  const verified = await takedown(folder, ['evidence', 'verify', CASE, '--json']);
  const shown = await takedown(folder, ['evidence', 'show', CASE, 'moved.test']);
  process.stdout.write(JSON.stringify({ lookup, doctor, check, verified, shown }));
} finally {
  unbound.kill();
}

async function listening(server: ChildProcess, port: number): Promise<void> {
  for (let tries = 0; tries < 100 && server.exitCode === null; tries += 1) {
    const open = await new Promise<boolean>((resolve) => {
      const socket = createConnection({ host: '127.0.0.1', port });
      socket.once('connect', () => resolve(true)).once('error', () => resolve(false));
      socket.once('connect', () => socket.destroy());
    });
    if (open) return;
    await wait(50);
  }
  throw new Error('unbound does not listen');
}
