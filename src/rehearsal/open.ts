// Opens the simulated internet: every server of the setting on loopback, and the network that leads to them. The one entry
// of this room; the scenario is played by `enter`.
import { ROOT } from '../lookups/dns/codec/names.ts';
import type { Address } from '../model/address.ts';
import type { Endpoint, Network } from '../model/asking/network.ts';
import { plainResolver } from '../model/asking/resolver-place.ts';
import type { Case } from '../model/case/case.ts';
import type { JournalEntry } from '../model/case/journal.ts';
import type { Scenario } from '../model/case/scenario.ts';
import type { Instant } from '../model/instant.ts';
import { openNameServer } from './dns/server.ts';
import { type KeptMail, openMailServer } from './mail.ts';
import { BOOTSTRAP_PATH, openBootstrap, openRdapServer } from './rdap/server.ts';
import { endpointAt, type Listening, type Load } from './sockets.ts';
import { openWhoisServer } from './whois/server.ts';
import { worldOn } from './world/advance.ts';
import { beginningOf } from './world/beginning.ts';
import { dsOf, keyOf } from './world/keys.ts';
import { rdapPlaces, whoisPlaces } from './world/record-places.ts';
import { rolesOf, type Setting } from './world/setting.ts';
import { settle } from './world/settle.ts';
import type { World } from './world/world.ts';

export interface RehearsalWanted {
  readonly theCase: Case;
  readonly scenario: Scenario;
  /** The scenario instant: lifetimes fall with it. */
  readonly clock: () => Instant;
  /** No waiting but a little at WHOIS. */
  readonly fast: boolean;
  /** In place of the usual ones; for measurements. */
  readonly waits?: Partial<Waits>;
  readonly seed?: string;
}

/** Milliseconds that a question takes by protocol. WHOIS works on one at a time. */
interface Waits {
  readonly dns: number;
  readonly rdap: number;
  readonly whois: number;
}

export interface Entered {
  readonly at: Instant;
  readonly journal: readonly JournalEntry[];
  readonly check: boolean;
}

export interface Rehearsal {
  readonly network: Network;
  readonly days: readonly number[];
  /**
   * Moves the world to a day, forwards or back, and says when its check begins: the caller sets its clock to that.
   * Throws a RangeError for a day that the scenario does not have.
   */
  enter(day: number): Entered;
  /** Questions and milliseconds of work by server since the start; RDAP works on several at once, WHOIS never. */
  load(): readonly Readonly<Load>[];
  /** What was handed to the mail server so far, oldest first. */
  mails(): readonly KeptMail[];
  close(): Promise<void>;
}

/** Enough to be felt and little enough for a fortnight in half a minute. */
const UNHURRIED: Waits = { dns: 3, rdap: 15, whois: 15 };
const FAST: Waits = { dns: 0, rdap: 0, whois: 5 };

interface Stage {
  readonly setting: Setting;
  readonly world: () => World;
  readonly clock: () => Instant;
  readonly pace: Waits;
  readonly loads: Load[];
  readonly open: Listening[];
}

export async function openRehearsal(wanted: RehearsalWanted): Promise<Rehearsal> {
  const { theCase, scenario, clock, fast, waits, seed = 'takedown' } = wanted;
  const setting = settle(theCase, scenario, seed);
  const beginning = beginningOf(theCase, scenario, setting);
  let world = beginning;
  const pace = { ...(fast ? FAST : UNHURRIED), ...waits };
  const stage: Stage = { setting, world: () => world, clock, pace, loads: [], open: [] };
  const close = async () => {
    await Promise.all(stage.open.splice(0).map((server) => server.close()));
  };
  try {
    const post = await openMailServer(clock);
    stage.open.push(post);
    const network = await openNetwork(stage, scenario.start, post.port);
    const enter = (day: number) => {
      const entry = scenario.days.find((one) => one.day === day);
      if (entry === undefined) throw new RangeError(`the scenario has no day ${day}`);
      world = worldOn(beginning, scenario, day);
      return { at: entry.at, journal: entry.journal, check: entry.check };
    };
    const days = scenario.days.map(({ day }) => day);
    return { network, days, enter, load: () => stage.loads, mails: post.mails, close };
  } catch (error) {
    await close();
    throw error;
  }
}

async function openNetwork(stage: Stage, start: Instant, mailPort: number): Promise<Network> {
  const { setting } = stage;
  const bootstrap = await opened(stage, openBootstrap(setting.registries, start));
  return {
    simulated: true,
    closed: true,
    opened: true,
    clock: start,
    dns: {
      roots: setting.roots.flatMap(({ addresses }) => addresses),
      resolvers: setting.resolvers.map(({ address }) => plainResolver(address)),
      routes: await openDns(stage),
      trustAnchors: [dsOf(ROOT, keyOf(setting.seed, ROOT))],
    },
    rdap: {
      bootstrap: `http://${bootstrap.address}:${bootstrap.port}${BOOTSTRAP_PATH}`,
      servers: new Map(),
      routes: new Map([[bootstrap.address, bootstrap], ...(await openRdap(stage))]),
    },
    whois: { servers: whoisHosts(setting), routes: await openWhois(stage) },
    smtp: { host: endpointAt(mailPort).address, port: mailPort },
  };
}

async function openDns(stage: Stage): Promise<ReadonlyMap<Address, Endpoint>> {
  const { setting, world, clock, pace } = stage;
  const byAddress = rolesOf(setting);
  const roles = [...byAddress.values()];
  const routes = new Map<Address, Endpoint>();
  for (const [address, role] of byAddress) {
    const load = loadOf(stage, address, 'dns');
    const server = openNameServer({ role, roles, world, clock, latency: pace.dns, load });
    routes.set(address, await opened(stage, server));
  }
  return routes;
}

async function openWhois(stage: Stage): Promise<ReadonlyMap<string, Endpoint>> {
  const { setting, world, clock, pace } = stage;
  const routes = new Map<string, Endpoint>();
  for (const { of, host, encoding } of whoisPlaces(setting)) {
    const load = loadOf(stage, host, 'whois');
    const server = openWhoisServer({ of, host, encoding, world, clock, work: pace.whois, load });
    routes.set(host, await opened(stage, server));
  }
  return routes;
}

async function openRdap(stage: Stage): Promise<readonly (readonly [string, Endpoint])[]> {
  const { setting, world, clock, pace } = stage;
  const routes: (readonly [string, Endpoint])[] = [];
  for (const { of, host } of rdapPlaces(setting)) {
    const load = loadOf(stage, host, 'rdap');
    routes.push([host, await opened(stage, openRdapServer({ of, host, world, clock, latency: pace.rdap, load }))]);
  }
  return routes;
}

function whoisHosts({ registries }: Setting): ReadonlyMap<string, string> {
  const hosts = registries.flatMap(({ tlds, registration }) =>
    registration === undefined ? [] : tlds.map((tld) => [tld, registration.whois] as const),
  );
  return new Map(hosts);
}

async function opened(stage: Stage, server: Promise<Listening>): Promise<Endpoint> {
  const listening = await server;
  stage.open.push(listening);
  return endpointAt(listening.port);
}

function loadOf(stage: Stage, server: string, protocol: Load['protocol']): Load {
  const load = { server, protocol, questions: 0, busy: 0 };
  stage.loads.push(load);
  return load;
}
