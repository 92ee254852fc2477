// The distribution's own name servers as processes of a laboratory: nsd for authorities, unbound and BIND as resolvers, ldns
// for keys and signatures. Each writes its settings into the laboratory's folder and is ended with it.
import { type ChildProcess, execFile, spawn, spawnSync } from 'node:child_process';
import { createSocket } from 'node:dgram';
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { isIPv6 } from 'node:net';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { promisify } from 'node:util';

export type Program =
  | 'nsd'
  | 'unbound'
  | 'named'
  | 'delv'
  | 'dig'
  | 'ip'
  | 'unshare'
  | 'mount'
  | 'tcpdump'
  | 'ldns-keygen'
  | 'ldns-signzone'
  | 'ldns-key2ds'
  | 'ldns-verify-zone'
  | 'dnssec-signzone'
  | 'setpriv'
  | 'script'
  | 'strace';

/** What stands in the way of the laboratory on this machine; empty when it can run. */
export function missingPrograms(wanted: readonly Program[]): readonly string[] {
  const places = ['/usr/sbin', '/usr/bin', '/usr/local/sbin', '/usr/local/bin', '/sbin', '/bin'];
  const there = new Set(places.flatMap(filesIn));
  return wanted.filter((program) => !there.has(program));
}

function filesIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}

/** Some containers do not let even root make a network namespace. */
export function mayMakeNamespace(): boolean {
  return spawnSync('unshare', ['-n', 'true'], { timeout: 5_000 }).status === 0;
}

/** The base name of the key's files. */
export function makeKey(folder: string, zone: string, algorithm = 'ECDSAP256SHA256'): Promise<string> {
  const size = algorithm.startsWith('RSA') ? ['-b', '2048'] : [];
  return outputOf('ldns-keygen', ['-a', algorithm, ...size, '-k', zone], folder);
}

export async function outputOf(program: Program, args: readonly string[], folder: string): Promise<string> {
  const { stdout } = await promisify(execFile)(program, args, { cwd: folder });
  return stdout.trim();
}

/** The DS record of a key, as a line of a zone file. */
export function dsOfKey(folder: string, key: string): Promise<string> {
  return outputOf('ldns-key2ds', ['-n', '-2', `${key}.key`], folder);
}

/** The key's DNSKEY record, as a trust anchor file has it. */
export function anchorText(folder: string, key: string): string {
  return readFileSync(join(folder, `${key}.key`), 'utf8');
}

export interface Signing {
  readonly file: string;
  readonly zone: string;
  readonly text: string;
  readonly key: string;
  /** How far the signatures reach, as YYYYMMDD; absent: from now on for four weeks. */
  readonly valid?: { readonly from: string; readonly until: string };
  /** Further words for the signer, such as those that ask for NSEC3. */
  readonly with?: readonly string[];
}

/** Writes the zone and signs it; the name of the signed file. */
export async function signZone(
  folder: string,
  { file, zone, text, key, valid, with: words = [] }: Signing,
): Promise<string> {
  writeFileSync(join(folder, file), text);
  const dates = valid === undefined ? [] : ['-i', valid.from, '-e', valid.until];
  await outputOf('ldns-signzone', [...dates, ...words, '-o', zone, file, key], folder);
  return `${file}.signed`;
}

/** Ends with the process that starts it, also where that is killed or fails before it has ended anything. */
export function startServer(program: Program, args: readonly string[]): ChildProcess {
  return spawn('setpriv', ['--pdeathsig', 'KILL', program, ...args], { stdio: 'ignore' });
}

export interface Authority {
  readonly id: string;
  readonly addresses: readonly string[];
  /** Zone files by zone. */
  readonly zones: ReadonlyMap<string, string>;
}

