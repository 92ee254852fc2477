// A real authoritative server of the distribution on loopback, with a generated zone of delegations, for as long as a measurement takes.
import { spawn, spawnSync } from 'node:child_process';
import { createSocket } from 'node:dgram';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';

export const installed = (program) => spawnSync('which', [program]).status === 0;

/** Delegations as a TLD has them, and the questions for them in dnsperf's form. */
export function writeZone(folder, names) {
  const list = Array.from(
    { length: names },
    (_, index) => `d${((index * 2654435761) % 2 ** 32).toString(36)}x${index}`,
  );
  const head = [
    '$ORIGIN test.',
    '$TTL 300',
    '@ SOA a.nic admin.nic 1 600 300 86400 300',
    '@ NS a.nic',
    'a.nic A 127.0.0.1',
  ];
  const records = list.flatMap((name) => [`${name} NS ns1.sinkhole`, `${name} NS ns2.sinkhole`]);
  const glue = ['ns1.sinkhole A 192.0.2.1', 'ns2.sinkhole A 192.0.2.2'];
  writeFileSync(join(folder, 'test.zone'), [...head, ...records, ...glue, ''].join('\n'));
  const questions = join(folder, 'questions');
  writeFileSync(questions, list.map((name) => `${name}.test NS\n`).join(''));
  return questions;
}

/** Its receive buffer is set in its own configuration, so that what it loses does not count against those who ask it. */
function configuration({ folder, title, zones }, port) {
  const head = `server:
  ip-address: 127.0.0.1@${port}
  server-count: 1
  username: ""
  chroot: ""
  zonesdir: "${folder}"
  database: ""
  zonelistfile: "${join(folder, `${title}.list`)}"
  xfrdfile: "${join(folder, `${title}.xfrd`)}"
  pidfile: ""
  receive-buffer-size: 4194304
  send-buffer-size: 4194304
remote-control:
  control-enable: no
`;
  return head + zones.map(({ name, file }) => `zone:\n  name: "${name}"\n  zonefile: "${file}"\n`).join('');
}

export function startServer(folder, core) {
  return startNsd({ folder, title: 'nsd', core, zones: [{ name: 'test.', file: 'test.zone' }] });
}

/** Zone files lie in `folder`; `core`: the one that it is held to, absent: any. */
export async function startNsd(wanted) {
  const { folder, title, core, zones } = wanted;
  const port = await freePort();
  const file = join(folder, `${title}.conf`);
  writeFileSync(file, configuration(wanted, port));
  const command = ['nsd', '-d', '-c', file];
  const [program, ...args] = core === undefined ? command : ['taskset', '-c', String(core), ...command];
  const child = spawn(program, args, { stdio: 'ignore' });
  try {
    await answers(port, zones[0].name);
  } catch (error) {
    child.kill('SIGTERM');
    throw error;
  }
  const ended = new Promise((resolve) => child.once('exit', resolve));
  return {
    port,
    stop() {
      child.kill('SIGTERM');
      return ended;
    },
  };
}

function freePort() {
  const socket = createSocket('udp4');
  return new Promise((resolve) => {
    socket.bind(0, '127.0.0.1', () => {
      const { port } = socket.address();
      socket.close(() => resolve(port));
    });
  });
}

/** Asks for the zone's SOA until it is there. */
async function answers(port, zone) {
  const labels = zone.split('.').filter((label) => label !== '');
  const name = labels.map((label) => String.fromCharCode(label.length) + label).join('');
  const query = Buffer.from(`\0\x01\0\0\0\x01\0\0\0\0\0\0${name}\0\0\x06\0\x01`, 'latin1');
  for (let tries = 0; tries < 300; tries += 1) {
    const socket = createSocket('udp4');
    const heard = new Promise((resolve) => {
      socket.once('message', (octets) => resolve((octets[3] & 15) === 0));
      setTimeout(() => resolve(false), 200);
    });
    socket.on('error', () => undefined);
    socket.send(query, port, '127.0.0.1');
    const well = await heard;
    socket.close();
    if (well) return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error('nsd did not answer');
}
