// A rehearsal's scenario: how the names stand before the first day, who complies when, and what goes wrong. Written by
// people in rehearsal.yaml; casefile/scenario.ts reads it and src/rehearsal plays it.
import type { Address } from '../address.ts';
import type { Instant } from '../instant.ts';
import type { Name } from '../name.ts';
import type { JournalEntry } from './journal.ts';

/** What a registry (or whoever holds the name) does to a name. */
export const SCENARIO_ACTIONS = {
  lock: 'sets serverTransferProhibited, serverUpdateProhibited and serverDeleteProhibited',
  unlock: 'takes the three server prohibitions away',
  transfer: "makes the case's registrar the registrar of record and the petitioner the registrant",
  delegate: "delegates to the case's sinkhole and takes the DS records out",
  hold: 'sets serverHold: the name leaves the zone',
  unhold: 'takes serverHold away',
  'drop-ds': 'takes the DS records out',
  renew: 'renews the registration for a year',
  expire: 'lets the registration lapse into its redemption period: the name leaves the zone',
  register: "registers a name that nobody holds, at the case's registrar",
  revert: 'puts the old delegation back, with the old web server or the one at `to`',
} as const;
export type ScenarioAction = keyof typeof SCENARIO_ACTIONS;

/** What goes wrong with a name in the course of a step. */
export const NAME_FAULTS = {
  'stale-ds': 'the old DS records stay at the registry',
  'warm-cache': 'the validating resolver still has the old answers and the old delegation',
  lame: "the sinkhole's second name server does not know the zone",
  'left-over-mail': "the zone at the sinkhole still sends the name's mail to its former host",
  'left-over-servers': 'the zone at the sinkhole still names its former name servers too, which have dropped it',
  'expired-signatures': 'the signatures of its zone at the former host have run out and were not made anew',
  'keys-unsigned': 'the key that the DS leads to signs nothing: a change of keys was left half done at the former host',
} as const;
export type NameFault = keyof typeof NAME_FAULTS;

/** What goes wrong with a server. */
export const SERVER_FAULTS = {
  'rate-limited': 'asks to come back later: plain text over WHOIS, 429 over RDAP, silence over DNS',
  denied: 'refuses the question',
  failing: 'says that it failed',
  silent: 'takes the question and does not answer',
  slow: 'answers after half a second more',
  garbage: 'answers with octets that mean nothing',
  truncating: 'a name server that answers over TCP only',
  rewriting: 'a resolver that gives an address for every name that does not exist',
  lame: 'a name server that does not know the zones of the step',
} as const;
export type ServerFault = keyof typeof SERVER_FAULTS;

/** Which of the subject's names a step is about. `rest`: those that its earlier steps have not done all of this to. */
export type NameChoice =
  | { readonly choice: 'all' | 'rest' }
  | { readonly choice: 'first'; readonly count: number; readonly of?: number }
  | { readonly choice: 'named'; readonly names: readonly Name[] };

interface StepCommon {
  /** As written: a recipient's id, `.info`, a name, or the host of a server. */
  readonly subject: string;
  readonly names: NameChoice;
  /** Names that are left out of the choice. */
  readonly but: readonly Name[];
}

/** What a registry, or somebody for a single name, does on a day. */
export interface NameStep extends StepCommon {
  readonly step: 'names';
  readonly at: Instant;
  readonly do: readonly ScenarioAction[];
  readonly fault?: NameFault;
  /** Where `revert` leads. */
  readonly to?: Address;
}

/** What goes wrong with a server, from its day to the day `until` inclusive. */
export interface ServerStep extends StepCommon {
  readonly step: 'server';
  readonly fault: ServerFault;
  readonly until: number;
}

export type ScenarioStep = NameStep | ServerStep;

export interface ScenarioDay {
  readonly day: number;
  /** When the check of that day begins. */
  readonly at: Instant;
  readonly steps: readonly ScenarioStep[];
  /** What people record on that day. */
  readonly journal: readonly JournalEntry[];
  /** False on days that only change the world. */
  readonly check: boolean;
}

/** How a name stands before the first day, where that is not what the world makes up for it. */
export interface Beginning {
  /** `never`: nobody has registered it. `reserved`: the registry keeps it back. */
  readonly registered?: 'never' | 'reserved';
  readonly expires?: Instant;
  /** `redacted`, or the organisation that is shown. */
  readonly registrant?: string;
  /** It has a key and a DS record. */
  readonly signed?: boolean;
  /** Seconds for which its old addresses may be cached. */
  readonly ttl?: number;
  /** False: only the apex and `www` had addresses. */
  readonly wildcard?: boolean;
}

/** `thin`: the registry keeps no registrants, so that it shows none over RDAP either. */
export const WHOIS_LAYOUTS = ['icann', 'thin', 'key-value'] as const;
export type WhoisLayout = (typeof WHOIS_LAYOUTS)[number];

/** A registry's servers, where they are not the ordinary ones. */
interface RegistrySetup {
  readonly whois?: string;
  readonly layout?: WhoisLayout;
  readonly encoding?: 'utf-8' | 'latin-1';
  /** Host name, or `none` for a registry without RDAP. */
  readonly rdap?: string;
}

/** A registry's hosts; those of ICANN's registry agreement where the scenario names none. */
export function registryHosts(setup: RegistrySetup | undefined, tld: string): { whois: string; rdap?: string } {
  const { whois = `whois.nic.${tld}`, rdap = `rdap.nic.${tld}` } = setup ?? {};
  return rdap === 'none' ? { whois } : { whois, rdap };
}

export interface Scenario {
  readonly start: Instant;
  readonly registries: Readonly<Record<string, RegistrySetup>>;
  readonly before: Readonly<Record<string, Beginning>>;
  readonly days: readonly ScenarioDay[];
}
