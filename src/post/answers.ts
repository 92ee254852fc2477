// What a mail server said, in the words of this program: which addresses it took, and why nothing could be handed to it.
// Its answers are text from outside; a password that one of them repeats is taken out of it.

import type { MailServer, SendReceipt } from '../model/letter/mail.ts';
import { TakedownError } from '../model/takedown-error.ts';
import { show } from '../model/text/harmless.ts';

export interface Spoken {
  readonly accepted: readonly string[];
  readonly rejectedErrors?: readonly RecipientRefused[] | undefined;
  readonly response: string;
}

interface RecipientRefused {
  readonly recipient?: string | undefined;
  readonly response?: string | undefined;
}

/** RFC 5321 bounds a line of an answer at 512 octets; more than a few lines say nothing more. */
const LONGEST = 1_000;

export function answersIn(
  spoken: Spoken,
  server: MailServer,
  to: readonly string[],
): Pick<SendReceipt, 'accepted' | 'rejected' | 'answer'> {
  const answer = clean(spoken.response, server);
  const own = new Map(
    (spoken.rejectedErrors ?? []).map(({ recipient, response }) => [recipient ?? '', clean(response ?? '', server)]),
  );
  const accepted = to.filter((address) => spoken.accepted.includes(address));
  const rejected = to.filter((address) => !spoken.accepted.includes(address));
  return { accepted, rejected: rejected.map((address) => ({ address, answer: own.get(address) || answer })), answer };
}

/** `4xx`: the server may take the same mail later. */
export function asksToTryLater(answer: string): boolean {
  return /^4\d\d\b/.test(answer);
}

/** RFC 5321 section 4.2.1: 4xx and 5xx refuse. Anything but three figures is said by something else than a mail server. */
export function isRefusal(answer: string): boolean {
  return /^[45]\d\d(?:[ -]|$)/.test(answer);
}

interface Circumstances {
  readonly server: MailServer;
  /** Whether the message itself had begun to leave. */
  readonly begun: boolean;
}

const REASONS: Readonly<Record<string, { readonly why: string; readonly hint?: string }>> = {
  EABORT: { why: 'it was interrupted' },
  ETIMEDOUT: { why: 'the server did not answer in time' },
  EDNS: { why: 'no address was found for the server' },
  EAUTH: { why: 'the server did not accept the user and the password' },
  ETLS: {
    why: 'the connection could not be encrypted',
    hint: 'A letter is never sent in clear. A server that is spoken to in TLS from the start needs security: tls.',
  },
  CERTIFICATE: {
    why: "the server's certificate cannot be trusted",
    hint: 'If the server has a certificate of your own authority, name its file: mail.smtp.ca-file.',
  },
  BABBLE: { why: 'what answered does not speak as a mail server does' },
  ECONNECTION: { why: 'the server ended the connection' },
  ESOCKET: { why: 'the connection failed' },
  EENVELOPE: { why: 'the server did not take the sender or the recipients' },
  EMESSAGE: { why: 'the mail is larger than the server takes' },
};
const CERTIFICATE =
  /^(?:CERT_|ERR_TLS_CERT|SELF_SIGNED|DEPTH_ZERO|UNABLE_TO_(?:VERIFY|GET)|ERR_SSL_.*CERT)|^(?:unable to verify|self-signed certificate|certificate has expired)/;

/** A stop in one sentence. The library's own error is left out of it: it may hold what was typed to log in. */
export function stopOf(error: unknown, { server, begun }: Circumstances): TakedownError {
  const { code, originalCode, response, message } = fieldsOf(error);
  const untrusted = [originalCode, message].some((text) => text !== undefined && CERTIFICATE.test(text));
  const babble = response !== undefined && !/^[2-5]\d\d(?:[ -]|$)/.test(response);
  const reason = babble ? 'BABBLE' : untrusted ? 'CERTIFICATE' : code;
  const { why, hint } = REASONS[reason] ?? { why: 'the connection failed' };
  const said = response === undefined ? (originalCode ?? '') : `it said: ${clean(response, server)}`;
  const told = `${why}${said === '' ? '' : ` (${said})`}`;
  const where = `${show(server.host)}:${server.port}`;
  if (!begun)
    return new TakedownError('failed', {
      code: 'mail-not-sent',
      message: `Nothing was sent to ${where}: ${told}.`,
      ...(hint === undefined ? {} : { hint }),
    });
  return new TakedownError('failed', {
    code: 'mail-uncertain',
    message: `The mail may have been sent by ${where}, or not: ${told} before the server had said what it did with it.`,
    hint: 'Look in the log of the server, or ask the recipient, before anything is sent again.',
  });
}

function fieldsOf(error: unknown) {
  const fields: Readonly<Record<string, unknown>> = typeof error === 'object' && error !== null ? { ...error } : {};
  const text = (value: unknown) => (typeof value === 'string' && value !== '' ? value : undefined);
  return {
    code: text(fields['code']) ?? '',
    originalCode: text(fields['originalCode']),
    response: text(fields['response']),
    message: error instanceof Error ? error.message : undefined,
  };
}

function clean(text: string, { user = '', password = '' }: MailServer): string {
  const base64 = (secret: string) => Buffer.from(secret).toString('base64');
  const secrets = [password, base64(password), base64(`\u0000${user}\u0000${password}`)];
  const without =
    password === '' ? text : secrets.reduce((left, secret) => left.replaceAll(secret, '[password]'), text);
  return show(without.replace(/(?:\r\n|\n|\r)+/g, ' ').trim()).slice(0, LONGEST);
}
