// The link to the registrar's record in a registry's RDAP answer (RFC 9083 section 4.2; ICANN's response profile asks for
// `related` with RDAP's media type). Nothing here follows it: what may be followed is decided for the question at hand.
import { type Name, nameOrNone } from '../../model/name.ts';
import { listIn, textIn } from './json.ts';

/** The one link that is there; several that differ are none. */
export function registrarLink(domain: unknown): string | undefined {
  const links = listIn(domain, 'links').filter(
    (link) =>
      textIn(link, 'rel') === 'related' && textIn(link, 'type')?.split(';')[0]?.trim() === 'application/rdap+json',
  );
  const hrefs = new Set(links.flatMap((link) => webAddress(textIn(link, 'href')) ?? []));
  const [only] = hrefs;
  return hrefs.size === 1 ? only : undefined;
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
  return path !== undefined && about?.toLowerCase() === name ? `${url.origin}${path}` : undefined;
}
