import { expect, test } from 'vitest';
import { registrarWanted } from '../../src/lookups/registrar-wanted.ts';
import type { Observation, RegistrationFacts } from '../../src/model/seen/observation.ts';
import { failed, saw } from '../progress/sightings.ts';
import { circumstances } from './support.ts';

const REFERRAL = { rdap: 'https://rdap.registrar.example/domain/seized.example', whois: 'whois.registrar.example' };

function wanted(earlier: readonly Observation[], by: 'rdap' | 'whois' = 'whois', all?: true) {
  return registrarWanted({ ...circumstances(), earlier, ...(all && { all }) }, by);
}

function thin(over: RegistrationFacts = {}): Observation {
  return saw('rdap-registry', { referral: REFERRAL, ...over });
}

test('a registrar is asked where the registry shows no registrant, or withholds it', () => {
  expect(wanted([thin()])).toEqual({ ask: true, server: 'whois.registrar.example' });
  expect(wanted([thin({ registrant: { shown: 'redacted' } })], 'rdap')).toEqual({ ask: true, server: REFERRAL.rdap });
  expect(wanted([saw('whois-registry', { referral: REFERRAL })], 'rdap')).toMatchObject({ ask: true });
});

test('a registrant that is stated makes it idle, unless a person wants to see all', () => {
  const stated: RegistrationFacts = { registrant: { shown: 'stated', organisation: 'Acme' } };
  expect(wanted([thin(stated)])).toMatchObject({ ask: false, outcome: { failure: 'not-needed' } });
  expect(wanted([thin(), saw('rdap-registrar', stated)])).toMatchObject({
    ask: false,
    outcome: { failure: 'not-needed' },
  });
  expect(wanted([thin(stated)], 'whois', true)).toMatchObject({ ask: true });
});

test('without a record, or a server in it, there is nobody to ask', () => {
  expect(wanted([failed('rdap-registry', 'timeout')])).toMatchObject({ ask: false, outcome: { failure: 'not-asked' } });
  expect(wanted([saw('rdap-registry', {})])).toMatchObject({ ask: false, outcome: { failure: 'no-server' } });
});
