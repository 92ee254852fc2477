// Sixteen ways to bring a line of one's own into the head of a mail. Each ends as text, or stops before a mail is made.
import PostalMime from 'postal-mime';
import { describe, expect, it } from 'vitest';
import { TakedownError } from '../../src/model/takedown-error.ts';
import { compose } from '../../src/post/compose.ts';
import type { MailParts } from '../../src/post/parts.ts';
import { CSV, headOf, parts } from './support.ts';

const EVIL = 'Bcc: evil@attacker.example';
const to = (address: string, name?: string) => ({ to: [name === undefined ? { address } : { name, address }] });
const attached = (file: string, media = 'text/csv') => ({ attachments: [{ file, media, octets: CSV }] });

const PRINTED: Readonly<Record<string, Partial<MailParts>>> = {
  'a subject with CR LF': { subject: `Order\r\n${EVIL}` },
  'a subject with LF': { subject: `Order\n${EVIL}` },
  'a subject with a Unicode line separator': { subject: `Order\u2028${EVIL}\u0085${EVIL}` },
  'a name with CR LF': to('legal@registry.example', `Legal\r\n${EVIL}`),
  'a name that closes its quotes': to('legal@registry.example', `x" <evil@attacker.example>, "y`),
  'a name with an encoded line break': to('legal@registry.example', `=?utf-8?Q?x=0D=0A${EVIL}?=`),
  'a text that looks like a head': { text: `${EVIL}\r\n\r\nSubject: other\r\n.\r\nMAIL FROM:<evil@attacker.example>` },
};

const REFUSED: Readonly<Record<string, Partial<MailParts>>> = {
  'an address with CR LF': to(`legal@registry.example\r\n${EVIL}`),
  'an address that is two': to('legal@registry.example, evil@attacker.example'),
  'an address that closes its brackets': to('a@b.example> , <evil@attacker.example'),
  'a copy with a group': { cc: [{ address: 'x:evil@attacker.example;' }] },
  'a sender with LF': { from: { address: `jane@law.example\n${EVIL}` } },
  'an answering address with a name inside': { replyTo: { address: 'Evil <evil@attacker.example>' } },
  'a Message-ID with CR LF': { messageId: `<a@law.example>\r\n${EVIL}` },
  'a reference with CR LF': { references: [`<a@law.example>\r\n${EVIL}`] },
  'an attachment name with CR LF': attached(`a.csv"\r\n${EVIL}`),
  'an attachment name that leads elsewhere': attached('../../etc/passwd'),
  'a media type with CR LF': attached('a.csv', `text/csv\r\n${EVIL}`),
  'a subject of nothing but control characters': { subject: '\r\n\u202e' },
};

describe('injection into the head', () => {
  it.each(Object.entries(PRINTED))('%s is printed', async (_, more) => {
    const octets = await compose(parts(more));
    const plain = headOf(await compose(parts()));
    const keys = (lines: readonly string[]) => lines.map((line) => line.slice(0, line.indexOf(':')));
    expect(keys(headOf(octets))).toEqual(keys(plain));
    const read = await PostalMime.parse(octets);
    expect(read.bcc).toBeUndefined();
    expect([...(read.to ?? []), ...(read.cc ?? [])].map(({ address }) => address)).toEqual([
      'legal@registry.example',
      'clerk@law.example',
    ]);
    expect(read.attachments).toHaveLength(2);
  });

  it.each(Object.entries(REFUSED))('%s stops', async (_, more) => {
    const stop = await compose(parts(more)).catch((error: unknown) => error);
    expect(stop).toBeInstanceOf(TakedownError);
    expect(stop).toMatchObject({ kind: 'input', code: 'wrong-mail-part' });
  });
});
