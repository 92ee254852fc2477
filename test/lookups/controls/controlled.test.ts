import { describe, expect, it } from 'vitest';
import { delegationLookup } from '../../../src/lookups/authority/delegation.ts';
import { controlledLookup } from '../../../src/lookups/controls/controlled.ts';
import { openControls } from '../../../src/lookups/controls/controls.ts';
import type { DnsClient } from '../../../src/lookups/dns/client.ts';
import { resolverLookup } from '../../../src/lookups/resolver/resolver.ts';
import type { LookupTools } from '../../../src/lookups/tools.ts';
import type { Lookup } from '../../../src/model/asking/lookup.ts';
import type { Network } from '../../../src/model/asking/network.ts';
import { address, name } from '../../support/values.ts';
import { having, laboratory } from '../dns/laboratory.ts';
import { record } from '../dns/messages.ts';
import { type Handler, reply } from '../dns/name-server.ts';

const ROOT = '198.51.100.1';
const TLD = '198.51.100.2';
const RESOLVER = '203.0.113.53';
const SILENT = '198.51.100.99';
const NXDOMAIN = 3;
const SERVFAIL = 2;

const soa = (zone: string) => record(zone, 'SOA', 'ns.test');
const asked = (query: Parameters<Handler>[0]) => query.questions[0]?.name.toLowerCase() ?? '';

/** A root that has `test` and nothing else. */
const root: Handler = (query) => {
  if (asked(query).endsWith('test')) {
    const authority = [record('test', 'NS', 'ns.test')];
    return [reply(query, { authority, additional: [record('ns.test', 'A', TLD)] })];
  }
  return [reply(query, { authoritative: true, rcode: NXDOMAIN, authority: [soa('')] })];
};

/** `test`, with the one name moved.test. */
const tld: Handler = (query) => {
  const [{ type } = { type: 0 }] = query.questions;
  if (asked(query) === 'test')
    return [reply(query, { authoritative: true, answers: [record('test', 'NS', 'ns.test')] })];
  if (!asked(query).endsWith('moved.test'))
    return [reply(query, { authoritative: true, rcode: NXDOMAIN, authority: [soa('test')] })];
  if (type === 43) return [reply(query, { authoritative: true, authority: [soa('test')] })];
  return [reply(query, { authority: [record('moved.test', 'NS', 'ns1.sinkhole.example')] })];
};

/** What a provider does who earns by names that are not there. */
const rewriting: Handler = (query) => {
  const [{ name: whole, type } = { name: '', type: 0 }] = query.questions;
  const answers = type === 1 ? [record(whole, 'A', '203.0.113.80', 60)] : [];
  return [reply(query, { recursionAvailable: true, answers })];
};

const honest: Handler = (query, transport) =>
  asked(query).endsWith('moved.test')
    ? rewriting(query, transport)
    : [reply(query, { recursionAvailable: true, rcode: NXDOMAIN, authority: [soa('test')] })];

async function laid(
  handlers: Readonly<Record<string, Handler>>,
  controls?: Network['controls'],
  monotonic: () => number = () => performance.now(),
) {
  const lab = await laboratory(handlers, {
    roots: [ROOT],
    resolvers: [RESOLVER],
    dead: SILENT in handlers ? [] : [SILENT],
  });
  const network = { ...lab.tools.network, ...(controls && { controls }) };
  const tools: LookupTools = { ...lab.tools, network, clock: { ...lab.tools.clock, monotonic } };
  const opened = openControls(tools, lab.client);
  const of = (make: (tools: LookupTools, client: DnsClient) => Lookup) =>
    controlledLookup(make(tools, lab.client), opened, tools);
  return { lab, delegation: of(delegationLookup), resolver: of(resolverLookup) };
}

const NAME = name('moved.test');

