// Mail servers for the tests: a real one with TLS and users, and one that says whatever a test has written down.
import { createServer } from 'node:net';
import { buffer } from 'node:stream/consumers';
import { SMTPServer, type SMTPServerOptions } from 'smtp-server';
import { type Listening, listening, portOf } from '../../src/rehearsal/sockets.ts';
import type { Certificate } from '../support/certificate.ts';
import { openServer } from '../support/loopback.ts';

export interface Taken {
  readonly to: readonly string[];
  readonly octets: Uint8Array;
  readonly secure: boolean;
  readonly user: string | undefined;
  readonly calledItself: string;
}

export interface RealServer extends Listening {
  readonly taken: readonly Taken[];
}

export async function openReal(certificate: Certificate, more: SMTPServerOptions = {}): Promise<RealServer> {
  const taken: Taken[] = [];
  const server = new SMTPServer({
    cert: certificate.certificate,
    key: certificate.key,
    disableReverseLookup: true,
    authOptional: true,
    closeTimeout: 100,
    onAuth: ({ username, password }, _session, done) =>
      password === 'open sesame' ? done(null, { user: username }) : done(new Error(`no, not with ${password}`)),
    onData: (stream, session, done) => {
      buffer(stream).then((octets) => {
        const { envelope, secure, user, hostNameAppearsAs: calledItself } = session;
        taken.push({ to: envelope.rcptTo.map(({ address }) => address), octets, secure, user, calledItself });
        done(null, 'Ok: queued as 41BA92603EC');
      }, done);
    },
    ...more,
  });
  server.on('error', () => undefined);
  await listening(server.server);
  return { port: portOf(server.server), taken, close: () => new Promise((done) => server.close(() => done())) };
}

/** Says what `said` has for the first word of each line it is told, `end` for the message; `undefined`: hangs up. */
export function openScripted(said: Readonly<Record<string, string | undefined>>): Promise<Listening> {
  return openServer(
    createServer((socket) => {
      let inMessage = false;
      let rest = '';
      const say = (key: string) => {
        const text = key in said ? said[key] : '250 ok';
        if (text === undefined) socket.destroy();
        else if (text !== '') socket.write(`${text}\r\n`);
        inMessage = key === 'DATA' && text?.startsWith('354') === true;
      };
      say('greeting');
      socket.on('data', (octets) => {
        rest += octets.toString('latin1');
        for (let end = rest.indexOf('\r\n'); end !== -1; end = rest.indexOf('\r\n')) {
          const line = rest.slice(0, end);
          rest = rest.slice(end + 2);
          if (!inMessage) say(/^\w+/.exec(line)?.[0] ?? '');
          else if (line === '.') say('end');
        }
      });
    }),
  );
}

export const SCRIPT = { greeting: '220 scripted', DATA: '354 go on', end: '250 2.0.0 Ok: queued as 1' } as const;

/** Greets and then answers one line of many, again and again: a client's idle clock never runs out. */
export function openEndless(): Promise<Listening> {
  return openServer(
    createServer((socket) => {
      socket.write('220 endless\r\n');
      socket.once('data', () => {
        const timer = setInterval(() => socket.write('250-go on\r\n'), 50);
        socket.on('close', () => clearInterval(timer));
      });
    }),
  );
}
