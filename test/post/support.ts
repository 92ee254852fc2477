// A mail to make, for the tests of this room.
import type { MailParts } from '../../src/post/parts.ts';
import { at } from '../support/values.ts';

export const PDF = Buffer.from(`%PDF-1.7\n${'\u0000\u00ff\r\n.\r\n'.repeat(400)}`, 'latin1');
export const CSV = Buffer.from('name,action\r\noutlook-verify.example,transfer\r\n');

export function parts(more: Partial<MailParts> = {}): MailParts {
  return {
    from: { name: 'Jane Roe', address: 'jane@law.example' },
    to: [{ name: 'Legal, Registry "One"', address: 'legal@registry.example' }],
    cc: [{ address: 'clerk@law.example' }],
    subject: 'Order of 15 March 2019 · 1:19-cv-00716 · 98 names',
    text: 'Dear Counsel,\n\nFrom here on: ¶ 2(a) “at once”.\n.\nпример.example  \n',
    at: at('2019-03-15T21:20:00Z'),
    messageId: '<2019-03-15-verisign-order.0123456789abcdef@law.example>',
    references: [],
    attachments: [
      { file: 'letter.pdf', media: 'application/pdf', octets: PDF },
      { file: 'schedule.csv', media: 'text/csv; charset=utf-8', octets: CSV },
    ],
    unsent: false,
    ...more,
  };
}

/** The head of a mail, its folded lines joined. */
export function headOf(octets: Uint8Array): readonly string[] {
  const text = Buffer.from(octets).toString('latin1');
  return text
    .slice(0, text.indexOf('\r\n\r\n'))
    .replace(/\r\n[ \t]+/g, ' ')
    .split('\r\n');
}
