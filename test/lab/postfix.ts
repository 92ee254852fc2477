// The distribution's Postfix on loopback, with its own folder, queue and mailboxes, and without the system's services: one
// port with STARTTLS under an authority made here by openssl, one without any TLS.
import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import {
  chmodSync,
  chownSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { listening, portOf } from '../../src/rehearsal/sockets.ts';

export interface Postfix {
  readonly folder: string;
  /** PEM of the authority. */
  readonly ca: string;
  readonly ports: { readonly starttls: number; readonly plain: number };
  /** The next mail in a mailbox, as the server wrote it. */
  arrived(mailbox: string): Promise<Buffer>;
  close(): Promise<void>;
}

const MAILBOXES = ['legal@registry.example', 'desk@registry.example', 'jane@law.example'];

export async function startPostfix(): Promise<Postfix> {
  const folder = mkdtempSync(join(tmpdir(), 'takedown-postfix-'));
  // Its processes run as a user of their own and must reach what is in there.
  chmodSync(folder, 0o755);
  const ca = makeCertificates(folder);
  const ports = { starttls: await freePort(), plain: await freePort() };
  for (const name of ['config', 'queue', 'data', 'mail']) mkdirSync(join(folder, name));
  const owner = idOf('-u');
  const group = idOf('-g');
  for (const name of ['data', 'mail']) chownSync(join(folder, name), owner, group);
  writeFileSync(join(folder, 'config', 'main.cf'), mainSettings(folder, { owner, group }));
  writeFileSync(join(folder, 'config', 'master.cf'), services(ports));
  writeFileSync(join(folder, 'config', 'mailboxes'), MAILBOXES.map((box) => `${box} ${box}/\n`).join(''));
  const server = spawn('postfix', ['-c', join(folder, 'config'), 'start-fg'], { stdio: 'ignore' });
  await answering(ports.starttls);
  return {
    folder,
    ca,
    ports,
    arrived: (mailbox) => arrived(join(folder, 'mail', mailbox, 'new')),
    close: () => stop(server, folder),
  };
}

function makeCertificates(folder: string): string {
  const openssl = (...args: readonly string[]) => execFileSync('openssl', [...args], { cwd: folder, stdio: 'ignore' });
  const key = ['-newkey', 'rsa:2048', '-nodes'];
  openssl('req', '-x509', ...key, '-keyout', 'ca.key', '-out', 'ca.pem', '-days', '30', '-subj', '/CN=Lab authority');
  openssl('req', ...key, '-keyout', 'server.key', '-out', 'server.csr', '-subj', '/CN=localhost');
  writeFileSync(join(folder, 'names'), 'subjectAltName=DNS:localhost\n');
  const by = ['-CA', 'ca.pem', '-CAkey', 'ca.key', '-CAcreateserial', '-extfile', 'names'];
  openssl('x509', '-req', '-in', 'server.csr', ...by, '-days', '30', '-out', 'server.pem');
  return readFileSync(join(folder, 'ca.pem'), 'utf8');
}

function mainSettings(folder: string, { owner, group }: { owner: number; group: number }): string {
  return [
    'compatibility_level = 3.6',
    `queue_directory = ${folder}/queue`,
    `data_directory = ${folder}/data`,
    `maillog_file = ${folder}/mail.log`,
    `maillog_file_prefixes = ${folder}`,
    'myhostname = mail.lab.example',
    'mydestination =',
    'inet_interfaces = 127.0.0.1',
    'inet_protocols = ipv4',
    'mynetworks = 127.0.0.0/8',
    'alias_maps =',
    'alias_database =',
    // Nothing leaves this machine, whatever is handed in.
    'default_transport = error: the laboratory delivers to its own mailboxes only',
    'virtual_mailbox_domains = registry.example law.example',
    `virtual_mailbox_base = ${folder}/mail`,
    `virtual_mailbox_maps = texthash:${folder}/config/mailboxes`,
    `virtual_uid_maps = static:${owner}`,
    `virtual_gid_maps = static:${group}`,
    'virtual_minimum_uid = 1',
    'smtpd_reject_unlisted_recipient = yes',
    'smtpd_tls_security_level = may',
    `smtpd_tls_cert_file = ${folder}/server.pem`,
    `smtpd_tls_key_file = ${folder}/server.key`,
    '',
  ].join('\n');
}

function services({ starttls, plain }: Postfix['ports']): string {
  return [
    `127.0.0.1:${starttls} inet n - n - - smtpd`,
    `127.0.0.1:${plain} inet n - n - - smtpd`,
    '  -o smtpd_tls_security_level=none',
    'postlog unix-dgram n - n - 1 postlogd',
    'cleanup unix n - n - 0 cleanup',
    'qmgr unix n - n 300 1 qmgr',
    'rewrite unix - - n - - trivial-rewrite',
    'bounce unix - - n - 0 bounce',
    'defer unix - - n - 0 bounce',
    'trace unix - - n - 0 bounce',
    'error unix - - n - - error',
    'retry unix - - n - - error',
    'discard unix - - n - - discard',
    'virtual unix - n n - - virtual',
    'proxymap unix - - n - - proxymap',
    'anvil unix - - n - 1 anvil',
    'tlsmgr unix - - n 1000? 1 tlsmgr',
    '',
  ].join('\n');
}

function idOf(flag: '-u' | '-g'): number {
  return Number(execFileSync('id', [flag, 'postfix'], { encoding: 'utf8' }));
}

async function freePort(): Promise<number> {
  const server = createServer();
  await listening(server);
  const port = portOf(server);
  await new Promise((closed) => server.close(closed));
  return port;
}

async function answering(port: number): Promise<void> {
  for (let tries = 0; tries < 100; tries += 1) {
    try {
      execFileSync('bash', ['-c', `exec 3<>/dev/tcp/127.0.0.1/${port} && head -c 3 <&3`], {
        timeout: 5_000,
        stdio: 'pipe',
      });
      return;
    } catch {
      await wait(100);
    }
  }
  throw new Error('Postfix does not answer');
}

async function arrived(folder: string): Promise<Buffer> {
  for (let tries = 0; tries < 200; tries += 1) {
    const [file] = filesIn(folder);
    if (file !== undefined) {
      const octets = readFileSync(join(folder, file));
      rmSync(join(folder, file));
      return octets;
    }
    await wait(50);
  }
  throw new Error(`nothing arrived in ${folder}`);
}

function filesIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}

/** The master ends its children with itself; it leads a group of its own, so it is found by what it wrote down. */
async function stop(server: ChildProcess, folder: string): Promise<void> {
  const master = Number(readFileSync(join(folder, 'queue', 'pid', 'master.pid'), 'utf8'));
  process.kill(master, 'SIGTERM');
  for (let tries = 0; tries < 100 && server.exitCode === null && server.signalCode === null; tries += 1) await wait(50);
  rmSync(folder, { recursive: true, force: true });
}

/** What stands in the way on this machine; empty when it can run. */
export function missingForMail(): readonly string[] {
  const missing = ['/usr/sbin/postfix', '/usr/bin/openssl', '/usr/lib/python3/dist-packages/dkim'].filter((path) => {
    try {
      execFileSync('test', ['-e', path]);
      return false;
    } catch {
      return true;
    }
  });
  return process.getuid?.() === 0 ? missing : [...missing, 'root'];
}
