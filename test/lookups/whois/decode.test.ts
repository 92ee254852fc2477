import { describe, expect, it } from 'vitest';
import { decode } from '../../../src/lookups/whois/decode.ts';
import { judgeReply } from '../../../src/lookups/whois/reply.ts';
import { name } from '../../support/values.ts';
import { ICANN, octets } from './samples.ts';

const bytes = (...parts: readonly (string | readonly number[])[]) =>
  Buffer.concat(parts.map((part) => (typeof part === 'string' ? Buffer.from(part, 'utf8') : Buffer.from(part))));

describe('octets without a charset', () => {
  it.each([
    ['UTF-8', bytes('Pétitioner 日本\n'), 'Pétitioner 日本\n'],
    ['Latin-1', bytes('P', [0xe9], 'titioner S', [0xe3], 'o\n'), 'Pétitioner São\n'],
    ['one line of each', bytes('P', [0xe9], 't\nPét\n'), 'Pét\nPét\n'],
    ['UTF-16 with its mark', Buffer.from('\ufeffDomain: x\n', 'utf16le'), 'Domain: x\n'],
    ['UTF-16 the other way round', Buffer.from('\ufeffDomain: x\n', 'utf16le').swap16(), 'Domain: x\n'],
    ['Shift_JIS, which is marked', bytes('[Name] ', [0x93, 0xfa, 0x96, 0x7b], ' Ltd\n'), '[Name] \ufffd{ Ltd\n'],
    ['EUC-KR, which is marked', bytes('Name: ', [0xb0, 0xa1, 0xb3, 0xaa, 0xb4, 0xd9], '\n'), 'Name: \ufffd\n'],
    ['nothing', bytes(), ''],
  ])('%s', (_, given, text) => expect(decode(given)).toBe(text));
});

async function judge(given: Uint8Array) {
  return judgeReply({ name: name('seized.example'), host: 'whois.nic.example', octets: given });
}

describe('a record', () => {
  const [before = '', after = ''] = ICANN.split('Custodian Registrar, Inc.');

  it('whose registrar is written in another charset names none, and is a record', async () => {
    const outcome = await judge(bytes(before, [0xb0, 0xa1, 0xb3, 0xaa, 0xb4, 0xd9], ' Ltd', after));
    expect(outcome).toMatchObject({ outcome: 'facts', facts: { registrar: { ianaId: 9999 } } });
    expect(outcome).not.toHaveProperty('facts.registrar.name');
  });

  it('in UTF-16 is read, NULs between the letters or not', async () => {
    const facts = { registrar: { name: 'Custodian Registrar, Inc.', ianaId: 9999 }, created: '2017-05-02T11:22:33Z' };
    expect(await judge(Buffer.from(`\ufeff${ICANN}`, 'utf16le'))).toMatchObject({ outcome: 'facts', facts });
    const nul = ICANN.replace('Custodian', 'Custo\u0000dian');
    expect(await judge(octets(nul))).toMatchObject({ outcome: 'facts', facts });
  });
});
