// Whether a name is, or stands under, the domain of a provider who gives names under it to strangers: dynamic DNS, hosting,
// clouds, link shorteners. Whether the public suffix list calls it shared is not decided here; see casefile/suffixes.ts.
import type { Name } from '../name.ts';
import { SERVICE_TABLE, type ServiceKind, type ServiceRow } from './service-table.ts';

interface Service extends Pick<ServiceRow, 'kind' | 'operator' | 'source' | 'seen'> {
  /** The provider's domain that the name is or stands under. */
  readonly domain: Name;
}

const WORDS: Readonly<Record<ServiceKind, string>> = {
  'dynamic-dns': 'dynamic DNS',
  hosting: 'shared hosting',
  cloud: 'cloud hosts',
  shortener: 'short links',
};

let byDomain: ReadonlyMap<string, Service> | undefined;

/** Those that the name is or stands under, the longest domain first; mostly none. */
export function servicesOf(name: Name): readonly Service[] {
  byDomain ??= readTable();
  const found: Service[] = [];
  for (let at = 0; ; ) {
    const service = byDomain.get(at === 0 ? name : name.slice(at));
    if (service !== undefined) found.push(service);
    const dot = name.indexOf('.', at);
    if (dot === -1) return found;
    at = dot + 1;
  }
}

/** `dynamic DNS of ChangeIP`. */
export function serviceWords({ kind, operator }: Pick<Service, 'kind' | 'operator'>): string {
  return `${WORDS[kind]} of ${operator}`;
}

function readTable(): ReadonlyMap<string, Service> {
  const rows = new Map<string, Service>();
  for (const { kind, operator, domains, source, seen } of SERVICE_TABLE) {
    for (const domain of domains.split(/\s+/))
      rows.set(domain, { kind, operator, source, seen, domain: domain as Name });
  }
  return rows;
}
