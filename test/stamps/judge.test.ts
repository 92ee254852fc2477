// Time stamps of a real authority (openssl), and of ones that are not what they should be: each has one plain reason.
import { createHash, randomBytes } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { judgeStamp, type StampExpected } from '../../src/stamps/judge.ts';
import { readReply } from '../../src/stamps/read.ts';
import { nonceOf, stampRequest } from '../../src/stamps/request.ts';
import { trustedIn } from '../../src/stamps/trusted.ts';
import {
  AS_IT_SHOULD_BE,
  type Authority,
  NO_OPENSSL,
  openAuthority,
  WITHOUT_OPENSSL,
} from '../support/time-stamp-authority.ts';

const DATA = Buffer.from('a run of a case\n');
const OF = createHash('sha256').update(DATA).digest('hex');
const NONCE = nonceOf((count) => randomBytes(count));
const opened: Authority[] = [];
afterAll(() => {
  for (const authority of opened) authority.close();
});

function authority(form: Parameters<typeof openAuthority>[0] = {}): Authority {
  const one = openAuthority(form);
  opened.push(one);
  return one;
}

const asked = (one: Authority) => one.reply(stampRequest({ of: OF, nonce: NONCE }));
const judged = (octets: Uint8Array, by?: Authority, more: Partial<StampExpected> = {}) => {
  const trusted = by === undefined ? undefined : trustedIn(by.root);
  return judgeStamp(octets, { of: OF, ...(trusted && { trusted }), ...more });
};

describe.skipIf(NO_OPENSSL)(`a stamp of an authority${WITHOUT_OPENSSL}`, () => {
  it.each([
    ['an elliptic key', {}],
    ['RSA', { key: 'rsa:2048' }],
    ['SHA-512', { signerDigest: 'sha512', essDigest: 'sha512' }],
    ['the older attribute, which has SHA-1', { essDigest: 'sha1' }],
    [
      'a certificate in between',
      { between: ['basicConstraints=critical,CA:TRUE,pathlen:0', 'keyUsage=critical,keyCertSign'] },
    ],
  ] as const)('with %s is what it says, for us and for openssl', (_what, form) => {
    const one = authority(form);
    const answer = asked(one);
    const found = judged(answer, one, { nonce: NONCE });
    expect(found).toMatchObject({
      ok: true,
      stamp: {
        of: OF,
        policy: '1.3.6.1.4.1.99999.1',
        by: 'O=Practice, CN=Practice signer',
        serial: '02',
        accuracy: 1500,
      },
      root: 'O=Practice, CN=Practice root',
    });
    const [answerFile, dataFile] = [join(one.folder, 'kept.tsr'), join(one.folder, 'data')];
    writeFileSync(answerFile, answer);
    writeFileSync(dataFile, DATA);
    expect(one.accepts(answerFile, dataFile)).toBe(true);
    expect(Math.abs(Date.parse(found.ok ? found.stamp.at : '') - Date.now())).toBeLessThan(600_000);
  });
});

/** What the authority stated in an answer. */
function contentOf(answer: Uint8Array): Buffer {
  const reply = readReply(answer);
  if (reply.is !== 'token') throw new Error(reply.why);
  return Buffer.from(reply.token.content);
}

const FOR_STAMPS = 'extendedKeyUsage=critical,timeStamping';

