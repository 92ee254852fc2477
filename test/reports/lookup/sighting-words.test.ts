import { expect, test } from 'vitest';
import type { FailureKind } from '../../../src/model/seen/failure.ts';
import {
  AUTHORITY_OF,
  type LookupKind,
  type RegistrationFacts,
  type Sighting,
} from '../../../src/model/seen/observation.ts';
import { isComplete } from '../../../src/reports/lookup/json.ts';
import { sightingWords } from '../../../src/reports/lookup/sighting-words.ts';
import { saw } from '../../progress/sightings.ts';
import { at, name } from '../../support/values.ts';

function failing(lookup: LookupKind, failure: FailureKind, detail: string): Sighting {
  const asked = {
    name: name('alpha.test'),
    lookup,
    authority: AUTHORITY_OF[lookup],
    question: 'asked',
    server: 'none',
  };
  const seen = { ...asked, at: at('2019-03-15T16:00:00Z'), took: 0, reader: 'test/1' };
  return { ...seen, outcome: 'failure', failure, detail };
}

test('a registrar of which no server is named is no failure, and a registry without one is', () => {
  const registrar = failing('rdap-registrar', 'no-server', 'the registry names no RDAP server of the registrar');
  expect(sightingWords(registrar)).toEqual(['nothing to ask: the registry names no RDAP server of the registrar']);
  expect(isComplete([registrar])).toBe(true);
  const registry = failing('rdap-registry', 'no-server', 'no server for .test');
  expect(sightingWords(registry)).toEqual([
    'failed, no-server: no server is known for this question (no server for .test)',
  ]);
  expect(isComplete([registrar, registry])).toBe(false);
});

test('a registrar whom no record names was not asked; a server that the seal excludes was kept from being asked', () => {
  const unnamed = failing('whois-registrar', 'not-asked', 'no record names the registrar’s server');
  expect(sightingWords(unnamed)).toEqual(['nothing to ask: no record names the registrar’s server']);
  expect(isComplete([unnamed])).toBe(true);
  expect(isComplete([failing('delegation', 'not-asked', 'no parent')])).toBe(false);
  expect(isComplete([failing('rdap-registrar', 'excluded-by-seal', '')])).toBe(false);
});

test('what a registry says of signatures and of the registrar’s abuse desk is told, made harmless', () => {
  const words = (facts: RegistrationFacts) => sightingWords(saw('rdap-registry', facts, { name: name('alpha.test') }));
  const abuse = { email: 'abuse@registrar.example\u001b[31m', phone: '+1.5550100' };
  expect(words({ signed: true, abuse })).toEqual([
    'delegation signed',
    'abuse desk of the registrar abuse@registrar.example␛, +1.5550100',
  ]);
  expect(words({ signed: false, abuse: { phone: '+1.5550100' } })).toEqual([
    'delegation not signed',
    'abuse desk of the registrar +1.5550100',
  ]);
});