describe('a path that is as it should be', () => {
  it('changes nothing, and its control questions lie in front of the first evidence only', async () => {
    const { delegation, lab } = await laid({ [ROOT]: root, [TLD]: tld, [RESOLVER]: honest });
    const [first] = await delegation.ask(NAME, having());
    const [again] = await delegation.ask(NAME, having());
    expect(first?.sighting).toMatchObject({ outcome: 'facts', facts: { nameServers: ['ns1.sinkhole.example'] } });
    const control = first?.exchanges.filter(({ because }) => because?.startsWith('control question: ')) ?? [];
    expect(control.map(({ because }) => because)).toEqual([
      'control question: a top-level domain that must not exist, at the root',
      'control question: a name that must not exist, under .test',
    ]);
    expect(again?.exchanges.some(({ because }) => because?.startsWith('control question: '))).toBe(false);
    expect(lab.servers[TLD]?.heard.filter(({ questions }) => questions[0]?.type === 1)).toHaveLength(1);
  });

  it('asks a resolver once, by a label of two dozen letters', async () => {
    const { resolver, lab } = await laid({ [ROOT]: root, [TLD]: tld, [RESOLVER]: honest });
    const [answer] = await resolver.ask(NAME, having());
    expect(answer?.sighting).toMatchObject({ outcome: 'facts' });
    const labels = lab.servers[RESOLVER]?.heard
      .map((query) => asked(query))
      .filter((one) => !one.endsWith('moved.test'));
    expect(labels).toEqual([expect.stringMatching(/^[a-z]{24}\.test$/)]);
  });
});

describe('a path that is not', () => {
  it('a resolver that gives addresses for names that do not exist decides nothing', async () => {
    const { resolver, delegation } = await laid({ [ROOT]: root, [TLD]: tld, [RESOLVER]: rewriting });
    const [answer] = await resolver.ask(NAME, having());
    expect(answer?.sighting).toMatchObject({ outcome: 'failure', failure: 'rewritten-answers', server: RESOLVER });
    expect(answer?.sighting).not.toHaveProperty('facts');
    // The octets are all there, those of the lookup and those of the control question.
    expect(answer?.exchanges.length).toBeGreaterThan(6);
    expect(answer?.exchanges[0]?.because).toMatch(/^control question: /);
    const [direct] = await delegation.ask(NAME, having());
    expect(direct?.sighting.outcome).toBe('facts');
  });

  it('somebody who answers as the root, without authority, takes the word from every server', async () => {
    const between: Handler = (query) => [
      reply(query, {
        recursionAvailable: true,
        authority: [record('test', 'NS', 'ns.test')],
        additional: [record('ns.test', 'A', TLD)],
      }),
    ];
    const { delegation } = await laid({ [ROOT]: between, [TLD]: tld, [RESOLVER]: honest });
    const [answer] = await delegation.ask(NAME, having());
    expect(answer?.sighting).toMatchObject({ outcome: 'failure', failure: 'path-intercepted' });
  });

  it('addresses under a top-level domain for a name that is not there', async () => {
    const wild: Handler = (query, transport) =>
      asked(query).endsWith('moved.test') || asked(query) === 'test'
        ? tld(query, transport)
        : [reply(query, { authoritative: true, answers: [record(asked(query), 'A', '203.0.113.80', 60)] })];
    const { delegation } = await laid({ [ROOT]: root, [TLD]: wild, [RESOLVER]: honest });
    const [answer] = await delegation.ask(NAME, having());
    expect(answer?.sighting).toMatchObject({ outcome: 'failure', failure: 'rewritten-answers' });
  });

  it('an answer from where no name server is', async () => {
    const settings = { silent: [address(SILENT)], known: new Map() };
    const quiet = await laid({ [ROOT]: root, [TLD]: tld, [RESOLVER]: honest }, settings);
    expect((await quiet.delegation.ask(NAME, having()))[0]?.sighting.outcome).toBe('facts');
    const loud = await laid({ [ROOT]: root, [TLD]: tld, [RESOLVER]: honest, [SILENT]: honest }, settings);
    expect((await loud.delegation.ask(NAME, having()))[0]?.sighting).toMatchObject({ failure: 'path-intercepted' });
  });

  it('a known delegation to other servers', async () => {
    const settings = { silent: [], known: new Map([['test', ['ns.other.example']]]) };
    const { delegation } = await laid({ [ROOT]: root, [TLD]: tld, [RESOLVER]: honest }, settings);
    expect((await delegation.ask(NAME, having()))[0]?.sighting).toMatchObject({ failure: 'path-intercepted' });
  });
});

