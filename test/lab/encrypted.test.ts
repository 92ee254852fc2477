// Encrypted resolvers as the distribution has them: unbound over TLS (RFC 7858) and over HTTP/2 (RFC 8484). Needs the packages unbound,
// iproute2 and util-linux, and root (a network namespace, in which its ports are free).
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, it } from 'vitest';
import { selfSigned } from '../support/certificate.ts';
import type { Ran } from '../support/takedown.ts';
import { bundled } from './bundled.ts';
import { mayMakeNamespace, missingPrograms } from './programs.ts';

const missing = missingPrograms(['unbound', 'ip', 'unshare', 'setpriv']);
const asked = process.env['TAKEDOWN_LAB'] === '1';
const possible = asked && missing.length === 0 && mayMakeNamespace();
const absent = missing.length === 0 ? 'no network namespace may be made here' : `not installed: ${missing.join(', ')}`;
const reason = asked ? absent : 'TAKEDOWN_LAB=1 asks for it';

const root = fileURLToPath(new URL('../..', import.meta.url));
const TLS = 'tls://dns.example@127.0.0.1:8853';
const HTTPS = 'https://dns.example/dns-query';
const OTHER = 'tls://other.example@127.0.0.1:8853';

interface Looked {
  readonly sightings: readonly { readonly lookup: string; readonly server: string }[];
  readonly trace: readonly { readonly transport: string; readonly server: string; readonly question: string }[];
}

describe.skipIf(!possible)(`encrypted resolvers${possible ? '' : ` (left out: ${reason})`}`, () => {
  let ran: Readonly<Record<'lookup' | 'doctor' | 'check' | 'verified' | 'shown', Ran>>;

  beforeAll(async () => {
    const folder = mkdtempSync(join(tmpdir(), 'takedown-encrypted-'));
    try {
      // Packages that are not bundled are found beside it.
      symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'));
      const outfile = join(folder, 'encrypted-run.mjs');
      await bundled(join(root, 'test/lab/encrypted-run.ts'), outfile);
      const { certificate, key } = selfSigned('dns.example');
      writeFileSync(join(folder, 'dns.pem'), certificate);
      writeFileSync(join(folder, 'dns.key'), key);
      const line = `ip link set lo up && exec "${process.execPath}" "${outfile}" "${folder}"`;
      const out = execFileSync('unshare', ['-n', 'sh', '-c', line], {
        encoding: 'utf8',
        timeout: 100_000,
        maxBuffer: 1 << 26,
        env: { ...process.env, NODE_EXTRA_CA_CERTS: join(folder, 'dns.pem') },
      });
      ran = JSON.parse(out);
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  }, 120_000);

  it('answer over either way as they would in the clear, and a certificate of another host gives nothing', () => {
    const [looked]: readonly Looked[] = JSON.parse(ran.lookup.out).names;
    const seen = (server: string) =>
      looked?.sightings.find((one) => one.lookup === 'resolver' && one.server === server);
    for (const server of [TLS, HTTPS]) {
      expect(seen(server), server).toMatchObject({
        outcome: 'facts',
        facts: { hosts: { apex: { a: { addresses: ['192.0.2.1'] } }, random: { a: { answer: 'no-such-name' } } } },
      });
    }
    expect(seen(OTHER)).toMatchObject({ outcome: 'failure', failure: 'tls', detail: 'ERR_TLS_CERT_ALTNAME_INVALID' });
    const secure = looked?.trace.filter(({ transport }) => transport === 'tls') ?? [];
    expect(new Set(secure.map(({ server }) => server))).toEqual(
      new Set(['dns.example:8853', 'dns.example', 'other.example:8853']),
    );
    expect(secure.map(({ question }) => question)).toContain('A moved.test +rd');
  });

  it('doctor tells which one answers', () => {
    const { checks } = JSON.parse(ran.doctor.out);
    const found = (place: string) =>
      checks.find((one: { readonly check: string; readonly group: string }) => one.check === `resolver ${place}`);
    expect([TLS, HTTPS, OTHER].map((place) => found(place)?.condition)).toEqual(['fine', 'fine', 'not-so']);
    expect(found(OTHER).text).toContain('ERR_TLS_CERT_ALTNAME_INVALID');
  });

  it('the evidence is sound, reads as it was read, and is printed as a message', () => {
    expect(ran.check.code).toBe(0);
    const { findings } = JSON.parse(ran.verified.out);
    expect(findings.filter(({ kind }: { readonly kind: string }) => kind !== 'not-reread')).toEqual([]);
    expect(findings.filter(({ lookup }: { readonly lookup: string }) => lookup === 'resolver')).toEqual([]);
    expect(ran.shown.out).toContain('POST /dns-query HTTP/2');
    expect(ran.shown.out).toMatch(/moved\.test\.\s+\d+\s+IN\s+A\s+192\.0\.2\.1/);
  });
});
