// An answer that does not fit what the parent zone signs decides nothing; one that nobody could validate decides as before.
import { expect, test } from 'vitest';
import type { ObservationOf } from '../../src/model/seen/observation.ts';
import type { Security } from '../../src/model/seen/security.ts';
import { delegationOf, dsOf } from '../../src/progress/delegation-facts.ts';
import type { Group } from '../../src/progress/sighting.ts';
import { at, name } from '../support/values.ts';

const asked = {
  name: name('example.com'),
  lookup: 'delegation',
  authority: 'parent-zone',
  question: 'NS DS example.com',
  at: at('2026-11-22T12:00:00Z'),
  took: 1,
  reader: 'delegation/1',
  of: 2,
} as const;

function delegated(id: string, security?: Security): ObservationOf<'delegation'> {
  const facts = { zone: 'com', nameServers: [name('ns1.sink.test')], glue: {}, ds: [], ...(security && { security }) };
  return { ...asked, id, server: `${id}.gtld 192.0.2.1`, outcome: 'facts', facts };
}

function group(...observations: readonly ObservationOf<'delegation'>[]): Group<'delegation'> {
  return { observations, missing: 0 };
}

const BOGUS: Security = { state: 'bogus', reason: 'no signature over the DS of example.com' };

test('a DS answer that is bogus at one server leaves the DS unknown, and the delegation known', () => {
  const seen = group(delegated('a'), delegated('b', BOGUS));
  const delegation = delegationOf(seen);
  expect(delegation.known).toBe(true);
  expect(dsOf(seen, delegation)).toEqual({
    known: false,
    word: 'bogus',
    reason: 'b.gtld 192.0.2.1: no signature over the DS of example.com',
    citations: ['b'],
  });
});

test('what could not be validated decides as it did', () => {
  const seen = group(delegated('a', { state: 'indeterminate', reason: 'the keys of com are not known' }));
  expect(dsOf(seen, delegationOf(seen))).toMatchObject({ known: true, value: [] });
});

test('a lack of the name that the zone does not prove is not believed', () => {
  const absent: ObservationOf<'delegation'> = {
    ...asked,
    id: 'a',
    server: 'a',
    outcome: 'no-such-object',
    security: BOGUS,
  };
  expect(delegationOf(group(absent))).toMatchObject({ known: false, word: 'bogus' });
  const { security: _, ...plain } = absent;
  expect(delegationOf(group(plain))).toMatchObject({ known: true, value: null });
});
