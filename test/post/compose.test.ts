import { createHash } from 'node:crypto';
import PostalMime from 'postal-mime';
import { describe, expect, it } from 'vitest';
import { compose } from '../../src/post/compose.ts';
import { CSV, headOf, PDF, parts } from './support.ts';

const sha256 = (octets: Uint8Array | ArrayBuffer | string) =>
  createHash('sha256')
    .update(typeof octets === 'string' ? octets : new Uint8Array(octets))
    .digest('hex');

describe('a composed mail', () => {
  it('is the same octets for the same parts, and others for others', async () => {
    const first = await compose(parts());
    expect(sha256(await compose(parts()))).toBe(sha256(first));
    expect(sha256(await compose(parts({ text: 'Dear Counsel.' })))).not.toBe(sha256(first));
  });

  it('does not depend on the time zone of the machine', async () => {
    const here = sha256(await compose(parts()));
    const zone = process.env['TZ'];
    try {
      process.env['TZ'] = 'Asia/Kathmandu';
      expect(sha256(await compose(parts()))).toBe(here);
    } finally {
      if (zone === undefined) delete process.env['TZ'];
      else process.env['TZ'] = zone;
    }
  });

  it('has the date, the thread and the people that were given, and no blind copy', async () => {
    const earlier = ['<a.1@law.example>', '<b.2@law.example>'];
    const more = { inReplyTo: '<b.2@law.example>', references: earlier, replyTo: { address: 'case@law.example' } };
    const head = headOf(await compose(parts(more)));
    expect(head).toContain('Date: Fri, 15 Mar 2019 21:20:00 +0000');
    expect(head).toContain('Message-ID: <2019-03-15-verisign-order.0123456789abcdef@law.example>');
    expect(head).toContain('In-Reply-To: <b.2@law.example>');
    expect(head).toContain('References: <a.1@law.example> <b.2@law.example>');
    expect(head).toContain('Reply-To: case@law.example');
    expect(head).toContain('To: "Legal, Registry \\"One\\"" <legal@registry.example>');
    expect(head.filter((line) => /^(bcc|x-mailer|x-unsent|disposition-notification-to):/i.test(line))).toEqual([]);
  });

  it('is read back as it was written, attachments octet for octet', async () => {
    const read = await PostalMime.parse(await compose(parts()), { attachmentEncoding: 'arraybuffer' });
    expect(read.subject).toBe(parts().subject);
    expect(read.from).toMatchObject({ name: 'Jane Roe', address: 'jane@law.example' });
    expect(read.to).toMatchObject([{ name: 'Legal, Registry "One"', address: 'legal@registry.example' }]);
    expect(read.cc).toMatchObject([{ address: 'clerk@law.example' }]);
    // The reader counts the break before the next part to the text, which RFC 2046 section 5.1.1 does not.
    expect(read.text?.replaceAll('\r\n', '\n')).toBe(`${parts().text}\n`);
    expect(read.attachments.map(({ filename, mimeType }) => [filename, mimeType])).toEqual([
      ['letter.pdf', 'application/pdf'],
      ['schedule.csv', 'text/csv'],
    ]);
    expect(read.attachments.map(({ content }) => sha256(content))).toEqual([sha256(PDF), sha256(CSV)]);
  });

  it('has only CRLF at the ends of its lines, and no line that a server may break', async () => {
    const long = `${'names '.repeat(400)}\n${'x'.repeat(3000)}`;
    const text = Buffer.from(await compose(parts({ text: long }))).toString('latin1');
    expect(text.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
    expect(Math.max(...text.split('\r\n').map((line) => line.length))).toBeLessThan(998);
  });

  it('keeps names of other scripts, and an IDN beside its A-label', async () => {
    const name = 'ООО «Регистратор»';
    const subject = 'пример.example (xn--e1afmkfd.example) · 注文';
    const octets = await compose(parts({ subject, to: [{ name, address: 'legal@xn--e1afmkfd.example' }] }));
    expect(Buffer.from(octets).every((octet) => octet < 128)).toBe(true);
    const read = await PostalMime.parse(octets);
    expect(read.subject).toBe(subject);
    expect(read.to).toMatchObject([{ name, address: 'legal@xn--e1afmkfd.example' }]);
  });

  it('without a sender is a draft that mail programs open as unsent', async () => {
    const { from: _, ...draft } = parts({ unsent: true, to: [], cc: [] });
    const head = headOf(await compose(draft));
    expect(head).toContain('X-Unsent: 1');
    expect(head.filter((line) => /^(from|to|cc|sender):/i.test(line))).toEqual([]);
  });

  it('cannot be left early by a text that guesses the line between the parts', async () => {
    const first = Buffer.from(await compose(parts())).toString();
    const boundary = /boundary=(\S+)/.exec(first)?.[1] ?? '';
    expect(boundary).not.toBe('');
    const text = `Dear Counsel\n--${boundary}\nContent-Type: text/html\n\n<b>other</b>\n--${boundary}--\n`;
    const read = await PostalMime.parse(await compose(parts({ text })));
    expect(read.html).toBeUndefined();
    expect(read.text).toContain(`--${boundary}--`);
    expect(read.attachments).toHaveLength(2);
  });
});
