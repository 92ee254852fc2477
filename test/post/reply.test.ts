import { describe, expect, it } from 'vitest';
import type { IssuedLetter } from '../../src/model/letter/letter.ts';
import { TakedownError } from '../../src/model/takedown-error.ts';
import { compose } from '../../src/post/compose.ts';
import { LARGEST_REPLY, readReply } from '../../src/post/reply.ts';
import { letterOf } from '../../src/post/thread.ts';
import { parts } from './support.ts';

const OURS = '<2019-03-15-verisign-order.0123456789abcdef@law.example>';

function mail(head: readonly string[], body = 'Done. Ticket 4711.'): Buffer {
  const usual = ['From: Registry Legal <legal@registry.example>', 'Date: Mon, 18 Mar 2019 09:02:00 -0400'];
  return Buffer.from([...usual, ...head, '', body].join('\r\n'), 'latin1');
}

async function stopOf(octets: Uint8Array): Promise<TakedownError> {
  const stop = await readReply(octets).catch((error: unknown) => error);
  if (!(stop instanceof TakedownError)) throw new Error(`no expected stop: ${String(stop)}`);
  return stop;
}

describe('a reply', () => {
  it('is read with its thread, sender, date and text', async () => {
    const head = [
      'Subject: Re: Order',
      'Message-ID: <x@registry.example>',
      `In-Reply-To: ${OURS}`,
      `References: <a@b.example>\r\n ${OURS}`,
    ];
    expect(await readReply(mail(head))).toEqual({
      messageId: '<x@registry.example>',
      inReplyTo: [OURS],
      references: ['<a@b.example>', OURS],
      from: { name: 'Registry Legal', address: 'legal@registry.example' },
      subject: 'Re: Order',
      date: '2019-03-18T13:02:00Z',
      text: 'Done. Ticket 4711.',
      attachments: [],
    });
  });

  it('that is one of our own mails has all of it', async () => {
    const reply = await readReply(await compose(parts()));
    expect(reply).toMatchObject({ messageId: OURS, subject: parts().subject, text: parts().text.trim() });
    expect(reply.attachments).toMatchObject([
      { name: 'letter.pdf', media: 'application/pdf' },
      { name: 'schedule.csv', media: 'text/csv' },
    ]);
  });

  it('in HTML only is read as its words', async () => {
    const page =
      '<head><title>x</title></head><style>p{}</style><p>Done &amp; closed.</p><script>alert(1)</script><br>Ticket&nbsp;4711 <a href="http://x.example">here</a><';
    const reply = await readReply(mail(['Content-Type: text/html; charset=utf-8'], page));
    expect(reply.text.replace(/\n+/g, '|')).toBe('Done & closed.|Ticket 4711 here');
  });

  it('in another charset, or in one that does not exist, is read as far as it goes', async () => {
    const latin = mail(['Content-Type: text/plain; charset=iso-8859-1'], 'erledigt für Sie');
    expect((await readReply(latin)).text).toBe('erledigt für Sie');
    const bogus = mail(['Content-Type: text/plain; charset=x-klingon', 'Subject: =?x-klingon?B?////?='], 'Done.');
    expect((await readReply(bogus)).text).toContain('Done.');
  });

  it('shows nothing that moves a terminal or turns text around', async () => {
    const name = '=?utf-8?Q?=1B]0;owned=07=E2=80=AEgnitsil?=';
    const head = [
      `Subject: ${name}`,
      `Content-Type: text/plain; name="${name}"; charset=utf-8`,
      'Content-Disposition: inline',
    ];
    const reply = await readReply(
      Buffer.concat([Buffer.from(`From: ${name} <legal@registry.example>\r\n`), mail(head, '\u001b[2J\rDone\b\b')]),
    );
    // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for
    expect(JSON.stringify(reply)).not.toMatch(/\\u001b|\\r|\\b|\u202e|[\u0000-\u0009\u000b-\u001f]/);
    expect(reply.text).toContain('Done');
  });

  it('that came back undelivered leads to the mail that was returned', async () => {
    const returned = `Message-ID:\r\n ${OURS}\r\nSubject: Order\r\n\r\nMessage-ID: <not.this@law.example>`;
    const body = [
      '--b',
      'Content-Type: text/plain',
      '',
      'No such user.',
      '--b',
      'Content-Type: message/rfc822',
      '',
      returned,
      '--b--',
      '',
    ];
    const reply = await readReply(mail(['Content-Type: multipart/report; boundary=b'], body.join('\r\n')));
    expect(reply.references).toEqual([OURS]);
    expect(reply.text).toBe('No such user.');
  });

  it('is kept within bounds however long its parts are', async () => {
    const subject = 'x'.repeat(90_000);
    const ids = Array.from({ length: 4_000 }, (_, index) => `<${index}@x.example>`).join(' ');
    const reply = await readReply(mail([`Subject: ${subject}`, `References: ${ids}`], 'word '.repeat(100_000)));
    expect(reply.subject?.length).toBeLessThanOrEqual(400);
    expect(reply.text.length).toBeLessThanOrEqual(4_000);
    expect(reply.references).toHaveLength(100);
  });
});

