// The world before the first day: every name of the case as the respondents held it. What the scenario does not say is
// made up from the seed, the same for the same seed.
import { parseAddress } from '../../model/address.ts';
import type { Case } from '../../model/case/case.ts';
import type { Beginning, NameFault, Scenario } from '../../model/case/scenario.ts';
import { sinkholeDomainsOf } from '../../model/case/sinkhole.ts';
import { addDays, type Instant, instantAt, millisecondsOf } from '../../model/instant.ts';
import { byCodeUnit, type Name, nameOrNone, topLabel } from '../../model/name.ts';
import type { Registrant } from '../../model/registrar.ts';
import { KEPT, LOCK, signed } from './actions.ts';
import { chosen } from './advance.ts';
import { pick } from './chance.ts';
import { dsOf, keyOf } from './keys.ts';
import { type OldHost, registryOf, type Setting } from './setting.ts';
import type { NameState, OldContent, Registration, World } from './world.ts';

/** What the real TLDs of this case let a resolver keep an address for is up to each zone: a day is the usual figure. */
const ADDRESS_TTL = 86_400;

/** Holders that do not exist. */
const HOLDERS = ['Golden Gate Web Works', 'A. Müller EDV', 'Blue Lagoon Trading', 'Sunrise Online Media'];

interface Start {
  readonly setting: Setting;
  readonly start: Instant;
  readonly beginning: Beginning;
}

export function beginningOf(theCase: Case, scenario: Scenario, setting: Setting): World {
  const names = new Map<string, NameState>();
  for (const { registrable } of theCase.schedules.flatMap((schedule) => schedule.names)) {
    if (names.has(registrable)) continue;
    const beginning = scenario.before[registrable] ?? {};
    names.set(registrable, stateOf(registrable, { setting, start: scenario.start, beginning }));
  }
  const sinkholes = new Map(
    sinkholeDomainsOf(theCase).map(({ name }) => [name, ownStateOf(name, { setting, scenario })] as const),
  );
  return withKeys({ setting, at: scenario.start, names, sinkholes, faults: [] }, scenario);
}

/** A sinkhole's own domain is the petitioner's, locked and paid for, where the scenario does not say otherwise. */
function ownStateOf(name: Name, { setting, scenario }: { readonly setting: Setting; readonly scenario: Scenario }) {
  const { start, before } = scenario;
  const beginning = { registrant: setting.petitioner, ...before[name] };
  const state = stateOf(name, { setting, start, beginning });
  if (state.registration === null) return state;
  const { registration } = state;
  const nameServers = setting.index.domains.get(name)?.map(({ host }) => host) ?? registration.nameServers;
  const expires = before[name]?.expires ?? addDays(wholeSecond(start), 3 * 365);
  const statuses = [...KEPT, ...LOCK].sort(byCodeUnit);
  return { ...state, registration: { ...registration, registrar: setting.custodian, statuses, nameServers, expires } };
}

/** What can go wrong only where there are signatures. */
const OF_SIGNED: readonly (NameFault | undefined)[] = ['stale-ds', 'expired-signatures', 'keys-unsigned'];

/** A DS can only become stale where there was one: names with such a fault are signed from the beginning. */
function withKeys(world: World, scenario: Scenario): World {
  const names = new Map(world.names);
  for (const step of scenario.days.flatMap(({ steps }) => steps)) {
    if (step.step !== 'names' || !OF_SIGNED.includes(step.fault)) continue;
    for (const name of chosen(world, step)) {
      const state = names.get(name);
      if (state !== undefined) names.set(name, signed(state, world.setting));
    }
  }
  return { ...world, names };
}

function stateOf(name: Name, start: Start): NameState {
  const old = contentOf(name, start);
  return {
    name,
    registry: registryOf(start.setting, topLabel(name))?.id ?? `.${topLabel(name)}`,
    registration: start.beginning.registered === undefined ? registrationOf(name, start, old) : null,
    reserved: start.beginning.registered === 'reserved',
    old,
    lameAt: [],
    kept: [],
    did: [],
  };
}

function contentOf(name: Name, { setting, beginning }: Start): OldContent {
  const host = oneOf(setting.oldHosts, setting.seed, `host of ${name}`);
  const nameServers = host.servers.length > 0 ? host.servers.map(({ host: at }) => at) : ownServers(name, host);
  const web = parseAddress(`203.0.113.${100 + pick(setting.seed, `web of ${name}`, 120)}`);
  if (web === undefined) throw new Error(`no web address for ${name}`);
  return {
    host,
    nameServers: [...nameServers].sort(byCodeUnit),
    mail: mailHost(name, host),
    web,
    wildcard: beginning.wildcard ?? true,
    ttl: beginning.ttl ?? ADDRESS_TTL,
    signed: beginning.signed ?? false,
  };
}

/** The hosting company's, or the name itself where it has servers of its own. */
function mailHost(name: Name, { servers: [first] }: OldHost): string {
  return first === undefined ? name : `mx.${first.host.slice(first.host.indexOf('.') + 1)}`;
}

function ownServers(name: Name, host: OldHost): readonly Name[] {
  return host.addresses.flatMap((_, index) => nameOrNone(`ns${index + 1}.${name}`) ?? []);
}

function registrationOf(name: Name, { setting, start, beginning }: Start, old: OldContent): Registration {
  const age = 120 + pick(setting.seed, `age of ${name}`, 500);
  const created = addDays(wholeSecond(start), -age);
  return {
    registrar: oneOf(setting.oldRegistrars, setting.seed, `registrar of ${name}`),
    registrant: registrantOf(name, setting.seed, beginning),
    statuses: ['clientTransferProhibited'],
    created,
    updated: addDays(created, 60),
    // Two years from the creation: none of them ends by itself soon after the orders, unless the scenario says so.
    expires: beginning.expires ?? addDays(created, 365 * 2 + 400),
    handle: `D${1_000_000 + pick(setting.seed, `handle of ${name}`, 9_000_000)}-${topLabel(name).toUpperCase()}`,
    nameServers: old.nameServers,
    ds: old.signed ? [dsOf(name, keyOf(setting.seed, name))] : [],
  };
}

function registrantOf(name: Name, seed: string, beginning: Beginning): Registrant {
  if (beginning.registrant === 'redacted') return { shown: 'redacted' };
  const organisation = beginning.registrant ?? oneOf(HOLDERS, seed, `holder of ${name}`);
  return { shown: 'stated', organisation };
}

function wholeSecond(instant: Instant): Instant {
  return instantAt(Math.floor(millisecondsOf(instant) / 1000) * 1000);
}

function oneOf<T>(list: readonly T[], seed: string, text: string): T {
  const found = list[pick(seed, text, list.length)];
  if (found === undefined) throw new Error('nothing to choose from');
  return found;
}
