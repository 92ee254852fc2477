// TLS over a dialled connection. The certificate is checked for the host that is meant, wherever the packets went.
import { isIP, type Socket } from 'node:net';
import { connect } from 'node:tls';
import type { Deadline } from './deadline.ts';
import { endOfError, errorCode } from './ends.ts';

interface Meant {
  /** Whom the certificate has to name. */
  readonly host: string;
  /** What may be spoken (ALPN, RFC 7301), best first; empty: nothing is said of it. */
  readonly protocols: readonly string[];
  /** PEM. Absent: those that this machine's Node trusts. */
  readonly authorities?: readonly string[] | undefined;
}

type Secured =
  | {
      readonly ok: true;
      readonly socket: Socket /** What the server chose to speak, if it said. */;
      readonly protocol?: string;
    }
  | { readonly ok: false; readonly why: 'tls' | 'reset' | 'over'; readonly detail: string };

export function secure(socket: Socket, { host, protocols, authorities }: Meant, deadline: Deadline): Promise<Secured> {
  return new Promise((resolve) => {
    const named = isIP(host) === 0 ? { servername: host } : { host };
    const spoken = protocols.length === 0 ? {} : { ALPNProtocols: [...protocols] };
    const trusted = authorities === undefined ? {} : { ca: [...authorities] };
    const wrapped = connect({ socket, ...named, ...spoken, ...trusted, minVersion: 'TLSv1.2' });
    const settle = (secured: Secured) => {
      deadline.signal.removeEventListener('abort', giveUp);
      if (!secured.ok) wrapped.destroy();
      resolve(secured);
    };
    const giveUp = () => settle({ ok: false, why: 'over', detail: 'no encrypted connection' });
    wrapped.once('secureConnect', () => {
      const { alpnProtocol } = wrapped;
      settle({ ok: true, socket: wrapped, ...(typeof alpnProtocol === 'string' ? { protocol: alpnProtocol } : {}) });
    });
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
