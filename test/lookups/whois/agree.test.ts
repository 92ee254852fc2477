import { expect, it } from 'vitest';
import { agreed } from '../../../src/lookups/whois/agree.ts';
import type { Reading } from '../../../src/lookups/whois/read.ts';
import { instantAt } from '../../../src/model/instant.ts';
import type { RegistrationFacts } from '../../../src/model/seen/observation.ts';
import { name } from '../../support/values.ts';

const EARLY = instantAt(0);
const LATE = instantAt(86_400_000);
const NS1 = name('ns1.example.test');
const NS2 = name('ns2.example.test');

function ours(facts: RegistrationFacts, contradictory: Reading['contradictory'] = []): Reading {
  return { facts, contradictory, about: [], hints: [] };
}

it('our reading stands where the second reader says the same, or nothing', () => {
  const facts: RegistrationFacts = { created: EARLY, nameServers: [NS1, NS2], statuses: ['ok'] };
  expect(agreed(ours(facts), {})).toEqual(facts);
  expect(agreed(ours(facts), { created: EARLY, nameServers: [NS2, NS1], statuses: ['ok'] })).toEqual(facts);
});

it('the second reader fills what we left open, and is named for it', () => {
  expect(agreed(ours({ created: EARLY }), { created: EARLY, expires: LATE })).toEqual({
    created: EARLY,
    expires: LATE,
    secondReader: ['expires'],
  });
});

it('nothing is said where the two disagree', () => {
  const facts: RegistrationFacts = { created: EARLY, signed: true, statuses: ['ok'], nameServers: [NS1] };
  const other: RegistrationFacts = { created: LATE, signed: false, statuses: ['clientHold'], nameServers: [NS1, NS2] };
  expect(agreed(ours(facts), other)).toEqual({});
});

it('the second reader never settles what contradicts itself', () => {
  expect(agreed(ours({}, ['registrar']), { registrar: { name: 'Good Evil' } })).toEqual({});
});

it('one registrar may be spelled in two ways, but not be two', () => {
  const registrar = { name: 'MarkMonitor Inc. (R84-LRMS)', ianaId: 292 };
  expect(agreed(ours({ registrar }), { registrar: { name: 'MARKMONITOR INC' } })).toEqual({ registrar });
  expect(agreed(ours({ registrar }), { registrar: { name: 'Other Ltd' } })).toEqual({});
  expect(agreed(ours({ registrar }), { registrar: { ianaId: 1 } })).toEqual({});
});
