// The state of the simulated world on a day: one state, from which every server derives what it says, so that a scenario
// cannot make them contradict each other. Pure: a day's world is the fold of all steps up to that day.

import type { Address } from '../../model/address.ts';
import type { ScenarioAction, ServerFault } from '../../model/case/scenario.ts';
import type { Instant } from '../../model/instant.ts';
import type { Name } from '../../model/name.ts';
import type { Registrant } from '../../model/registrar.ts';
import type { DsRecord } from '../../model/seen/delegation.ts';
import type { EppStatus } from '../../model/seen/epp-status.ts';
import type { OldHost, Setting, WorldRegistrar } from './setting.ts';

/** A registration as the registry's database has it. */
export interface Registration {
  readonly registrar: WorldRegistrar;
  readonly registrant: Registrant;
  readonly statuses: readonly EppStatus[];
  readonly created: Instant;
  readonly updated: Instant;
  readonly expires: Instant;
  readonly handle: string;
  readonly nameServers: readonly Name[];
  readonly ds: readonly DsRecord[];
}

/** The web that the respondents gave a name: what their name servers answer, then and now. */
export interface OldContent {
  readonly host: OldHost;
  readonly nameServers: readonly Name[];
  /** Where its mail goes. */
  readonly mail: string;
  readonly web: Address;
  readonly wildcard: boolean;
  readonly ttl: number;
  readonly signed: boolean;
  /** What is wrong with its signatures. Absent: nothing. */
  readonly broken?: SigningFault;
}

export type SigningFault = 'expired-signatures' | 'keys-unsigned';

/** What a resolver has kept of a name from before a change. */
export interface Remembered {
  readonly since: Instant;
  readonly nameServers: readonly Name[];
  readonly ds: readonly DsRecord[];
}

export interface NameState {
  readonly name: Name;
  readonly registry: string;
  /** `null`: nobody has registered it. */
  readonly registration: Registration | null;
  /** The registry keeps it back. */
  readonly reserved: boolean;
  readonly old: OldContent;
  /** Hosts of name servers that should know the zone and do not. */
  readonly lameAt: readonly string[];
  /** What the zone at the sinkhole has kept of the former one. */
  readonly kept: readonly ('mail' | 'servers')[];
  readonly remembered?: Remembered;
  /** DS records that were taken out, and when: a resolver that validates goes by them until their lifetime is over. */
  readonly keptDs?: Pick<Remembered, 'since' | 'ds'>;
  /** What has been done to it so far. */
  readonly did: readonly ScenarioAction[];
}

export interface ActiveFault {
  readonly host: string;
  readonly fault: ServerFault;
  /** Of a name server that is lame for some names only; absent: for all. */
  readonly names?: ReadonlySet<Name>;
}

export interface World {
  readonly setting: Setting;
  /** The scenario instant of the day. */
  readonly at: Instant;
  /** By name, in lower case. */
  readonly names: ReadonlyMap<string, NameState>;
  /** Registrations that the sinkholes stand on. The DNS answers of them as of all name servers' domains, whatever is done here. */
  readonly sinkholes: ReadonlyMap<string, NameState>;
  readonly faults: readonly ActiveFault[];
}

/** Statuses that keep a name out of its zone (RFC 5731 section 2.3, RFC 3915 section 3.1). */
const OUT_OF_ZONE: readonly EppStatus[] = ['serverHold', 'clientHold', 'redemptionPeriod', 'pendingDelete'];

export function inZone(registration: Registration | null): registration is Registration {
  return (
    registration !== null &&
    registration.nameServers.length > 0 &&
    !registration.statuses.some((status) => OUT_OF_ZONE.includes(status))
  );
}

/** The fault that a server has today, if any; `lame` is asked about a name. */
export function faultAt(world: World, host: string): ServerFault | undefined {
  return world.faults.find((fault) => fault.host === host && fault.fault !== 'lame')?.fault;
}

/** Whether a name server knows the zone of this name today. */
export function isLameFor(world: World, host: string, state: NameState): boolean {
  const whole = world.faults.some(
    (fault) =>
      fault.host === host && fault.fault === 'lame' && (fault.names === undefined || fault.names.has(state.name)),
  );
  return whole || state.lameAt.includes(host);
}

/** What a registry's database has under this name, in lower case. */
export function recordOf({ names, sinkholes }: World, name: string): NameState | undefined {
  return names.get(name) ?? sinkholes.get(name);
}

/** The name of the case that a question in lower case is about, at it or under it. */
export function stateAbove(world: World, question: string): NameState | undefined {
  for (let at = question; ; at = at.slice(at.indexOf('.') + 1)) {
    const state = world.names.get(at);
    if (state !== undefined || !at.includes('.')) return state;
  }
}
