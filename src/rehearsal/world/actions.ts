// What each action does to a name: one row an action. Every row is a pure function from a state to a state.
import type { Address } from '../../model/address.ts';
import type { NameFault, ScenarioAction } from '../../model/case/scenario.ts';
import { addDays, type Instant } from '../../model/instant.ts';
import { byCodeUnit } from '../../model/name.ts';
import type { EppStatus } from '../../model/seen/epp-status.ts';
import { dsOf, keyOf } from './keys.ts';
import type { Setting } from './setting.ts';
import type { NameState, Registration } from './world.ts';

interface Deed {
  readonly setting: Setting;
  readonly at: Instant;
  readonly fault?: NameFault;
  readonly to?: Address;
}

export const LOCK: readonly EppStatus[] = [
  'serverDeleteProhibited',
  'serverTransferProhibited',
  'serverUpdateProhibited',
];

/** What a corporate registrar sets of its own accord on a name that has come to it. */
export const KEPT: readonly EppStatus[] = [
  'clientDeleteProhibited',
  'clientTransferProhibited',
  'clientUpdateProhibited',
];

type Change = (registration: Registration, state: NameState, deed: Deed) => Partial<Registration>;

/** Changes to a registration that exists; on a name that nobody holds they do nothing. */
const CHANGES: Record<Exclude<ScenarioAction, 'register'>, Change> = {
  lock: ({ statuses }) => ({ statuses: withThese(statuses, LOCK) }),
  unlock: ({ statuses }) => ({ statuses: without(statuses, LOCK) }),
  transfer: ({ statuses, expires, registrant }, _, { setting }) => ({
    registrar: setting.custodian,
    // Where a holder is withheld, the next one is too: it is the server's policy and not the holder's.
    registrant: registrant.shown === 'redacted' ? registrant : { shown: 'stated', organisation: setting.petitioner },
    statuses: withThese(statuses, KEPT),
    // A transfer between registrars adds a year (ICANN Transfer Policy, section I.A.6; last verified 2026-11 in the design).
    expires: addDays(expires, 365),
  }),
  delegate: ({ ds }, _, { setting, fault }) => ({
    nameServers: [...(setting.sinkholes[0]?.servers.map(({ host }) => host) ?? [])].sort(byCodeUnit),
    ds: fault === 'stale-ds' ? ds : [],
  }),
  hold: ({ statuses }) => ({ statuses: withThese(statuses, ['serverHold']) }),
  unhold: ({ statuses }) => ({ statuses: without(statuses, ['serverHold']) }),
  'drop-ds': () => ({ ds: [] }),
  renew: ({ expires }) => ({ expires: addDays(expires, 365) }),
  expire: ({ statuses }, _, { at }) => ({ statuses: withThese(statuses, ['redemptionPeriod']), expires: at }),
  revert: (_, { old }) => ({ nameServers: old.nameServers }),
};

/** The state after the action; the same state when the action has nothing to act on. */
export function act(state: NameState, action: ScenarioAction, deed: Deed): NameState {
  const did = state.did.includes(action) ? state.did : [...state.did, action];
  if (action === 'register') return { ...state, did, registration: state.registration ?? registered(state, deed) };
  if (state.registration === null) return state;
  const changed = CHANGES[action](state.registration, state, deed);
  const { ds } = state.registration;
  return {
    ...state,
    did,
    ...(action === 'drop-ds' && ds.length > 0 ? { keptDs: { since: deed.at, ds } } : {}),
    registration: { ...state.registration, ...changed, updated: deed.at },
    ...(action === 'revert' && deed.to !== undefined ? { old: { ...state.old, web: deed.to } } : {}),
  };
}

/** A stale DS needs a DS: a name with that fault was signed. */
export function signed(state: NameState, setting: Setting): NameState {
  if (state.registration === null || state.registration.ds.length > 0) return state;
  const ds = [dsOf(state.name, keyOf(setting.seed, state.name))];
  return { ...state, old: { ...state.old, signed: true }, registration: { ...state.registration, ds } };
}

function registered(state: NameState, { setting, at }: Deed): Registration {
  return {
    registrar: setting.custodian,
    registrant: { shown: 'stated', organisation: setting.petitioner },
    statuses: [...KEPT],
    created: at,
    updated: at,
    expires: addDays(at, 365),
    handle: `N${state.name.length}-${state.registry.toUpperCase()}`,
    nameServers: [],
    ds: [],
  };
}

function withThese(statuses: readonly EppStatus[], more: readonly EppStatus[]): readonly EppStatus[] {
  return [...new Set([...statuses, ...more])].sort(byCodeUnit);
}

function without(statuses: readonly EppStatus[], fewer: readonly EppStatus[]): readonly EppStatus[] {
  return statuses.filter((status) => !fewer.includes(status));
}
