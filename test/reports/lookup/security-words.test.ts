import { expect, it } from 'vitest';
import type { Security } from '../../../src/model/seen/security.ts';
import { securityWords } from '../../../src/reports/lookup/security-words.ts';
import { at } from '../../support/values.ts';

const signed = { zone: 'com', keyTag: 12345, until: at('2026-12-01T00:00:00Z') };

it.each<[Security, string, string]>([
  [{ state: 'secure', signed }, 'DS', 'DS signed: key 12345 of .com, until 2026-12-01T00:00:00Z'],
  [
    { state: 'insecure', absence: 'proved', by: 'nsec3', signed },
    'DS absence',
    'DS absence proved by NSEC3: key 12345 of .com, until 2026-12-01T00:00:00Z',
  ],
  [
    { state: 'insecure', absence: 'opt-out', by: 'nsec3', signed },
    'DS absence',
    'DS absence unproved (opt-out, NSEC3): key 12345 of .com, until 2026-12-01T00:00:00Z',
  ],
  [{ state: 'insecure', absence: 'unproved', reason: 'com is not signed' }, 'DS', 'DS not signed: com is not signed'],
  [{ state: 'bogus', reason: 'no signature\u001b[2J' }, 'DS', 'DS bogus: no signature␛'],
  [
    { state: 'indeterminate', reason: 'the keys of com are not known' },
    'DS',
    'DS not validated: the keys of com are not known',
  ],
  [
    { state: 'secure', by: 'nsec', signed: { ...signed, zone: '.' } },
    'its absence',
    'its absence proved by NSEC: key 12345 of the root, until 2026-12-01T00:00:00Z',
  ],
])('%j', (security, what, words) => {
  expect(securityWords(security, what)).toBe(words);
});
