// The piece of takedown.yaml about outgoing mail. Sender, login and secrets are for a person's own settings only, and a
// secret itself stands in neither file: the settings name the file that it is in.
import * as z from 'zod';
import { parseSender } from '../../model/letter/sender.ts';
import { host } from './network.ts';
import { name, parsed } from './words.ts';
import { line } from './written.ts';

const sender = parsed(parseSender, {
  code: 'wrong-value',
  not: 'not one sender',
  hint: 'Write it as jane@law.example, or as "Jane Roe <jane@law.example>".',
}).meta({ description: 'One sender.', examples: ['Jane Roe <jane@law.example>'] });

const selector = parsed(
  (written) => (/^[a-z0-9](?:[a-z0-9._-]{0,61}[a-z0-9])?$/i.test(written) ? written : undefined),
  {
    code: 'wrong-value',
    not: 'not the selector of a DKIM key',
  },
).meta({ description: 'The selector under which the key is published.' });

export const mailSchema = z
  .strictObject({
    from: sender.optional().describe('Who letters are from. In a person’s own settings only.'),
    smtp: z
      .strictObject({
        host: host.describe('The server that takes the mail.'),
        port: z.int().min(1).max(65_535).optional().describe('Absent: 587, or 465 where security is tls.'),
        security: z
          .enum(['starttls', 'tls'])
          .default('starttls')
          .describe('How the connection is made safe; without it nothing is sent.'),
        user: line.optional().describe('The login. In a person’s own settings only.'),
        'password-file': line.optional().describe('The file that holds the password. In a person’s own settings only.'),
        'ca-file': line.optional().describe('Certificates (PEM) to trust in place of the system’s.'),
      })
      .optional(),
    dkim: z
      .strictObject({
        domain: name,
        selector,
        'key-file': line.optional().describe('The private key (PEM). In a person’s own settings only.'),
      })
      .optional()
      .describe('The signature of the sender’s domain (RFC 6376).'),
  })
  .describe('How letters are sent.');

export type MailAsWritten = z.output<typeof mailSchema>;
