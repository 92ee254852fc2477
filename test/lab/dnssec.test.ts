// Our verdict on signed and wrongly signed delegations beside those of two validators: unbound's AD and SERVFAIL, and delv's
// words. Needs root (port 53 on loopback addresses) and the packages nsd, unbound, ldnsutils, bind9-utils and bind9-dnsutils.
import type { ChildProcess } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { delegationLookup } from '../../src/lookups/authority/delegation.ts';
import { openDnsClient } from '../../src/lookups/dns/client.ts';
import { RCODES, TYPES } from '../../src/lookups/dns/codec/types.ts';
import { makeGuard } from '../../src/lookups/guard.ts';
import type { LookupTools } from '../../src/lookups/tools.ts';
import type { LookupAnswer } from '../../src/model/asking/lookup.ts';
import type { Network } from '../../src/model/asking/network.ts';
import { instantAt } from '../../src/model/instant.ts';
import type { DsRecord } from '../../src/model/seen/delegation.ts';
import type { Security } from '../../src/model/seen/security.ts';
import { FREE, having } from '../lookups/dns/laboratory.ts';
import { address, name } from '../support/values.ts';
import { endAll, missingPrograms, outputOf } from './programs.ts';
import { PLACES, startSigned, TOPS } from './signed-zones.ts';

const missing = missingPrograms([
  'setpriv',
  'nsd',
  'unbound',
  'delv',
  'ldns-keygen',
  'ldns-signzone',
  'ldns-key2ds',
  'dnssec-signzone',
]);
const asked = process.env['TAKEDOWN_LAB'] === '1';
const reason = !asked ? 'TAKEDOWN_LAB=1 asks for it' : `not installed: ${missing.join(', ')}`;
const runs = asked && missing.length === 0;

/** Of `signed`, `bare` and `gone` under each top level: state, and of a lack how far it is proved. */
const EXPECTED: Readonly<Record<string, readonly [string, string, string]>> = {
  nsec: ['secure', 'insecure proved', 'secure'],
  nsec3: ['secure', 'insecure proved', 'secure'],
  salted: ['secure', 'insecure proved', 'secure'],
  // ldns sets the flag and leaves nothing out: the name has a record of its own, which proves the lack.
  optout: ['secure', 'insecure proved', 'insecure opt-out'],
  bindsec: ['secure', 'insecure proved', 'secure'],
  bindopt: ['secure', 'insecure opt-out', 'insecure opt-out'],
  rounds: ['secure', 'insecure unproved', 'insecure unproved'],
  plain: ['insecure unproved', 'insecure unproved', 'insecure unproved'],
  oddalg: ['insecure unproved', 'insecure unproved', 'insecure unproved'],
  expired: ['bogus', 'bogus', 'bogus'],
  early: ['bogus', 'bogus', 'bogus'],
  wrongkey: ['bogus', 'bogus', 'bogus'],
  bareds: ['bogus', 'insecure proved', 'secure'],
  barensec: ['secure', 'bogus', 'bogus'],
  barekeys: ['bogus', 'bogus', 'bogus'],
};

const ROWS = Object.entries(EXPECTED).flatMap(([top, states]) =>
  ['signed', 'bare', 'gone'].map((label, index) => ({ asked: `${label}.${top}`, state: states[index] ?? '' })),
);

