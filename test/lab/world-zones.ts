// The simulated world as zone files, for real name servers: the same state from which the rehearsal's own servers answer,
// one zone after the other, with the signatures and chains that the rehearsal itself makes.
import { createHash } from 'node:crypto';
import type { ResourceRecord } from '../../src/lookups/dns/codec/message.ts';
import { isUnder, ROOT } from '../../src/lookups/dns/codec/names.ts';
import { TYPES, typeText } from '../../src/lookups/dns/codec/types.ts';
import { rdataText } from '../../src/lookups/printing/print-rdata.ts';
import { fullName } from '../../src/lookups/printing/print-words.ts';
import type { Address } from '../../src/model/address.ts';
import { type AuthoritativeRole, zoneAt } from '../../src/rehearsal/dns/authoritative.ts';
import type { Zone } from '../../src/rehearsal/dns/zone.ts';
import { type SignedZone, setsOf, signedZone } from '../../src/rehearsal/signing/sign.ts';
import { rolesOf } from '../../src/rehearsal/world/setting.ts';
import type { World } from '../../src/rehearsal/world/world.ts';

export interface WorldServer {
  readonly id: string;
  readonly role: AuthoritativeRole['role'];
  readonly addresses: readonly Address[];
  /** Zone files by apex; the root is the empty name. */
  readonly zones: ReadonlyMap<string, string>;
}

/** One server for all addresses that have the same zones: never a parent and a child together. */
export function worldServers(world: World): readonly WorldServer[] {
  const servers = new Map<
    string,
    { role: AuthoritativeRole['role']; addresses: Address[]; zones: Map<string, string> }
  >();
  for (const [address, role] of rolesOf(world.setting)) {
    if (role.role === 'resolver') continue;
    const zones = zonesOf(world, role);
    const key = `${role.role} ${createHash('sha256')
      .update(JSON.stringify([...zones]))
      .digest('hex')}`;
    const known = servers.get(key);
    if (known === undefined) servers.set(key, { role: role.role, addresses: [address], zones });
    else known.addresses.push(address);
  }
  return [...servers.values()].map((server, at) => ({ ...server, id: `${server.role}-${at}` }));
}

function zonesOf(world: World, role: AuthoritativeRole): Map<string, string> {
  const candidates =
    role.role === 'root' ? [''] : role.role === 'tld' ? role.registry.tlds : [...world.names.keys(), above(role.host)];
  const texts = new Map<string, string>();
  for (const apex of candidates) {
    const zone = zoneAt(world, role, apex === '' ? '.' : apex);
    if (zone !== undefined) texts.set(apex, zoneText(world, zone, namesIn(world, apex)));
  }
  return texts;
}

function above(host: string): string {
  return host.slice(host.indexOf('.') + 1);
}

/** Every name that a zone of this world may have something at, with the wildcard that stands for all others. */
function namesIn(world: World, apex: string): readonly string[] {
  const { setting } = world;
  const own = [...world.names.values()].flatMap(({ name, old }) => [
    name,
    `www.${name}`,
    `*.${name}`,
    ...old.nameServers,
  ]);
  const hosts = [...setting.index.addresses.keys(), ...setting.index.domains.keys()];
  const all = [...setting.index.registries.keys(), ...hosts, ...own];
  return [...new Set(all)].filter((name) => name !== apex && (apex === '' || isUnder(name, apex)));
}

function zoneText(world: World, zone: Zone, names: readonly string[]): string {
  const lines = [recordLine(zone.soa)];
  const add = (records: readonly ResourceRecord[]) => lines.push(...records.map(recordLine));
  add((zone.recordsAt(zone.apex) ?? []).filter(({ type }) => type !== TYPES.SOA));
  for (const name of names) {
    const cut = zone.cutAt(name);
    if (cut !== undefined) add([...cut.ns, ...cut.ds, ...cut.glue]);
    else if (!isBelowCut(zone, name)) add((zone.recordsAt(name) ?? []).filter((one) => !isOfWildcard(zone, name, one)));
  }
  const signed = signedZone(world, zone);
  if (signed !== undefined) add(madeBySigning(signed));
  return `${[...new Set(lines)].join('\n')}\n`;
}

/** A server answers with it as it stands; it signs nothing. */
function madeBySigning({ zone, parts, chain, sign }: SignedZone): readonly ResourceRecord[] {
  const own = parts.owners().flatMap((owner) => {
    const cut = owner === zone.apex ? undefined : zone.cutAt(owner);
    return setsOf(cut?.ds ?? zone.recordsAt(owner) ?? []).flatMap((set) => sign(set, owner));
  });
  return [...own, ...chain.records.flatMap((one) => [one, ...sign([one], one.name)])];
}

function isBelowCut(zone: Zone, name: string): boolean {
  for (let at = above(name); at !== zone.apex && at.includes('.'); at = above(at)) if (zone.cutAt(at)) return true;
  return false;
}

/** Where a wildcard gives the same, the name need not stand in the zone by itself. */
function isOfWildcard(zone: Zone, name: string, record: ResourceRecord): boolean {
  if (name.startsWith('*.') || name === zone.apex) return false;
  const wild = zone.recordsAt(`*.${zone.apex}`) ?? [];
  return wild.some(({ type, rdata }) => type === record.type && JSON.stringify(rdata) === JSON.stringify(record.rdata));
}

function recordLine({ name, ttl, type, rdata }: ResourceRecord): string {
  return `${fullName(name === '' ? ROOT : name)} ${ttl} IN ${typeText(type)} ${rdataText(rdata)}`;
}
