// TLS over a dialled connection. The certificate is checked for the host that the URL names, wherever the packets went.
import { isIP, type Socket } from 'node:net';
import { connect } from 'node:tls';
import type { Deadline } from '../deadline.ts';
import { endOfError, errorCode } from '../ends.ts';

export type Secured =
  | { readonly ok: true; readonly socket: Socket }
  | { readonly ok: false; readonly why: 'tls' | 'reset' | 'over'; readonly detail: string };

export function secure(socket: Socket, host: string, deadline: Deadline): Promise<Secured> {
  return new Promise((resolve) => {
    const named = isIP(host) === 0 ? { servername: host } : { host };
    const wrapped = connect({ socket, ...named, ALPNProtocols: ['http/1.1'], minVersion: 'TLSv1.2' });
    const settle = (secured: Secured) => {
      deadline.signal.removeEventListener('abort', giveUp);
      if (!secured.ok) wrapped.destroy();
      resolve(secured);
    };
    const giveUp = () => settle({ ok: false, why: 'over', detail: 'no encrypted connection' });
    wrapped.once('secureConnect', () => settle({ ok: true, socket: wrapped }));
    wrapped.on('error', (error) => settle(broken(error)));
    wrapped.once('close', () => settle({ ok: false, why: 'reset', detail: 'closed during the TLS handshake' }));
    deadline.signal.addEventListener('abort', giveUp, { once: true });
    if (deadline.signal.aborted) giveUp();
  });
}

function broken(error: Error): Secured {
  if (endOfError(error) === 'reset') return { ok: false, why: 'reset', detail: 'reset during the TLS handshake' };
  return { ok: false, why: 'tls', detail: errorCode(error) || error.message };
}
