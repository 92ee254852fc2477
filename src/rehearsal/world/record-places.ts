// Every WHOIS and RDAP server of the rehearsal: one a registry, and one a registrar, whom the registries' records name.
import type { Holder } from './holder.ts';
import type { Setting } from './setting.ts';

interface RdapServer {
  readonly of: Holder;
  readonly host: string;
}

interface WhoisServer extends RdapServer {
  readonly encoding: 'utf-8' | 'latin-1';
}

export function whoisPlaces(setting: Setting): readonly WhoisServer[] {
  const registries = setting.registries.flatMap((registry): readonly WhoisServer[] => {
    const { registration } = registry;
    if (registration === undefined) return [];
    return [{ of: { holder: 'registry', registry }, host: registration.whois, encoding: registration.encoding }];
  });
  const registrars = registrarsOf(setting).map(({ of, host }) => ({
    of,
    host: `whois.${host}`,
    encoding: 'utf-8' as const,
  }));
  return [...registries, ...registrars];
}

export function rdapPlaces(setting: Setting): readonly RdapServer[] {
  const registries = setting.registries.flatMap((registry): readonly RdapServer[] => {
    const host = registry.registration?.rdap;
    return host === undefined ? [] : [{ of: { holder: 'registry', registry }, host }];
  });
  return [...registries, ...registrarsOf(setting).map(({ of, host }) => ({ of, host: `rdap.${host}` }))];
}

function registrarsOf({ oldRegistrars, custodian }: Setting): readonly RdapServer[] {
  return [...oldRegistrars, custodian].map((registrar) => ({
    of: { holder: 'registrar', registrar },
    host: registrar.host,
  }));
}
