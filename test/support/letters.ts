// An issued letter as a literal, for tests of what keeps and reads them.
import { createHash } from 'node:crypto';
import { parseDate } from '../../src/model/instant.ts';
import type { IssuedLetter, LetterFile } from '../../src/model/letter/letter.ts';
import { at, name } from './values.ts';

const sha = (text: string) => createHash('sha256').update(text).digest('hex');

export function fileLiteral(file: string, octets: string | Uint8Array): LetterFile {
  return { file, 'sha-256': createHash('sha256').update(octets).digest('hex'), length: octets.length };
}

export function issuedLiteral(over: Partial<IssuedLetter> = {}): Omit<IssuedLetter, 'digest'> {
  const dated = parseDate('2019-03-15');
  if (dated === undefined) throw new Error('no such day');
  return {
    id: '2019-03-15-verisign-order',
    caseId: 'phosphorus',
    recipient: 'verisign',
    role: 'registry-operator',
    reach: 'ordered',
    purpose: 'execute',
    template: 'registry-order',
    language: 'en',
    dated,
    issued: at('2019-03-15T20:30:00Z'),
    tool: 'takedown 0.1.0',
    illustrative: true,
    rehearsal: false,
    sealed: true,
    paragraphs: ['tro/2(a)', 'tro/2(b)'],
    names: [name('outlook-verify.net'), name('xn--mnchen-3ya.com'), name('verify-linkedin.net')],
    deadline: {
      due: at('2019-03-20T21:00:00Z'),
      from: { at: at('2019-03-15T21:20:00Z'), what: 'receipt by VeriSign, Inc.' },
      arithmetic: '3 business days from receipt Fri 15 Mar 2019: Mon 18, Tue 19, Wed 20 Mar',
    },
    reason: 'counsel agreed by telephone: more than 60 recipients',
    mail: {
      from: 'counsel@firm.example',
      to: ['legal@registry.example'],
      cc: [],
      subject: '[1:19-cv-00716] Order of 15 March 2019: 3 domain names',
      messageId: '<2019-03-15-verisign-order.0123456789abcdef@firm.example>',
    },
    made: { case: sha('case'), recipient: sha('recipient'), template: sha('template'), facts: sha('facts') },
    files: [fileLiteral('letter.md', 'text'), fileLiteral('letter.pdf', '%PDF'), fileLiteral('schedule.csv', 'a,b')],
    ...over,
  };
}
