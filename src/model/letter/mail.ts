// Mail on its way out and back, as values: what leaves, what the server said to it, and what a reply says.
import type { Instant } from '../instant.ts';

export interface MailAddress {
  readonly name?: string;
  readonly address: string;
}

/** Exactly what is handed to the server: the octets of the message and the envelope around them (RFC 5321 section 2.3.1). */
export interface OutgoingMail {
  readonly octets: Uint8Array;
  readonly from: string;
  readonly to: readonly string[];
}

/** Where mail is handed in, secrets included: made when a letter is sent, never written or shown. */
export interface MailServer {
  readonly host: string;
  readonly port: number;
  /** `none`: in clear. Only the simulated server of a network file is, and only on loopback. */
  readonly security: 'starttls' | 'tls' | 'none';
  readonly user?: string;
  readonly password?: string;
  /** PEM: the authority that the server's certificate must be from, in place of those that the system trusts. */
  readonly ca?: string;
  /** The domain's signature (RFC 6376); `key` is PEM. */
  readonly dkim?: { readonly domain: string; readonly selector: string; readonly key: string };
}

/** What the server said. A server's acceptance is delivery to that server: no proof of receipt, and no service. */
export interface SendReceipt {
  readonly at: Instant;
  readonly server: string;
  /** `TLSv1.3`; absent: in clear, which only a rehearsal's server may be. */
  readonly tls?: string;
  readonly accepted: readonly string[];
  readonly rejected: readonly { readonly address: string; readonly answer: string }[];
  /** The server's last answer: `250 2.0.0 Ok: queued as 41BA92603EC`. Text from outside. */
  readonly answer: string;
  /** What left, signature included. */
  readonly octets: Uint8Array;
}

/** A mail that came in, read as far as letters need it. Everything in it is text from outside. */
export interface Reply {
  readonly messageId?: string;
  readonly inReplyTo: readonly string[];
  readonly references: readonly string[];
  readonly from?: MailAddress;
  readonly subject?: string;
  /** As the mail's own date line says; a sender may write anything. */
  readonly date?: Instant;
  readonly text: string;
  readonly attachments: readonly { readonly name: string; readonly media: string; readonly length: number }[];
}