describe('a run of many hours', () => {
  const MINUTE = 60_000;
  const isControl = ({ because }: { readonly because?: string }) => because?.startsWith('control question: ') === true;

  it('puts its control questions again after an hour, about other names', async () => {
    let now = 0;
    const { resolver, lab } = await laid({ [ROOT]: root, [TLD]: tld, [RESOLVER]: honest }, undefined, () => now);
    const caused: number[] = [];
    for (const minutes of [0, 59, 61, 120, 122]) {
      now = minutes * MINUTE;
      const [answer] = await resolver.ask(NAME, having());
      if (answer?.exchanges.some(isControl)) caused.push(minutes);
    }
    expect(caused).toEqual([0, 61, 122]);
    const labels = lab.servers[RESOLVER]?.heard
      .map((query) => asked(query))
      .filter((one) => !one.endsWith('moved.test'));
    expect(new Set(labels).size).toBe(3);
  });

  it('puts a control question again after a minute that was not answered', async () => {
    let now = 0;
    let heard = 0;
    const forgetful: Handler = (query, transport) => {
      if (asked(query).endsWith('moved.test')) return honest(query, transport);
      heard += 1;
      return now === 0 ? [reply(query, { recursionAvailable: true, rcode: SERVFAIL })] : rewriting(query, transport);
    };
    const { resolver } = await laid({ [ROOT]: root, [TLD]: tld, [RESOLVER]: forgetful }, undefined, () => now);
    const outcomes: string[] = [];
    for (const seconds of [0, 59, 61, 122]) {
      now = seconds * 1000;
      outcomes.push((await resolver.ask(NAME, having()))[0]?.sighting.outcome ?? '');
    }
    // What it said was not yet known to be invented; from the second look on it decides nothing, for an hour.
    expect(outcomes).toEqual(['facts', 'facts', 'failure', 'failure']);
    expect(heard).toBe(2);
  });

  it('believes a path no longer once it has changed, and again once it is as it should be', async () => {
    let now = 0;
    let between = false;
    const changing: Handler = (query, transport) => (between ? rewriting : honest)(query, transport);
    const { resolver } = await laid({ [ROOT]: root, [TLD]: tld, [RESOLVER]: changing }, undefined, () => now);
    const outcomes: string[] = [];
    for (const hour of [0, 1, 2]) {
      now = hour * 60 * MINUTE;
      between = hour === 1;
      const [answer] = await resolver.ask(NAME, having());
      outcomes.push(
        answer?.sighting.outcome === 'failure' ? answer.sighting.failure : (answer?.sighting.outcome ?? ''),
      );
    }
    expect(outcomes).toEqual(['facts', 'rewritten-answers', 'facts']);
  });

  it('asks the servers themselves again, although zones and answers of a run are remembered', async () => {
    let now = 0;
    const settings = { silent: [], known: new Map([['test', ['ns.test']]]) };
    const { delegation, lab } = await laid({ [ROOT]: root, [TLD]: tld, [RESOLVER]: honest }, settings, () => now);
    const heard: number[] = [];
    for (const hour of [0, 0.5, 1]) {
      now = hour * 60 * MINUTE;
      const before = (lab.servers[ROOT]?.heard.length ?? 0) + (lab.servers[TLD]?.heard.length ?? 0);
      expect((await delegation.ask(NAME, having()))[0]?.sighting.outcome).toBe('facts');
      heard.push((lab.servers[ROOT]?.heard.length ?? 0) + (lab.servers[TLD]?.heard.length ?? 0) - before);
    }
    expect(heard[1]).toBe(0);
    expect(heard[2]).toBeGreaterThanOrEqual(3);
  });
});