describe('a file that is no mail', () => {
  it.each([
    ['an empty one', Buffer.alloc(0)],
    ['a PDF', Buffer.from('%PDF-1.7\n%âãÏÓ\n1 0 obj\n', 'latin1')],
    ["Outlook's own form", Buffer.from('d0cf11e0a1b11ae1'.repeat(100), 'hex')],
  ])('%s stops', async (_, octets) => {
    expect(await stopOf(octets)).toMatchObject({ kind: 'input', code: 'unreadable-mail' });
  });

  it('a mail that is too large stops before it is read', async () => {
    expect((await stopOf(new Uint8Array(LARGEST_REPLY + 1))).message).toContain('larger than 25 MiB');
  });
});

/** Each was made to take hours: the time that a test has is the bound. */
describe('a mail that was made to be slow', () => {
  const nested = (depth: number) =>
    Array.from(
      { length: depth },
      (_, index) => `Content-Type: multipart/mixed; boundary=b${index}\r\n\r\n--b${index}\r\n`,
    ).join('');
  const bombs: Readonly<Record<string, () => Buffer>> = {
    'parts within parts': () => mail([nested(5_000)]),
    'a head without an end': () => mail(Array.from({ length: 200_000 }, (_, index) => `X-${index}: x`)),
    'a bomb of encoded words': () => mail([`Subject: ${'=?utf-8?Q?=41?= '.repeat(14_000)}`]),
    'a hundred thousand addresses': () => mail([`Cc: ${'a <a@b.example>, '.repeat(13_000)}`]),
    'comments within comments': () => mail([`From: ${'('.repeat(120_000)}`, `Reply-To: ${'<'.repeat(120_000)}`]),
    'a hundred thousand parts': () =>
      mail(['Content-Type: multipart/mixed; boundary=b'], '--b\r\nContent-Type: text/csv\r\n\r\n\r\n'.repeat(100_000)),
    'mails within mails': () =>
      mail(['Content-Type: message/rfc822'], 'Content-Type: message/rfc822\r\n\r\n'.repeat(50_000)),
    'a page of tags that never end': () => mail(['Content-Type: text/html'], '<style><a '.repeat(500_000)),
    'one line of twenty mebibytes': () => mail(['Content-Type: text/plain; format=flowed'], 'x '.repeat(10_000_000)),
    'a parameter in ten thousand pieces': () =>
      mail([
        `Content-Type: text/plain;${Array.from({ length: 10_000 }, (_, index) => ` name*${index}*=%41;`).join('')}`,
      ]),
  };

  it.each(Object.entries(bombs))(
    '%s',
    async (_, bomb) => {
      const octets = bomb();
      const read = await readReply(octets).catch((error: unknown) => error);
      if (read instanceof Error) expect(read).toMatchObject({ kind: 'input', code: 'unreadable-mail' });
      else expect(JSON.stringify(read).length).toBeLessThan(60_000);
    },
    60_000,
  );
});

describe('the letter that a reply belongs to', () => {
  const letter = (id: string, messageId?: string): IssuedLetter =>
    // Only what the function reads: the rest of an issued letter is not its business.
    ({ id, ...(messageId === undefined ? {} : { mail: { messageId } }) }) as unknown as IssuedLetter;
  const issued = [
    letter('2019-03-15-verisign-order', OURS),
    letter('2019-03-15-verisign-order-2', '<2019-03-15-verisign-order-2.00@law.example>'),
    letter('2019-03-15-pir-order'),
  ];
  const reply = { inReplyTo: [], references: [], text: '', attachments: [] };

  it.each([
    ['by what it answers', { inReplyTo: [OURS] }, '2019-03-15-verisign-order'],
    ['by the thread', { references: [OURS, '<other@x.example>'] }, '2019-03-15-verisign-order'],
    [
      'by the nearest mail of a thread',
      { references: [OURS, '<2019-03-15-verisign-order-2.00@law.example>'] },
      '2019-03-15-verisign-order-2',
    ],
    ['by its id in the subject', { subject: 'RE: [2019-03-15-pir-order] done' }, '2019-03-15-pir-order'],
    ['by the longer id in the subject', { subject: 'RE: 2019-03-15-verisign-order-2' }, '2019-03-15-verisign-order-2'],
    ['not where two are named', { subject: '2019-03-15-pir-order, 2019-03-15-verisign-order' }, undefined],
    ['not where a longer word has it', { subject: 'x2019-03-15-pir-orders' }, undefined],
    ['not where a trial is answered', { subject: 'Re: [TRIAL] [2019-03-15-pir-order]' }, undefined],
    [
      'not by the mail of a trial',
      { inReplyTo: [OURS.replace('<', '<trial.')], subject: '2019-03-15-pir-order' },
      undefined,
    ],
    ['not by anything else', { subject: 'Order', from: { address: 'legal@registry.example' } }, undefined],
  ])('is found %s', (_, more, expected) => {
    expect(letterOf({ ...reply, ...more }, issued)?.id).toBe(expected);
  });
});
