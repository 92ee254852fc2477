import { describe, expect, test } from 'vitest';
import { readText } from '../reading.ts';

const HEAD =
  'From: Counsel <counsel@firm.example>\r\nTo: us@petitioner.example\r\nDate: Fri, 15 Mar 2019 16:00:00 -0400\r\nSubject: the list\r\nMIME-Version: 1.0\r\n';
const read = (rest: string) => readText(Buffer.from(`${HEAD}${rest}`), 'list.eml');
const body = ({ lines }: Awaited<ReturnType<typeof read>>) =>
  lines.filter(({ kind }) => kind === 'line').map(({ text }) => text);

describe('a mail', () => {
  test('is its text; who writes is furniture', async () => {
    const document = await read('\r\nPlease take:\r\none.example\r\n\r\ntwo.example\r\n');
    expect(document.format).toBe('mail');
    expect(body(document)).toEqual(['Please take:', 'one.example', 'two.example']);
    expect(document.lines.filter(({ kind }) => kind === 'furniture').map(({ text }) => text)).toEqual([
      'counsel@firm.example',
      'the list',
    ]);
  });

  const alternative = (text: string, html: string) =>
    `Content-Type: multipart/alternative; boundary=b\r\n\r\n--b\r\nContent-Type: text/plain\r\n\r\n${text}\r\n--b\r\nContent-Type: text/html\r\n\r\n${html}\r\n--b--\r\n`;

  test('that says the same twice is read once, and one whose page says more is read with it', async () => {
    expect(body(await read(alternative('one.example', '<p>one.example</p>')))).toEqual(['one.example']);
    expect(body(await read(alternative('see the page', '<p>one.example</p>')))).toEqual([
      'see the page',
      'one.example',
    ]);
  });

  test('tells what is attached, and does not read it', async () => {
    const mixed =
      'Content-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\nContent-Type: text/plain\r\n\r\nhello\r\n--b\r\nContent-Type: text/csv\r\nContent-Disposition: attachment; filename="list.csv"\r\n\r\none.example\r\n--b--\r\n';
    const document = await read(mixed);
    expect(body(document)).toEqual(['hello']);
    expect(document.remarks.map(({ code, message, hint }) => [code, message, hint])).toEqual([
      ['document-attached', 'list.eml carries list.csv.', 'Save each of them, and import it by itself.'],
    ]);
  });
});
