// Which zone a name server answers from. A server that does not know a zone refuses (RFC 8906 section 3.1.3 is what
// a lame delegation looks like from outside).
import { isUnder, lowerName, ROOT } from '../../lookups/dns/codec/names.ts';
import { signedZone, withSignatures } from '../signing/sign.ts';
import type { Role } from '../world/setting.ts';
import { isLameFor, type NameState, stateAbove, type World } from '../world/world.ts';
import { type Asking, answerFrom, REFUSED, type Reply, type Zone } from './zone.ts';
import { hostsZone, oldZone, rootZone, sinkholeZone, topZone } from './zones.ts';

export type AuthoritativeRole = Exclude<Role, { readonly role: 'resolver' }>;

export function authoritativeAnswer(world: World, role: AuthoritativeRole, asking: Asking): Reply {
  const zone = zoneAt(world, role, lowerName(asking.name));
  if (zone === undefined) return REFUSED;
  const reply = answerFrom(zone, asking);
  const signed = asking.dnssecOk ? signedZone(world, zone) : undefined;
  return signed === undefined ? reply : withSignatures(reply, signed, asking);
}

/** The zone that this server has for a name, if it has one. */
export function zoneAt(world: World, role: AuthoritativeRole, name: string): Zone | undefined {
  switch (role.role) {
    case 'root':
      return rootZone(world);
    case 'tld': {
      const tld = role.registry.tlds.find((top) => isUnder(name, top));
      return tld === undefined ? undefined : topZone(world, tld);
    }
    case 'sinkhole': {
      const state = stateAbove(world, name);
      if (state === undefined) return zoneOfHosts(world, role, name);
      return isLameFor(world, role.host, state) ? undefined : sinkholeZone(world, state, role.sinkhole);
    }
    case 'old': {
      const state = stateAbove(world, name);
      if (state === undefined) return zoneOfHosts(world, role, name);
      return isOldHostOf(world, role, state) ? oldZone(world, state) : undefined;
    }
    default:
      return role satisfies never;
  }
}

function isOldHostOf(world: World, role: AuthoritativeRole & { readonly role: 'old' }, state: NameState): boolean {
  const wasHeld = state.registration !== null && !state.did.includes('register');
  return wasHeld && state.old.host.key === role.oldHost.key && !isLameFor(world, role.host, state);
}

/** The domain of this server's own name, which its hosting company's servers serve. */
function zoneOfHosts(world: World, role: AuthoritativeRole, name: string): Zone | undefined {
  const own = role.host.slice(role.host.indexOf('.') + 1);
  return own !== ROOT && isUnder(name, own) ? hostsZone(world, own) : undefined;
}
