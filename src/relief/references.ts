// What terms refer to, found in the case. The case file's rules have checked the references before anybody asks here.
import { type Address, familyOf, type Prefix, prefixTest } from '../model/address.ts';
import type { Case } from '../model/case/case.ts';
import type { Sinkhole } from '../model/case/sinkhole.ts';
import type { Registrar } from '../model/registrar.ts';
import { EPP_STATUS_CODES } from '../model/seen/epp-status.ts';
import type { Zod } from './define.ts';

export const registrarRef = (z: Zod) =>
  z.string().min(1).describe('A key of `registrars`: the registrar that the order names.');
export const sinkholeRef = (z: Zod) => z.string().min(1).describe('A key of `sinkholes`: where the traffic is to go.');
export const eppStatuses = (z: Zod) =>
  z.array(z.enum(EPP_STATUS_CODES)).min(1).describe('EPP statuses, in EPP’s spelling.');

export function registrarIn(theCase: Case, key: string): Registrar {
  return found(theCase.registrars, key, 'registrar');
}

export function sinkholeIn(theCase: Case, key: string): Sinkhole {
  return found(theCase.sinkholes, key, 'sinkhole');
}

function found<T>(table: Readonly<Record<string, T>>, key: string, what: string): T {
  const entry = Object.hasOwn(table, key) ? table[key] : undefined;
  if (entry === undefined) throw new Error(`an unchecked case: no ${what} "${key}"`);
  return entry;
}

/** Enough for every sinkhole, and bounded against a list of names that all point elsewhere. */
const REMEMBERED = 4096;

/** The test of `prefixTest`, which remembers: a sinkhole's few addresses come up by the hundred thousand. */
export function rememberingTest(prefixes: readonly Prefix[]): (address: Address) => boolean {
  const holds = prefixTest(prefixes);
  const seen = new Map<Address, boolean>();
  return (address) => {
    const known = seen.get(address);
    if (known !== undefined) return known;
    const verdict = holds(address);
    if (seen.size < REMEMBERED) seen.set(address, verdict);
    return verdict;
  };
}

/** The prefixes of an address's own family, as a sentence names them; `no prefix of IPv6` where there is none. */
export function prefixesLike(address: Address, prefixes: readonly Prefix[]): string {
  const colon = familyOf(address) === 'ipv6';
  const alike = prefixes.filter((prefix) => prefix.includes(':') === colon);
  return alike.length === 0 ? `the sinkhole, which has no ${colon ? 'IPv6' : 'IPv4'} prefix` : alike.join(', ');
}
