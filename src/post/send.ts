// Hands one mail to one server (RFC 5321), once. What the server said comes back as a receipt, also a refusal; a server
// that could not be spoken to stops, and says whether the mail may have left all the same.
import { Readable } from 'node:stream';
import { TLSSocket } from 'node:tls';
import SMTPConnection, { type SMTPConnectionSendInfo } from 'nodemailer/lib/smtp-connection';
import type { Clock } from '../model/clock.ts';
import type { MailServer, OutgoingMail, SendReceipt } from '../model/letter/mail.ts';
import { domainOfAddress, parseMailAddress } from '../model/letter/mail-address.ts';
import { TakedownError } from '../model/takedown-error.ts';
import { answersIn, isRefusal, type Spoken, stopOf } from './answers.ts';
import { signed } from './sign.ts';

export interface Sending {
  readonly clock: Clock;
  readonly signal: AbortSignal;
  /** The very octets that will leave, before the server is dialled: whoever dies after that knows what was under way. */
  readonly onLeaving?: (octets: Uint8Array) => void;
  readonly patience?: Patience;
}

/** Milliseconds. */
interface Patience {
  readonly connect: number;
  readonly greeting: number;
  readonly idle: number;
  readonly whole: number;
}

/** RFC 5321 section 4.5.3.2 asks to wait minutes for each answer; the whole is bounded since a person waits. */
const PATIENCE: Patience = { connect: 30_000, greeting: 60_000, idle: 300_000, whole: 900_000 };
const FAREWELL = 2_000;
const LOOPBACK = new Set(['127.0.0.1', '::1']);

export async function sendMail(mail: OutgoingMail, server: MailServer, sending: Sending): Promise<SendReceipt> {
  checkEnvelope(mail);
  if (server.security === 'none' && !LOOPBACK.has(server.host))
    throw new TakedownError('guard', {
      code: 'mail-in-clear',
      message: `Mail is never sent in clear: ${server.host} is not a simulated server on this machine.`,
      hint: 'Set security: starttls or security: tls.',
    });
  const octets = server.dkim === undefined ? mail.octets : await signed(mail.octets, server.dkim);
  if (sending.signal.aborted) throw stopOf({ code: 'EABORT' }, { server, begun: false });
  sending.onLeaving?.(octets);
  const { spoken, tls } = await talk({ ...mail, octets }, server, sending);
  const answers = answersIn(spoken, server, mail.to);
  const where = `${server.host}:${server.port}`;
  return { at: sending.clock.now(), server: where, ...(tls === undefined ? {} : { tls }), ...answers, octets };
}

function checkEnvelope({ from, to }: OutgoingMail): void {
  const wrong = [from, ...to].find((address) => parseMailAddress(address) === undefined);
  if (wrong === undefined && to.length > 0) return;
  throw new TakedownError('input', {
    code: 'wrong-mail-part',
    message:
      wrong === undefined ? 'The mail goes to nobody.' : `${JSON.stringify(wrong)} is not one plain mail address.`,
  });
}

interface Talk {
  readonly spoken: Spoken;
  readonly tls: string | undefined;
}

/** Resolves with what the server said to the mail, rejects where it was not asked or did not answer. */
function talk(mail: OutgoingMail, server: MailServer, { signal, patience = PATIENCE }: Sending): Promise<Talk> {
  return new Promise((resolve, reject) => {
    const connection = connectionTo(server, mail.from, patience);
    let begun = false;
    let over = false;
    const settle = (settled: () => void) => {
      if (over) return;
      over = true;
      clearTimeout(timer);
      signal.removeEventListener('abort', onAbort);
      settled();
    };
    const fail = (error: unknown) => {
      const stop = stopOf(error, { server, begun });
      settle(() => reject(stop));
      connection.close();
    };
    const onAbort = () => fail({ code: 'EABORT' });
    const timer = setTimeout(() => fail({ code: 'ETIMEDOUT' }), patience.whole);
    signal.addEventListener('abort', onAbort, { once: true });
    const body = watched(mail.octets, () => {
      begun = true;
    });
    const envelope = { from: mail.from, to: [...mail.to], size: mail.octets.length };
    const send = () =>
      connection.send(envelope, body, (error, info) => {
        const spoken = spokenBy(error, info);
        if (spoken === undefined) return fail(error);
        settle(() => resolve({ spoken, tls: protocolOf(connection) }));
        takeLeave(connection);
      });
    // Stays for the life of the connection: an error without a listener would end the program.
    connection.on('error', fail);
    connection.connect((error) => {
      if (error) return fail(error);
      if (over) return connection.close();
      const { user, password, security } = server;
      if (user === undefined || password === undefined || security === 'none') return send();
      connection.login({ credentials: { user, pass: password } }, (refused) => (refused ? fail(refused) : send()));
    });
  });
}

/** The letter has gone its way: a server that does not answer the farewell keeps nobody waiting. */
function takeLeave(connection: SMTPConnection): void {
  if (connection.destroyed) return;
  const timer = setTimeout(() => endOf(connection), FAREWELL);
  connection.once('end', () => clearTimeout(timer));
  connection.quit();
}

function endOf({ _socket: socket }: SMTPConnection): void {
  if (socket) socket.destroy();
}

function connectionTo(server: MailServer, from: string, patience: Patience): SMTPConnection {
  const { host, port, security, ca } = server;
  return new SMTPConnection({
    host,
    port,
    // The sender's domain: the machine's own name is nobody's business.
    name: domainOfAddress(from),
    secure: security === 'tls',
    ...(security === 'none' ? { ignoreTLS: true } : { requireTLS: true }),
    // Said outright, so that no variable of the environment can say otherwise.
    tls: { rejectUnauthorized: true, minVersion: 'TLSv1.2', ...(ca === undefined ? {} : { ca }) },
    connectionTimeout: patience.connect,
    greetingTimeout: patience.greeting,
    socketTimeout: patience.idle,
    socketCloseTimeout: FAREWELL,
    maxResponseSize: 64 * 1024,
  });
}

/** The server asks for the message by taking from it: from then on it may have it, whatever happens. */
function watched(octets: Uint8Array, onBegun: () => void): Readable {
  let given = false;
  return new Readable({
    read() {
      if (given) return;
      given = true;
      onBegun();
      this.push(octets);
      this.push(null);
    },
  });
}

function protocolOf(connection: SMTPConnection): string | undefined {
  const socket = connection._socket;
  return socket instanceof TLSSocket ? (socket.getProtocol() ?? undefined) : undefined;
}

function spokenBy(error: Error | null, info: SMTPConnectionSendInfo | undefined): Spoken | undefined {
  if (info !== undefined) return { ...info, response: info.response };
  return error === null ? undefined : refusalIn(error);
}

/**
 * The server's own refusal of the envelope or the message; an error without one is a failure of another kind. An answer that
 * is no answer of a mail server refuses nothing: what it did with the mail is not known.
 */
function refusalIn(error: Error): Spoken | undefined {
  const said: Readonly<Record<string, unknown>> = { ...error };
  const { code, response, rejectedErrors } = said;
  if (typeof response !== 'string' || !isRefusal(response)) return undefined;
  if (code !== 'EENVELOPE' && code !== 'EMESSAGE') return undefined;
  return { accepted: [], rejectedErrors: Array.isArray(rejectedErrors) ? rejectedErrors : [], response };
}