describe.skipIf(NO_OPENSSL)(`what is no stamp of these octets${WITHOUT_OPENSSL}`, () => {
  const one = NO_OPENSSL === undefined ? authority() : undefined;
  const answer = one && asked(one);
  const of = (octets: Uint8Array, more: Partial<StampExpected> = {}) => judged(octets, one, { nonce: NONCE, ...more });

  it('is of other octets, the answer to another question, or given under another policy', () => {
    if (one === undefined || answer === undefined) return;
    expect(of(answer, { of: createHash('sha256').update('other').digest('hex') })).toEqual({
      ok: false,
      fault: 'other-octets',
      why: 'is of other octets',
    });
    expect(of(answer, { nonce: nonceOf((count) => randomBytes(count)) })).toMatchObject({ fault: 'other-question' });
    const silent = one.reply(stampRequest({ of: OF, nonce: NONCE, policy: '1.3.6.1.4.1.99999.2' }));
    expect(of(silent, { policy: '1.3.6.1.4.1.99999.2' })).toMatchObject({ ok: true });
    expect(of(answer, { policy: '1.3.6.1.4.1.99999.2' })).toMatchObject({
      fault: 'other-policy',
      why: 'was given under the policy 1.3.6.1.4.1.99999.1, and not under 1.3.6.1.4.1.99999.2',
    });
  });

  it('was refused by the authority, which says why', () => {
    if (one === undefined) return;
    expect(of(one.reply(stampRequest({ of: OF, nonce: NONCE, policy: '1.2.3' })))).toEqual({
      ok: false,
      fault: 'rejected',
      why: 'was refused by the authority (status 2): it does not have that policy; "Requested policy is not supported."',
    });
    expect(of(one.reply(Buffer.from('not a question')))).toMatchObject({ fault: 'rejected' });
  });

  it.each([
    ['nothing', Buffer.alloc(0)],
    ['a page', Buffer.from('<!doctype html><title>It works</title>')],
    ['noise', randomBytes(3000)],
    ['what opens without end', Buffer.concat(Array(20_000).fill(Buffer.of(0x30, 0x80)))],
    ['a granted answer without a stamp', Buffer.of(0x30, 5, 0x30, 3, 2, 1, 0)],
  ])('is %s', (_what, octets) => {
    expect(of(octets)).toMatchObject({ ok: false, fault: 'unreadable' });
  });

  it('is larger than any', () => {
    expect(of(Buffer.alloc(300_000))).toMatchObject({ fault: 'unreadable', why: 'is larger than any honest one' });
  });

  it('was cut off', () => {
    if (answer === undefined) return;
    for (const length of [1, 20, 200, answer.length - 300, answer.length - 1])
      expect(of(answer.subarray(0, length)), `${length}`).toMatchObject({ ok: false });
  });

  it('has a bit changed: then it is refused, or says what it said', () => {
    if (answer === undefined || one === undefined) return;
    const sound = of(answer);
    for (let bit = 3; bit < answer.length * 8; bit += 101) {
      const other = Buffer.from(answer);
      other[bit >> 3] = (other[bit >> 3] ?? 0) ^ (1 << (bit & 7));
      const found = of(other);
      if (found.ok) expect(found, `bit ${bit}`).toEqual(sound);
    }
  });

  it('comes from an authority that nobody trusts here', () => {
    const other = authority();
    expect(judged(asked(other), one)).toMatchObject({
      ok: false,
      fault: 'untrusted',
      why: 'comes from nobody whom the trusted certificates vouch for',
      stamp: { of: OF },
    });
    expect(judged(asked(other))).toMatchObject({ ok: true });
    expect(judged(asked(other))).not.toHaveProperty('root');
  });

  it('was made by somebody else for the same words', () => {
    if (one === undefined || answer === undefined) return;
    expect(of(one.forge(contentOf(answer)))).toMatchObject({ ok: true });
    const other = authority().forge(contentOf(answer));
    expect(of(other)).toMatchObject({ fault: 'untrusted' });
  });
});

