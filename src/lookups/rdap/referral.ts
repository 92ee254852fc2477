// The link to the registrar's record in a registry's RDAP answer (RFC 9083 section 4.2; ICANN's response profile asks for
// `related` with RDAP's media type). Nothing here follows it: what may be followed is decided for the question at hand.
import { type Name, nameOrNone } from '../../model/name.ts';
import { listIn, textIn } from './json.ts';

/**
 * The one link that is there; several that differ are none. Without a media type it must at least ask for the name, as RDAP
 * does. Some registries link to their own answer: as `self` too (CentralNic, 2024), or without saying so (CoCCA, 2026), which
 * the base URL that was asked shows.
 */
export function registrarLink(domain: unknown, name: Name, base: string): string | undefined {
  const links = listIn(domain, 'links').flatMap((link) => {
    const href = webAddress(textIn(link, 'href'));
    return href === undefined ? [] : [{ rel: wordOf(link, 'rel'), type: wordOf(link, 'type'), href }];
  });
  const own = new Set(links.filter(({ rel }) => rel === 'self').map(({ href }) => href));
  const related = links.filter(
    ({ rel, type, href }) =>
      rel === 'related' &&
      !own.has(href) &&
      baseOfLink(href, name) !== base &&
      (type === undefined ? baseOfLink(href, name) !== undefined : type === 'application/rdap+json'),
  );
  const hrefs = new Set(related.map(({ href }) => href));
  const [only] = hrefs;
  return hrefs.size === 1 ? only : undefined;
}

function wordOf(link: unknown, key: string): string | undefined {
  return textIn(link, key)?.split(';')[0]?.trim().toLowerCase() || undefined;
}

function webAddress(text: string | undefined): string | undefined {
  if (text === undefined || !URL.canParse(text)) return undefined;
  const url = new URL(text);
  return /^https?:$/.test(url.protocol) ? url.href : undefined;
}

/**
 * What stands before `domain/NAME` in the link. `undefined` for a link to anything else, to an address instead of a host,
 * to another port, or with a password: no registrar's server is named like that. Plain http is the wire's to refuse.
 */
export function baseOfLink(link: string, name: Name): string | undefined {
  if (!URL.canParse(link)) return undefined;
  const url = new URL(link);
  if (url.port !== '' || url.username !== '' || url.password !== '' || url.search !== '') return undefined;
  if (!/^https?:$/.test(url.protocol) || nameOrNone(url.hostname) === undefined) return undefined;
  const [, path, about] = /^(.*\/)domain\/([^/]+)$/.exec(url.pathname) ?? [];
  return path !== undefined && about?.toLowerCase().replace(/\.$/, '') === name ? `${url.origin}${path}` : undefined;
}