describe.skipIf(!runs)(`signed by others${runs ? '' : ` (left out: ${reason})`}`, () => {
  let folder: string;
  let running: readonly ChildProcess[] = [];
  let anchorFile: string;
  let tools: LookupTools;
  let client: ReturnType<typeof openDnsClient>;

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'takedown-signed-'));
    const world = await startSigned(folder);
    ({ running, anchorFile } = world);
    tools = toolsFor(world.anchors);
    client = openDnsClient(tools);
  });

  afterAll(async () => {
    client?.close();
    await endAll(folder, running);
  });

  it('has every top level in the table', () => {
    expect(Object.keys(EXPECTED)).toEqual(Object.keys(TOPS));
  });

  it.each(ROWS)('$asked is $state', async ({ asked: text, state }) => {
    const [answer] = await delegationLookup(tools, client).ask(name(text), having());
    const security = securityOf(answer);
    expect(stateOf(security), JSON.stringify(answer?.sighting)).toBe(state);
    expect(`unbound: ${await unboundSays(client, text)}`).toBe(`unbound: ${asOthers(state)}`);
    expect(`delv: ${await delvSays(folder, anchorFile, text)}`).toBe(`delv: ${asDelv(state)}`);
  });

  it('asks for each key once, however many names there are', async () => {
    const fresh = openDnsClient(tools);
    const lookup = delegationLookup(tools, fresh);
    const names = ['signed.nsec', 'bare.nsec', 'gone.nsec', 'signed.nsec3'];
    const answers = (await Promise.all(names.map((one) => lookup.ask(name(one), having())))).flat();
    fresh.close();
    const uris = answers.flatMap(({ exchanges }) => exchanges.map(({ uri }) => uri));
    const keys = uris.filter((uri) => uri.includes('type=DNSKEY')).sort();
    expect(keys).toEqual([...new Set(keys)]);
    expect(keys).toHaveLength(3);
  });
});

function toolsFor(trustAnchors: readonly DsRecord[]): LookupTools {
  const network: Network = {
    simulated: true,
    closed: false,
    opened: true,
    dns: { roots: [address(PLACES.root)], resolvers: [], routes: new Map(), trustAnchors },
    rdap: { bootstrap: '', servers: new Map(), routes: new Map() },
    whois: { servers: new Map(), routes: new Map() },
  };
  return {
    network,
    guard: makeGuard(network, () => Promise.reject(new Error('no host is asked for here'))),
    pace: { enter: async () => () => {}, enterNow: () => () => {}, holdOff: () => {}, fellSilent: () => {} },
    clock: { now: () => instantAt(Date.now()), monotonic: () => performance.now() },
    random: (count) => randomBytes(count),
  };
}

function securityOf(answer: LookupAnswer | undefined): Security | undefined {
  const sighting = answer?.sighting;
  if (sighting?.lookup !== 'delegation' || sighting.outcome === 'failure') return undefined;
  return sighting.outcome === 'facts' ? sighting.facts.security : sighting.security;
}

function stateOf(security: Security | undefined): string {
  if (security?.state === 'insecure') return `insecure ${security.absence}`;
  return security?.state ?? 'none';
}

async function unboundSays(client: ReturnType<typeof openDnsClient>, text: string): Promise<string> {
  const question = { server: address(PLACES.resolver), name: text, type: TYPES.DS, recursion: true, ...FREE };
  const { answer } = await client.ask(question);
  if (!answer.ok) return answer.failure;
  if (answer.message.rcode === RCODES.SERVFAIL) return 'bogus';
  return answer.message.authenticData ? 'validated' : 'unsigned';
}

/** Both say only of a proved lack that it is validated. */
function asOthers(state: string): string {
  if (state === 'bogus') return 'bogus';
  return state === 'secure' || state === 'insecure proved' ? 'validated' : 'unsigned';
}

async function delvSays(folder: string, anchorFile: string, text: string): Promise<string> {
  const words = ['-a', anchorFile, '+root', `@${PLACES.resolver}`, `${text}.`, 'DS'];
  const said = await outputOf('delv', words, folder).catch((error: { stdout?: string }) => error.stdout ?? '');
  if (said.includes('fully validated')) return 'validated';
  return said.includes('unsigned answer') ? 'unsigned' : 'bogus';
}

/** delv calls an answer with opt-out validated, where unbound leaves AD out as RFC 5155 section 9.2 has it. */
function asDelv(state: string): string {
  return state === 'insecure opt-out' ? 'validated' : asOthers(state);
}
