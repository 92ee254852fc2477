// Which RDAP server answers for a name: IANA's bootstrap file (RFC 9224), and before it the servers that a network file
// names. Pure; where the file comes from is directory.ts.
import type { Name } from '../../model/name.ts';
import { listIn, readJson, textIn } from './json.ts';

export interface Bootstrap {
  /** Base URLs, each ending in a slash, by the labels they answer for. */
  readonly services: ReadonlyMap<string, readonly string[]>;
  /** Hosts, with a port that is not the usual one, of all of them: the only ones a registry's answer may redirect to. */
  readonly hosts: ReadonlySet<string>;
}

type BootstrapReading =
  | { readonly ok: true; readonly bootstrap: Bootstrap }
  | { readonly ok: false; readonly reason: string };

export function readBootstrap(text: string): BootstrapReading {
  const json = readJson(text);
  if (!json.ok) return json;
  if (textIn(json.value, 'version') !== '1.0') return { ok: false, reason: 'no bootstrap file of version 1.0' };
  const services = new Map<string, readonly string[]>();
  for (const service of listIn(json.value, 'services')) {
    const [labels, urls] = Array.isArray(service) ? service : [];
    const bases = strings(urls).flatMap((url) => baseUrl(url) ?? []);
    for (const label of strings(labels)) if (bases.length > 0) services.set(label.toLowerCase(), bases);
  }
  if (services.size === 0) return { ok: false, reason: 'a bootstrap file without servers' };
  const hosts = new Set([...services.values()].flat().map((url) => new URL(url).host));
  return { ok: true, bootstrap: { services, hosts } };
}

function strings(value: unknown): readonly string[] {
  return Array.isArray(value) ? value.filter((item) => typeof item === 'string') : [];
}

/** With the slash at its end (RFC 9224 section 3); `undefined` for anything but http and https without a password. */
export function baseUrl(text: string): string | undefined {
  if (!URL.canParse(text)) return undefined;
  const url = new URL(text);
  if (!/^https?:$/.test(url.protocol) || url.username !== '' || url.password !== '') return undefined;
  url.search = '';
  url.hash = '';
  return url.href.endsWith('/') ? url.href : `${url.href}/`;
}

/** The entry with the most labels decides (RFC 9224 section 4); https before http, and http only where it is allowed. */
export function baseFor(
  name: Name,
  services: ReadonlyMap<string, readonly string[]>,
  plainHttp: 'allowed' | 'refused',
): string | undefined {
  const labels = name.split('.');
  for (let from = 0; from < labels.length; from += 1) {
    const urls = services.get(labels.slice(from).join('.'));
    if (urls === undefined) continue;
    const secure = urls.find((url) => url.startsWith('https:'));
    return secure ?? (plainHttp === 'allowed' ? urls[0] : undefined);
  }
  return undefined;
}
