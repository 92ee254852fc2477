// A recursive resolver and the way to it, as people write it: an address (UDP and TCP, port 53), `tls://host` (RFC 7858) or
// `https://host/path` (RFC 8484). Read once, here; its text is the name by which observations and limits know it.
import { type Address, parseAddress } from '../address.ts';

interface PlainResolver {
  readonly over: 'udp';
  readonly text: string;
  readonly address: Address;
}

export interface EncryptedResolver {
  readonly over: 'tls' | 'https';
  readonly text: string;
  /** Whom the certificate has to name: a host name or an address. */
  readonly host: string;
  readonly port: number;
  /** Where it is dialled; absent: where the host's own name leads. */
  readonly address?: Address;
  /** Of `https` only. */
  readonly path: string;
}

export type ResolverPlace = PlainResolver | EncryptedResolver;

type ResolverReading =
  | { readonly ok: true; readonly place: ResolverPlace }
  /** `why` ends the sentence `"x" …`. */
  | { readonly ok: false; readonly why: string; readonly hint: string };

const FORMS = 'Write 9.9.9.9, tls://dns.example, tls://dns.example@192.0.2.53:853 or https://dns.example/dns-query.';

export function plainResolver(address: Address): PlainResolver {
  return { over: 'udp', text: address, address };
}

export function parseResolverPlace(written: string): ResolverReading {
  const text = written.trim();
  const address = parseAddress(text);
  if (address !== undefined) return { ok: true, place: plainResolver(address) };
  const [, scheme = '', rest = ''] = /^([a-z][a-z0-9+.-]*):\/\/(.*)$/i.exec(text) ?? [];
  switch (scheme.toLowerCase()) {
    case 'tls':
      return overTls(rest);
    case 'https':
      return overHttps(text);
    case 'http':
      return wrong('is not encrypted', 'DNS over HTTP is asked over https only.');
    case '':
      return wrong(...whyPlain(text));
    default:
      return wrong(`has a way of asking that is not known here, ${scheme}`, FORMS);
  }
}

function whyPlain(text: string): readonly [string, string] {
  const [, before = ''] = /^\[?([^\]]+)\]?:\d+$/.exec(text) ?? [];
  if (parseAddress(before) !== undefined)
    return ['has a port', 'Plain DNS is asked at port 53; another port goes with tls:// or https://.'];
  if (isHostName(text.toLowerCase()))
    return [
      'is a name and not the address of a resolver',
      `Write its address, tls://${text.toLowerCase()}, or https://…`,
    ];
  return ['is not the place of a resolver', FORMS];
}

/** `host`, `host:port`, `host@address`, `host@address:port`; an IPv6 address before a port stands in brackets. */
function overTls(rest: string): ResolverReading {
  const [named = '', ...dialled] = rest.split('@');
  if (dialled.length > 1) return wrong('has more than one @', FORMS);
  const [at] = dialled;
  const first = hostAndPort(named);
  const second = at === undefined ? undefined : hostAndPort(at);
  if (first === undefined) return wrong('has no host name that a certificate could name', FORMS);
  if (at === undefined) return tlsPlace({ host: first.host, port: first.port });
  const address = second === undefined ? undefined : parseAddress(second.host);
  if (first.port !== undefined) return wrong('has a port before the @', 'The port stands at the end.');
  if (second === undefined || address === undefined) return wrong('has no IP address after the @', FORMS);
  return tlsPlace({ host: first.host, port: second.port, address });
}

interface TlsParts {
  readonly host: string;
  readonly port: number | undefined;
  readonly address?: Address;
}

/** RFC 7858 section 3.1. */
const TLS_PORT = 853;

function tlsPlace({ host, port = TLS_PORT, address }: TlsParts): ResolverReading {
  if (!isPort(port)) return wrong('has a port that there is not', 'Ports are 1 to 65535.');
  const at = address === undefined ? '' : `@${bracketed(address)}`;
  const text = `tls://${bracketed(host)}${at}${port === TLS_PORT ? '' : `:${port}`}`;
  const place = { over: 'tls', text, host, port, path: '', ...(address === undefined ? {} : { address }) } as const;
  return { ok: true, place };
}

function overHttps(text: string): ResolverReading {
  if (/[{}]/.test(text)) return wrong('has a template in it', 'Leave out {?dns}: the question goes in the body.');
  const url = URL.canParse(text) ? new URL(text) : undefined;
  const host = url === undefined ? undefined : hostAndPort(url.hostname)?.host;
  if (url === undefined || host === undefined) return wrong('is not an address of the web', FORMS);
  if (url.username !== '' || url.password !== '')
    return wrong('carries a login', 'A resolver that wants one cannot be asked.');
  if (url.hash !== '') return wrong('has a #', FORMS);
  if (url.port === '0') return wrong('has a port that there is not', 'Ports are 1 to 65535.');
  const port = url.port === '' ? 443 : Number(url.port);
  return { ok: true, place: { over: 'https', text: url.href, host, port, path: `${url.pathname}${url.search}` } };
}

/** RFC 1123 section 2.1. A last label of figures alone would be an address in an unusual spelling. */
function isHostName(text: string): boolean {
  const labels = text.split('.');
  const sound = labels.every((label) => /^[a-z0-9_](?:[a-z0-9_-]{0,61}[a-z0-9])?$/.test(label));
  return sound && text.length <= 253 && !/^(?:\d+|0x[0-9a-f]*)$/.test(labels.at(-1) ?? '');
}

function hostAndPort(text: string): { readonly host: string; readonly port: number | undefined } | undefined {
  const bare = parseAddress(text);
  if (bare !== undefined) return { host: bare, port: undefined };
  const [, inside, plain = '', digits] = /^(?:\[([^\]]+)\]|([^:[\]]+))(?::(\d{1,6}))?$/.exec(text) ?? [];
  const host = inside === undefined ? plain.toLowerCase().replace(/\.$/, '') : parseAddress(inside);
  if (host === undefined || !(parseAddress(host) !== undefined || isHostName(host))) return undefined;
  return { host, port: digits === undefined ? undefined : Number(digits) };
}

function isPort(port: number): boolean {
  return port >= 1 && port <= 65_535;
}

function bracketed(host: string): string {
  return host.includes(':') ? `[${host}]` : host;
}

function wrong(why: string, hint: string): ResolverReading {
  return { ok: false, why, hint };
}