describe.skipIf(NO_OPENSSL)(`a signer who may not${WITHOUT_OPENSSL}`, () => {
  const content = (one: Authority) => contentOf(asked(one));

  it.each([
    ['has no purpose', ['basicConstraints=CA:FALSE'], 'is signed with a certificate that is not for time stamps'],
    [
      'has another purpose',
      ['extendedKeyUsage=critical,codeSigning'],
      'is signed with a certificate that is not for time stamps alone',
    ],
    [
      'has a second purpose',
      ['extendedKeyUsage=critical,timeStamping,emailProtection'],
      'is signed with a certificate that is not for time stamps alone',
    ],
    [
      'has a purpose that may be passed over',
      ['extendedKeyUsage=timeStamping'],
      'is signed with a certificate whose purpose may be passed over (not critical)',
    ],
    [
      'has a key for other things',
      [FOR_STAMPS, 'keyUsage=critical,keyAgreement'],
      'is signed with a key that may not sign',
    ],
  ])('%s', (_what, extensions, why) => {
    const sound = authority();
    const one = authority({ extensions });
    expect(judged(one.forge(content(sound)), one)).toEqual({ ok: false, fault: 'signer', why });
  });

  it.each([
    ['is no longer valid', ['20000101000000Z', '20200101000000Z']],
    ['is not valid yet', ['20950101000000Z', '20991231235959Z']],
  ] as const)('%s', (_what, valid) => {
    const one = authority({ valid });
    const found = judged(one.forge(content(authority())), one);
    const why = 'was signed with a certificate that was not valid at its instant';
    expect(found).toEqual({ ok: false, fault: 'signer', why });
  });

  it('has a key that is too short', () => {
    const one = authority({ key: 'rsa:1024' });
    expect(judged(one.forge(content(authority())), one)).toMatchObject({
      fault: 'signer',
      why: 'is signed with a key of 1024 bits, which proves nothing',
    });
  });

  it('is vouched for by one who may not vouch, or not for this', () => {
    const through = (between: readonly string[]) => {
      const one = authority({ between });
      const found = judged(asked(one), one);
      return found.ok ? 'ok' : found.why;
    };
    const CA = 'basicConstraints=critical,CA:TRUE';
    const names = 'nameConstraints=critical,permitted;DNS:example.org';
    expect(through(['basicConstraints=CA:FALSE', 'keyUsage=critical,digitalSignature'])).toBe(
      'comes from nobody whom the trusted certificates vouch for',
    );
    expect(through([CA, 'extendedKeyUsage=serverAuth'])).toBe(
      'leads through a certificate that is not for time stamps',
    );
    expect(through([CA, names])).toBe('leads through a certificate with a limit that is not understood here');
    expect(through([CA])).toBe('ok');
  });

  it('leads in circles, and the search ends', () => {
    const one = authority();
    for (const [a, b] of [
      ['first', 'second'],
      ['second', 'first'],
    ] as const) {
      one.openssl(
        'req',
        '-config',
        'authority.cnf',
        '-x509',
        '-newkey',
        'ec',
        '-pkeyopt',
        'ec_paramgen_curve:prime256v1',
        '-nodes',
        '-keyout',
        `${a}.key`,
        '-subj',
        `/CN=${a}`,
        '-extensions',
        'root',
        '-out',
        `${a}-own.pem`,
      );
      expect(b).not.toBe(a);
    }
    const crossed = ([who, by]: readonly [string, string]) => {
      one.openssl('x509', '-in', `${who}-own.pem`, '-x509toreq', '-signkey', `${who}.key`, '-out', `${who}.csr`);
      one.openssl(
        'x509',
        '-req',
        '-in',
        `${who}.csr`,
        '-CA',
        `${by}-own.pem`,
        '-CAkey',
        `${by}.key`,
        '-set_serial',
        '7',
        '-days',
        '9999',
        '-extfile',
        'authority.cnf',
        '-extensions',
        'root',
        '-out',
        `${who}.pem`,
      );
    };
    crossed(['first', 'second']);
    crossed(['second', 'first']);
    one.openssl(
      'x509',
      '-req',
      '-in',
      'signer.csr',
      '-CA',
      'first-own.pem',
      '-CAkey',
      'first.key',
      '-set_serial',
      '8',
      '-days',
      '9999',
      '-extfile',
      'authority.cnf',
      '-extensions',
      'signer',
      '-out',
      'signer.pem',
    );
    writeFileSync(
      join(one.folder, 'chain.pem'),
      ['first.pem', 'second.pem'].map((file) => readFileSync(join(one.folder, file), 'utf8')).join(''),
    );
    const octets = asked(one);
    expect(judged(octets, one)).toMatchObject({ fault: 'untrusted' });
    const trusted = trustedIn(readFileSync(join(one.folder, 'second-own.pem'), 'utf8'));
    expect(judgeStamp(octets, { of: OF, ...(trusted && { trusted }) })).toMatchObject({ ok: true, root: 'CN=second' });
  });
});

describe.skipIf(NO_OPENSSL)(`a signature of another kind${WITHOUT_OPENSSL}`, () => {
  const told = (how: readonly string[], form: Parameters<typeof openAuthority>[0] = {}) => {
    const one = authority(form);
    const found = judged(one.forge(contentOf(asked(one)), how), one);
    return found.ok ? 'ok' : found.why;
  };
  const KIND = ['-econtent_type', '1.2.840.113549.1.9.16.1.4'];

  it('counts only where it says what it is for, of whom, and by a digest that holds', () => {
    expect(told(AS_IT_SHOULD_BE)).toBe('ok');
    expect(told([...AS_IT_SHOULD_BE, '-keyid'])).toBe('ok');
    expect(told([...AS_IT_SHOULD_BE, '-keyopt', 'rsa_padding_mode:pss'], { key: 'rsa:2048' })).toBe('ok');
    expect(told(['-cades', '-md', 'sha256'])).toBe('is a signed text of another kind');
    expect(told([...KIND, '-md', 'sha256'])).toBe('does not hold the certificate that its signature names');
    expect(told([...KIND, '-cades', '-md', 'sha1'])).toBe(
      'rests on a digest that proves nothing, or that is not known here',
    );
    expect(told([...KIND, '-noattr'])).toBe('has a signature that says nothing of itself');
    expect(told([...AS_IT_SHOULD_BE, '-nocerts'])).toBe('does not hold the certificate that its signature names');
  });

  it('is one and not two', () => {
    const second = [...AS_IT_SHOULD_BE, '-signer', 'root.pem', '-inkey', 'root.key'];
    expect(told(second, { between: ['basicConstraints=critical,CA:TRUE'] })).toBe('does not have one signature');
  });
});

it('what is trusted is read from PEM, whatever else stands there', () => {
  for (const text of ['', 'certificate', '-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n'])
    expect(trustedIn(text)).toBeUndefined();
});
