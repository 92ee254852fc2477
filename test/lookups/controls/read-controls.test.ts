import { describe, expect, it } from 'vitest';
import { readAbsent, readKnown, readRoot, readSilence } from '../../../src/lookups/controls/read-controls.ts';
import { type DnsMessage, EMPTY_MESSAGE } from '../../../src/lookups/dns/codec/message.ts';
import { RCODES } from '../../../src/lookups/dns/codec/types.ts';
import { address, name } from '../../support/values.ts';
import { record } from '../dns/messages.ts';

const heard = (parts: Partial<DnsMessage>) => ({ ok: true, message: { ...EMPTY_MESSAGE, ...parts } }) as const;
const silent = { ok: false, failure: 'timeout', detail: 'no answer' } as const;
const found = [record('x', 'A', '203.0.113.80', 60)];

describe('the root, asked for a top-level domain that nobody has made', () => {
  it.each([
    ['denies it with authority', heard({ authoritative: true, rcode: RCODES.NXDOMAIN }), 'passed', undefined],
    ['is somebody else without authority', heard({ rcode: RCODES.NXDOMAIN }), 'failed', 'path-intercepted'],
    ['is somebody else with addresses', heard({ answers: found }), 'failed', 'path-intercepted'],
    ['is rewritten', heard({ authoritative: true, answers: found }), 'failed', 'rewritten-answers'],
    ['says nothing by a refusal', heard({ rcode: RCODES.REFUSED }), 'unknown', undefined],
    ['says nothing by silence', silent, 'unknown', undefined],
  ] as const)('%s', (_, answer, state, failure) => {
    expect(readRoot(answer)).toMatchObject({ state, ...(failure && { failure }) });
  });
});

describe('a name that must not exist', () => {
  const addresses = { answer: 'addresses', addresses: [address('203.0.113.80')], ttl: 60 } as const;

  it.each([
    ['is denied', { answer: 'no-such-name' }, false, 'passed'],
    ['has an address', addresses, false, 'failed'],
    ['is an alias', { answer: 'no-data', chain: [name('park.example')] }, false, 'failed'],
    ['has an address where the registry has a wildcard', addresses, true, 'unknown'],
    ['has no record', { answer: 'no-data' }, false, 'unknown'],
    ['is not answered for', { answer: 'failure', failure: 'timeout' }, false, 'unknown'],
  ] as const)('%s', (_, answer, wild, state) => {
    expect(readAbsent(answer, 'the servers of .test', wild).state).toBe(state);
  });
});

describe('an address without a name server', () => {
  it.each([
    ['timeout', 'passed'],
    ['refused', 'passed'],
    ['unreachable', 'passed'],
    ['guarded', 'unknown'],
    ['interrupted', 'unknown'],
    ['unparsable', 'failed'],
    ['wrong-object', 'failed'],
  ] as const)('%s: %s', (failure, state) => {
    expect(readSilence({ ok: false, failure, detail: '' }, '192.0.2.1').state).toBe(state);
  });

  it('answers: somebody else does', () => {
    expect(readSilence(heard({ rcode: RCODES.REFUSED }), '192.0.2.1')).toMatchObject({ failure: 'path-intercepted' });
  });
});

describe('a delegation that is known', () => {
  it.each([
    [['A.GTLD-servers.net', 'new.example'], 'passed'],
    [['ns.elsewhere.example'], 'failed'],
    [[], 'unknown'],
  ] as const)('%j: %s', (servers, state) => {
    expect(readKnown('com', servers, ['a.gtld-servers.net']).state).toBe(state);
  });
});
