// Which host answers WHOIS for a top-level label, and in which form it wants the question. A network file's rows come
// first; a generic label without a row has its server where ICANN's registry agreement puts it.

import type { Network } from '../../model/asking/network.ts';
import { type Name, topLabel } from '../../model/name.ts';

/**
 * After IANA's root zone database (iana.org/domains/root/db); compared 2026-11 with the list of rfc1036/whois, from which
 * .au .co .dk .org .tr differ as moved since. Generic labels only where they differ from ICANN's rule.
 */
const HOSTS: Readonly<Record<string, string>> = {
  com: 'whois.verisign-grs.com',
  net: 'whois.verisign-grs.com',
  org: 'whois.publicinterestregistry.org',
  edu: 'whois.educause.edu',
  int: 'whois.iana.org',
  arpa: 'whois.iana.org',
  app: 'whois.nic.google',
  dev: 'whois.nic.google',
  page: 'whois.nic.google',
  at: 'whois.nic.at',
  au: 'whois.auda.org.au',
  be: 'whois.dns.be',
  br: 'whois.registro.br',
  ca: 'whois.cira.ca',
  cc: 'ccwhois.verisign-grs.com',
  ch: 'whois.nic.ch',
  cn: 'whois.cnnic.cn',
  co: 'whois.registry.co',
  cz: 'whois.nic.cz',
  de: 'whois.denic.de',
  dk: 'whois.punktum.dk',
  ee: 'whois.tld.ee',
  eu: 'whois.eu',
  fi: 'whois.fi',
  fr: 'whois.nic.fr',
  io: 'whois.nic.io',
  ir: 'whois.nic.ir',
  it: 'whois.nic.it',
  jp: 'whois.jprs.jp',
  kr: 'whois.kr',
  li: 'whois.nic.li',
  lt: 'whois.domreg.lt',
  lu: 'whois.dns.lu',
  me: 'whois.nic.me',
  nl: 'whois.domain-registry.nl',
  no: 'whois.norid.no',
  nu: 'whois.iis.nu',
  pl: 'whois.dns.pl',
  pt: 'whois.dns.pt',
  ro: 'whois.rotld.ro',
  rs: 'whois.rnids.rs',
  ru: 'whois.tcinet.ru',
  se: 'whois.iis.se',
  sk: 'whois.sk-nic.sk',
  su: 'whois.tcinet.ru',
  tr: 'whois.trabis.gov.tr',
  tw: 'whois.twnic.net.tw',
  ua: 'whois.ua',
  uk: 'whois.nic.uk',
  us: 'whois.nic.us',
  'xn--p1ai': 'whois.tcinet.ru',
};

/** Servers that give less, or nothing, for a bare name. Last verified 2026-11, by their own help texts. */
const FORMS: Readonly<Record<string, (name: Name) => string>> = {
  'whois.denic.de': (name) => `-T dn,ace ${name}`,
  'whois.jprs.jp': (name) => `${name}/e`,
};

/** `undefined`: a country's label that has no row here. */
export function whoisHost(name: Name, network: Network): string | undefined {
  const label = topLabel(name);
  const listed = network.whois.servers.get(label) ?? (Object.hasOwn(HOSTS, label) ? HOSTS[label] : undefined);
  // ICANN's base registry agreement, specification 4, section 1.1: whois.nic.<TLD>. Labels of two letters are countries'.
  return listed ?? (label.length > 2 ? `whois.nic.${label}` : undefined);
}

export function whoisQuery(name: Name, host: string): string {
  return (Object.hasOwn(FORMS, host) ? FORMS[host]?.(name) : undefined) ?? name;
}
