// What is really sent, seen on the wire: no packet goes to an address that the guard or the seal forbids, whatever DNS, WHOIS and
// RDAP answers say. Needs root (a network namespace) and the packages iproute2, mount, util-linux and tcpdump.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, it } from 'vitest';
import { rootServers } from '../../src/lookups/walk/roots.ts';
import { selfSigned } from '../support/certificate.ts';
import { bundled } from './bundled.ts';
import { mayMakeNamespace, missingPrograms } from './programs.ts';
import { FORBIDDEN } from './wire-answers.ts';
import { PLACES, RESOLVERS } from './wire-places.ts';

const missing = missingPrograms(['ip', 'unshare', 'mount', 'tcpdump']);
const asked = process.env['TAKEDOWN_LAB'] === '1';
const possible = asked && missing.length === 0 && mayMakeNamespace();
const absent = missing.length === 0 ? 'no network namespace may be made here' : `not installed: ${missing.join(', ')}`;
const reason = asked ? absent : 'TAKEDOWN_LAB=1 asks for it';

const root = fileURLToPath(new URL('../..', import.meta.url));

describe.skipIf(!possible)(`on the wire${possible ? '' : ` (left out: ${reason})`}`, () => {
  let seen: readonly string[];
  let seenSealed: readonly string[];
  let said: Readonly<Record<string, { readonly code: number; readonly out: string; readonly show?: string }>>;

  beforeAll(async () => {
    const folder = mkdtempSync(join(tmpdir(), 'takedown-wire-build-'));
    try {
      symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'));
      const outfile = join(folder, 'wire-run.mjs');
      await bundled(join(root, 'test/lab/wire-run.ts'), outfile);
      const certificates = ['data.iana.org', 'rdap.nic.bid'].map((host) => {
        const { certificate, key } = selfSigned(host);
        return { host, cert: certificate, key };
      });
      writeFileSync(join(folder, 'ca.pem'), certificates.map(({ cert }) => cert).join(''));
      writeFileSync(join(folder, 'certificates.json'), JSON.stringify(certificates));
      const out = execFileSync('unshare', ['-n', '-m', process.execPath, outfile, join(folder, 'certificates.json')], {
        encoding: 'utf8',
        timeout: 150_000,
        maxBuffer: 1 << 26,
        env: { ...process.env, NODE_EXTRA_CA_CERTS: join(folder, 'ca.pem') },
      });
      ({ seen, seenSealed, said } = JSON.parse(out));
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  }, 170_000);

  it('is a counter that sees what leaves, and servers that are asked', () => {
    expect(seen).toContain('10.99.99.99');
    expect(seen).toEqual(
      expect.arrayContaining([PLACES.tld, PLACES.whois, PLACES.rdap, PLACES.bootstrap, ...RESOLVERS]),
    );
  });

  it('sends nothing to where the answers lead', () => {
    const allowed = new Set<string>([
      ...['10.99.99.99', '127.0.0.1', '198.19.255.254', '2a0f:ffff::2'],
      ...Object.values(PLACES),
      ...RESOLVERS,
      ...rootServers([]).flatMap(({ addresses }) => addresses),
    ]);
    expect(seen.filter((to) => !allowed.has(to))).toEqual([]);
    expect(seen.filter((to) => FORBIDDEN.includes(to))).toEqual([]);
  });

  it('says of each trap that its address may not be dialled', () => {
    const { sealed: _, ...traps } = said;
    for (const [name, { out }] of Object.entries(traps)) expect(out, name).toContain('guarded');
  });

  it('sends nothing to whom the seal excludes, and asks registry and parent', () => {
    expect(seenSealed).toEqual(expect.arrayContaining([PLACES.tld, PLACES.whois, PLACES.rdap]));
    expect(seenSealed).not.toContain(PLACES.old);
    expect(said['sealed']?.show).toContain(`ns1.sealed-name.bid`);
  });
});
