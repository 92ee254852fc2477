// The rehearsal's mail server (RFC 5321): takes letters on loopback, answers as a real one does and keeps what it was given.
// Nothing goes any further. Mailboxes that begin with `nobody` do not exist, those that begin with `busy` ask to try later.
import { createHash } from 'node:crypto';
import { buffer } from 'node:stream/consumers';
import { SMTPServer } from 'smtp-server';
import type { Instant } from '../model/instant.ts';
import { type Listening, listening, portOf } from './sockets.ts';

/** A mail as it came. */
export interface KeptMail {
  readonly at: Instant;
  readonly from: string;
  readonly to: readonly string[];
  readonly octets: Uint8Array;
}

export interface MailListening extends Listening {
  mails(): readonly KeptMail[];
}

/** What large providers take. */
const LARGEST = 25 * 1024 * 1024;
/** A rehearsal has some forty letters; who sends more than this is a runaway. */
const MOST = 1_000;
const LONGEST_CLOSE = 500;

export async function openMailServer(clock: () => Instant): Promise<MailListening> {
  const mails: KeptMail[] = [];
  const server = new SMTPServer({
    name: 'mail.rehearsal.example',
    banner: 'simulated',
    size: LARGEST,
    hideENHANCEDSTATUSCODES: false,
    // Loopback in clear is all there is: no certificate, no users, and no questions to a real name server.
    disabledCommands: ['AUTH', 'STARTTLS'],
    disableReverseLookup: true,
    logger: false,
    closeTimeout: LONGEST_CLOSE,
    onRcptTo: ({ address }, _session, done) => done(refusalOf(address)),
    onData: (stream, { envelope }, done) => {
      buffer(stream).then((octets) => {
        if (stream.sizeExceeded) return done(answer(552, 'message is too large'));
        if (mails.length >= MOST) return done(answer(452, 'this rehearsal has enough mails'));
        const from = envelope.mailFrom === false ? '' : envelope.mailFrom.address;
        mails.push({ at: clock(), from, to: envelope.rcptTo.map(({ address }) => address), octets });
        done(null, `Ok: queued as ${queueId(octets, mails.length)} (simulated)`);
      }, done);
    },
  });
  // A client that goes away in the middle is the client's affair.
  server.on('error', () => undefined);
  await listening(server.server);
  return {
    port: portOf(server.server),
    mails: () => mails,
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
}

function refusalOf(address: string): Error | undefined {
  if (/^nobody/i.test(address)) return answer(550, `<${address}>: no such mailbox (simulated)`);
  if (/^busy/i.test(address)) return answer(451, `<${address}>: try again later (simulated)`);
  return undefined;
}

/** As the library takes a refusal. */
function answer(responseCode: number, message: string): Error {
  return Object.assign(new Error(message), { responseCode });
}

/** Eleven figures, as Postfix writes them; from the mail itself, so that a rehearsal can be repeated. */
function queueId(octets: Uint8Array, count: number): string {
  return createHash('sha256').update(octets).update(`${count}`).digest('hex').slice(0, 11).toUpperCase();
}
