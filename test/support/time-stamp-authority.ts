// A time-stamping authority of the test's own: keys and certificates made by openssl when it is opened, answers by `openssl ts`.
import { execFileSync, spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import type { Listening } from '../../src/rehearsal/sockets.ts';
import { emptyFolder, removeFolder, writeFiles } from './folders.ts';
import { openServer } from './loopback.ts';

/** Why tests that need it are left out; `undefined`: they are not. */
export const NO_OPENSSL = spawnSync('openssl', ['version']).status === 0 ? undefined : 'openssl is not installed';

/** For the title of what is left out. */
export const WITHOUT_OPENSSL = NO_OPENSSL === undefined ? '' : ` (left out: ${NO_OPENSSL})`;

interface AuthorityForm {
  /** As `openssl req -newkey` takes it. */
  readonly key?: 'ec' | 'rsa:2048' | 'rsa:1024';
  /** Of the signer's certificate, as openssl writes them. */
  readonly extensions?: readonly string[];
  /** Of the signer's certificate: `YYYYMMDDHHMMSSZ`. */
  readonly valid?: readonly [from: string, to: string];
  /** With a certificate between the root and the signer; its extensions. */
  readonly between?: readonly string[];
  readonly signerDigest?: string;
  readonly essDigest?: string;
  /** Lines of the section for `openssl ts`. */
  readonly settings?: readonly string[];
}

export interface Authority {
  readonly folder: string;
  /** PEM. */
  readonly root: string;
  readonly rootFile: string;
  /** The answer to a question, both in DER. */
  reply(question: Uint8Array): Buffer;
  /** An answer with this content, signed as any text is: `openssl ts` itself would refuse to sign what is not in order. */
  forge(content: Uint8Array, how?: readonly string[]): Buffer;
  /** In the authority's folder. */
  openssl(...args: readonly string[]): void;
  /** What `openssl ts -verify` says of an answer about a file. */
  accepts(answerFile: string, dataFile: string): boolean;
  close(): void;
}

/** For `openssl cms`: the kind of content, and the certificate's digest among what is signed (RFC 5035). */
export const AS_IT_SHOULD_BE = ['-econtent_type', '1.2.840.113549.1.9.16.1.4', '-cades', '-md', 'sha256'] as const;

const TIME_STAMPING = ['basicConstraints=CA:FALSE', 'extendedKeyUsage=critical,timeStamping'];
const MAY_SIGN_OTHERS = ['basicConstraints=critical,CA:TRUE', 'keyUsage=critical,keyCertSign,cRLSign'];

export function openAuthority(form: AuthorityForm = {}): Authority {
  const folder = emptyFolder();
  const openssl = (...args: readonly string[]) => execFileSync('openssl', args, { cwd: folder, stdio: 'pipe' });
  writeFiles(folder, { 'authority.cnf': settingsOf(form), 'index.txt': '', serial: '01\n', 'ts-serial': '01\n' });
  const key = form.key ?? 'ec';
  const newKey = key === 'ec' ? ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1'] : ['-newkey', key];
  const sub = (name: string) => ['-nodes', '-keyout', `${name}.key`, '-subj', `/O=Practice/CN=Practice ${name}`];
  const common = ['-config', 'authority.cnf'];
  openssl(
    'req',
    ...common,
    '-x509',
    ...newKey,
    ...sub('root'),
    '-days',
    '36500',
    '-extensions',
    'root',
    '-out',
    'root.pem',
  );
  const issue = (name: string, by: string) => {
    openssl('req', ...common, '-new', ...newKey, ...sub(name), '-out', `${name}.csr`);
    const [from, to] = (name === 'signer' && form.valid) || ['20000101000000Z', '20991231235959Z'];
    const who = [
      '-keyfile',
      `${by}.key`,
      '-cert',
      `${by}.pem`,
      '-extensions',
      name,
      '-startdate',
      from,
      '-enddate',
      to,
    ];
    openssl('ca', ...common, '-batch', '-notext', ...who, '-in', `${name}.csr`, '-out', `${name}.pem`);
  };
  if (form.between !== undefined) issue('between', 'root');
  issue('signer', form.between === undefined ? 'root' : 'between');
  writeFileSync(
    join(folder, 'chain.pem'),
    readFileSync(join(folder, form.between === undefined ? 'root.pem' : 'between.pem')),
  );
  const rootFile = join(folder, 'root.pem');
  return {
    folder,
    root: readFileSync(rootFile, 'utf8'),
    rootFile,
    reply(question) {
      writeFileSync(join(folder, 'question.tsq'), question);
      openssl('ts', '-reply', ...common, '-section', 'stamps', '-queryfile', 'question.tsq', '-out', 'answer.tsr');
      return readFileSync(join(folder, 'answer.tsr'));
    },
    forge(content, how = AS_IT_SHOULD_BE) {
      writeFileSync(join(folder, 'content'), content);
      const form = ['-binary', '-nodetach', '-outform', 'DER', '-certfile', 'chain.pem', '-nosmimecap'];
      const who = ['-signer', 'signer.pem', '-inkey', 'signer.key'];
      openssl('cms', '-sign', ...form, ...who, ...how, '-in', 'content', '-out', 'token');
      const token = readFileSync(join(folder, 'token'));
      const inside = Buffer.concat([Buffer.of(0x30, 3, 2, 1, 0), token]);
      return Buffer.concat([Buffer.of(0x30, 0x82, inside.length >> 8, inside.length & 255), inside]);
    },
    openssl: (...args) => void openssl(...args),
    accepts(answerFile, dataFile) {
      const args = ['ts', '-verify', '-in', answerFile, '-data', dataFile, '-CAfile', rootFile];
      return spawnSync('openssl', args, { cwd: folder }).status === 0;
    },
    close: () => removeFolder(folder),
  };
}

function settingsOf({ extensions, between, signerDigest, essDigest, settings = [] }: AuthorityForm): string {
  return `[req]
distinguished_name = name
prompt = no
[name]
CN = unused
[root]
${MAY_SIGN_OTHERS.join('\n')}
subjectKeyIdentifier = hash
[between]
${(between ?? []).join('\n')}
subjectKeyIdentifier = hash
authorityKeyIdentifier = keyid
[signer]
${(extensions ?? TIME_STAMPING).join('\n')}
subjectKeyIdentifier = hash
authorityKeyIdentifier = keyid
[ca]
default_ca = practice
[practice]
database = index.txt
serial = serial
new_certs_dir = .
default_md = sha256
policy = any
unique_subject = no
[any]
organizationName = optional
commonName = supplied
[stamps]
serial = ts-serial
signer_cert = signer.pem
signer_key = signer.key
certs = chain.pem
signer_digest = ${signerDigest ?? 'sha256'}
default_policy = 1.3.6.1.4.1.99999.1
other_policies = 1.3.6.1.4.1.99999.2
digests = sha256
accuracy = secs:1, millisecs:500
clock_precision_digits = 3
ess_cert_id_alg = ${essDigest ?? 'sha256'}
tsa_name = yes
${settings.join('\n')}
`;
}

export type Answering = (question: Buffer, response: ServerResponse, request: IncomingMessage) => void;

/** Answers over HTTP on loopback, as the test says. */
export function openStampServer(answer: Answering): Promise<Listening> {
  const server = createServer((request, response) => {
    buffer(request).then(
      (question) => answer(question, response, request),
      () => undefined,
    );
  });
  return openServer(server);
}

export function inEarnest(authority: Authority): Answering {
  return (question, response) => {
    const answer = authority.reply(question);
    response.writeHead(200, { 'content-type': 'application/timestamp-reply', 'content-length': answer.length });
    response.end(answer);
  };
}