export function startNsd(folder: string, { id, addresses, zones }: Authority): ChildProcess {
  const own = join(folder, id);
  mkdirSync(own);
  const settings = [
    'server:',
    ...addresses.map((address) => `  ip-address: ${address}@53`),
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
  return startServer('nsd', ['-d', '-c', join(own, 'nsd.conf')]);
}

export interface Recursor {
  readonly id: string;
  readonly address: string;
  readonly validates: boolean;
  /** The root's servers, as lines of a hints file. */
  readonly hints: string;
  /** The root's DNSKEY record. */
  readonly anchor: string;
  /** The instant at which signatures are judged; absent: the machine's own time. */
  readonly at?: string;
}

export function startUnbound(folder: string, { id, address, validates, hints, anchor, at }: Recursor): ChildProcess {
  writeFileSync(join(folder, `${id}.hints`), hints);
  writeFileSync(join(folder, `${id}.anchor`), anchor);
  const settings = [
    'server:',
    `  interface: ${address}`,
    '  do-not-query-localhost: no',
    `  root-hints: "${folder}/${id}.hints"`,
    ...(validates ? [`  trust-anchor-file: "${folder}/${id}.anchor"`] : []),
    ...['test', 'example', 'invalid'].map((zone) => `  local-zone: "${zone}." nodefault`),
    `  module-config: "${validates ? 'validator iterator' : 'iterator'}"`,
    '  access-control: 0.0.0.0/0 allow',
    '  ede: yes',
    ...(at === undefined ? [] : [`  val-override-date: "${at.replace(/\D/g, '').slice(0, 14)}"`]),
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
  writeFileSync(join(folder, `${id}.conf`), settings.join('\n'));
  return startServer('unbound', ['-d', '-c', join(folder, `${id}.conf`)]);
}

/** BIND listens only where an interface has the address. It cannot be told a time, only not to mind one that is over. */
export function startBind(folder: string, { id, address, validates, hints, anchor, at }: Recursor): ChildProcess {
  const own = join(folder, id);
  mkdirSync(own);
  writeFileSync(join(own, 'hints'), hints);
  const [, flags = '257', protocol = '3', algorithm = '13', key = ''] =
    /DNSKEY\s+(\d+)\s+(\d+)\s+(\d+)\s+([A-Za-z0-9+/= ]+)/.exec(anchor) ?? [];
  const settings = `options {
  directory "${own}"; pid-file none; session-keyfile none; managed-keys-directory "${own}";
  listen-on { ${address}; }; listen-on-v6 { none; };
  recursion yes; allow-recursion { any; }; allow-query { any; };
  dnssec-validation ${validates ? 'yes' : 'no'}; empty-zones-enable no; qname-minimization off;
  dnssec-accept-expired ${at === undefined ? 'no' : 'yes'};
};
controls { };
trust-anchors { . static-key ${flags} ${protocol} ${algorithm} "${key.replaceAll(' ', '')}"; };
zone "." { type hint; file "hints"; };
`;
  writeFileSync(join(own, 'named.conf'), settings);
  return startServer('named', ['-f', '-4', '-c', join(own, 'named.conf')]);
}

/** `. SOA`, recursion desired. */
const ROOT_SOA = Uint8Array.of(0x4b, 0x1d, 1, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0, 6, 0, 1);

/** Until each of them has answered a question, whatever it says. Throws after ten seconds. */
export async function untilTheyAnswer(addresses: readonly string[]): Promise<void> {
  await Promise.all(addresses.map(untilItAnswers));
}

async function untilItAnswers(address: string): Promise<void> {
  for (let tries = 0; tries < 200; tries += 1) {
    if (await answers(address)) return;
    await wait(30);
  }
  throw new Error(`nothing answers at ${address}`);
}

function answers(address: string): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = createSocket(isIPv6(address) ? 'udp6' : 'udp4');
    const end = (is: boolean) => {
      clearTimeout(timer);
      socket.close();
      resolve(is);
    };
    const timer = setTimeout(() => end(false), 1_000);
    socket.once('message', () => end(true));
    socket.once('error', () => end(false));
    socket.connect(53, address, () => socket.send(ROOT_SOA));
  });
}

/** Ends the processes and removes the folder. */
export async function endAll(folder: string, running: readonly ChildProcess[]): Promise<void> {
  for (const process of running) process.kill('SIGTERM');
  for (
    let tries = 0;
    tries < 30 && running.some(({ exitCode, signalCode }) => exitCode === null && signalCode === null);
  ) {
    tries += 1;
    await wait(50);
  }
  for (const process of running) if (process.exitCode === null && process.signalCode === null) process.kill('SIGKILL');
  rmSync(folder, { recursive: true, force: true });
}
