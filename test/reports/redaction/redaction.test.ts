// What a public paper leaves out: names under seal in every form, personal data by pattern, and nothing of the paper's own figures.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { SealedName } from '../../../src/model/case/sealed-names.ts';
import { redactionLog } from '../../../src/reports/redaction/log.ts';
import { openRedaction } from '../../../src/reports/redaction/redaction.ts';

const NAMES: readonly SealedName[] = [
  { name: 'outlook-verify.net', unicode: 'outlook-verify.net', registrable: 'outlook-verify.net' },
  { name: 'xn--mller-kva.example', unicode: 'müller.example', registrable: 'xn--mller-kva.example' },
  { name: 'deep.host.example', unicode: 'deep.host.example', registrable: 'host.example' },
  { name: 'a.co', unicode: 'a.co', registrable: 'a.co' },
];
const open = () => openRedaction({ names: NAMES, becauseNames: 'under seal' });
const hide = (text: string) => open().hide(text);

describe('names under seal', () => {
  it.each([
    ['outlook-verify.net', '[redacted name 1]'],
    ['OUTLOOK-VERIFY.NET.', '[redacted name 1].'],
    ['www.outlook-verify.net and ns1.outlook-verify.net', 'www.[redacted name 1] and ns1.[redacted name 1]'],
    ['outlook-verify[.]net, outlook-verify (dot) net', '[redacted name 1], [redacted name 1]'],
    ['outlook-verify。net', '[redacted name 1]'],
    ['replies/outlook-verify.net.pdf', 'replies/[redacted name 1].pdf'],
    ['2019-03-15-outlook-verify.net_order.docx', '2019-03-15-[redacted name 1]_order.docx'],
    ['https://outlook-verify.net/x?y=outlook-verify.net', 'https://[redacted name 1]/x?y=[redacted name 1]'],
    ['the folder outlook-verify', 'the folder [redacted name 1]'],
    // Whoever reads the first label knows the name.
    ['outlook-verify.network', '[redacted name 1].network'],
    ['Müller.example is xn--mller-kva.example', '[redacted name 2] is [redacted name 2]'],
    ['mu\u0308ller.example', '[redacted name 2]'],
    ['x.deep.host.example', 'x.[redacted name 3]'],
    ['other.host.example', 'other.[redacted domain of name 3]'],
    ['a.co', '[redacted name 4]'],
  ])('%s', (text, said) => expect(hide(text)).toBe(said));

  it.each(['data.com', 'a.com', 'verify.net', 'a.community', 'example', 'müller.test', 'a co'])(
    '%s is none of them',
    (text) => expect(hide(text)).toBe(text),
  );

  it('are left where there is no seal', () => {
    expect(openRedaction({ names: [], becauseNames: '' }).hide('outlook-verify.net')).toBe('outlook-verify.net');
  });

  it('never stand in what comes out, whatever stands around them', () => {
    const around = fc.string({ unit: fc.constantFrom('-', '.', '_', ' ', '/', '[.]', ')', '"', 'x', '0', '\n') });
    fc.assert(
      fc.property(around, fc.constantFrom(...NAMES), around, (before, { name, unicode }, after) => {
        for (const form of [name, unicode]) {
          const text = `${before}${form}${after}`;
          const letters = /[\p{L}\p{N}]$/u.test(before) || /^[\p{L}\p{N}]/u.test(after);
          // Glued to a letter it is another name.
          if (!letters) expect(hide(text)).not.toContain(form);
        }
      }),
    );
  });

  it('are found in a text of a hostile length in bounded time', () => {
    const long = `${'a.'.repeat(50_000)}outlook-verify.net${'-x'.repeat(50_000)}`;
    expect(hide(long)).not.toContain('outlook-verify.net');
  });
});

describe('personal data', () => {
  it.each([
    ['mail legal@registry.example now', 'mail [redacted e-mail 1] now'],
    ['Ada.Example+x@mail.example', '[redacted e-mail 1]'],
    ['ada [at] mail [dot] example', '[redacted e-mail 1]'],
    ['<20190315.4711@mail.example>', '<[redacted e-mail 1]>'],
    ['ada@outlook-verify.net', '[redacted e-mail 1]'],
    ['call +1.2025550100', 'call [redacted phone 1]'],
    ['(202) 555-0100 or 202-555-0100', '[redacted phone 1] or [redacted phone 2]'],
    ['+44 (0)20 7946 0000', '[redacted phone 1]'],
    ['Tel: 030 1234567', '[redacted phone 1]'],
    ['078-05-1120', '[redacted number 1]'],
    ['12-3456789', '[redacted number 1]'],
    ['account no. MM-4711-22', '[redacted number 1]'],
    ['GB82 WEST 1234 5698 7654 32', '[redacted number 1]'],
    ['4111 1111 1111 1111', '[redacted number 1]'],
    ['born 1 April 1970 in Berlin', '[redacted birth date 1] in Berlin'],
  ])('%s', (text, said) => expect(hide(text)).toBe(said));

  it.each([
    '1:19-cv-00716',
    'Wed 20 Mar 2019 17:00 EDT',
    '2019-03-18T14:15:02Z',
    'run 20190318T141502Z-7f3a, lines 12-15, 19, 196-197; 200-2011',
    '192.168.100.200 and 203.0.113.9 and 2001:db8:5::/48',
    `${'0123456789abcdef'.repeat(4)}`,
    'served on the account of the plaintiff in 2019',
    '99 names, 98 listed, 1,000,000 more',
    '28 U.S.C. 1746, Rules 902(13) and 902(14)',
    'IANA ID 292',
    'DS 4711 8 2',
  ])('%s stays', (text) => expect(hide(text)).toBe(text));
});

describe('the log', () => {
  it('has each mark once, with what stood there and how often', () => {
    const redaction = open();
    redaction.hide('outlook-verify.net, a@b.example, A@B.example, outlook-verify.net');
    redaction.mark({ kind: 'registrant', text: 'Never Shown Ltd', because: 'registrant data' });
    expect(redaction.log()).toEqual([
      { mark: '[redacted e-mail 1]', text: 'a@b.example', because: 'contact details, left out by choice', times: 2 },
      { mark: '[redacted name 1]', text: 'outlook-verify.net', because: 'under seal', times: 2 },
      { mark: '[redacted registrant 1]', text: 'Never Shown Ltd', because: 'registrant data', times: 0 },
    ]);
  });

  it('is a sheet in which nothing is a formula', () => {
    const row = { mark: '[redacted registrant 1]', text: '=HYPERLINK("http://evil.example")', because: 'x', times: 1 };
    expect(redactionLog([row])).toContain(`,"'=HYPERLINK(""http://evil.example"")",`);
  });
});
