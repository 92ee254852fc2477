import PostalMime from 'postal-mime';
import { describe, expect, it } from 'vitest';
import { compose } from '../../src/post/compose.ts';
import { headOfMail } from '../../src/post/mail-head.ts';
import { trialOf } from '../../src/post/trial.ts';
import { headOf, PDF, parts } from './support.ts';

const thread = {
  inReplyTo: '<a.1@law.example>',
  references: ['<a.1@law.example>'],
  replyTo: { address: 'x@law.example' },
};

describe('a trial', () => {
  it('goes to oneself alone, marked, and has every octet of the body', async () => {
    const octets = await compose(parts(thread));
    const trial = trialOf(octets, 'jane@law.example');
    const body = (mail: Uint8Array) => Buffer.from(mail).subarray(Buffer.from(mail).indexOf('\r\n\r\n'));
    expect(body(trial).equals(body(octets))).toBe(true);
    expect(await headOfMail(trial)).toMatchObject({
      from: ['jane@law.example'],
      to: ['jane@law.example'],
      cc: [],
      bcc: [],
      subject: `[TRIAL] ${parts().subject}`,
      messageId: '<trial.2019-03-15-verisign-order.0123456789abcdef@law.example>',
    });
    expect(headOf(trial).filter((line) => /^(cc|bcc|reply-to|in-reply-to|references):/i.test(line))).toEqual([]);
  });

  it.each(['Order', 'x'.repeat(300), 'пример · 注文 '.repeat(20)])('marks the subject %s', async (subject) => {
    const read = await PostalMime.parse(trialOf(await compose(parts({ subject })), 'jane@law.example'));
    expect(read.subject).toBe(`[TRIAL] ${subject.trim()}`);
  });

  it('is not made for what is no address', async () => {
    const octets = await compose(parts());
    expect(() => trialOf(octets, 'jane@law.example\r\nBcc: x@y.example')).toThrow(RangeError);
  });
});

describe('the head of a mail', () => {
  it('is read back with its attachments', async () => {
    const head = await headOfMail(await compose(parts()));
    expect(head).toMatchObject({ to: ['legal@registry.example'], cc: ['clerk@law.example'], subject: parts().subject });
    expect(head.attachments.map(({ file, media }) => [file, media])).toEqual([
      ['letter.pdf', 'application/pdf'],
      ['schedule.csv', 'text/csv'],
    ]);
    expect(Buffer.from(head.attachments[0]?.octets ?? []).equals(PDF)).toBe(true);
  });

  it('shows a blind copy and the members of a group', async () => {
    const octets = Buffer.from('From: a@b.example\r\nTo: All: c@d.example, e@f.example;\r\nBcc: g@h.example\r\n\r\n');
    expect(await headOfMail(octets)).toMatchObject({ to: ['c@d.example', 'e@f.example'], bcc: ['g@h.example'] });
  });
});
