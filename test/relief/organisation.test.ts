import { expect, test } from 'vitest';
import { likeness } from '../../src/relief/organisation.ts';

test.each([
  ['Acme Corporation', 'same'],
  ['ACME, CORPORATION', 'same'],
  ['The Acme Corporation', 'same'],
  ['Acme Corp', 'similar'],
  ['Acme', 'similar'],
  ['Acme Holdings', 'different'],
  ['Аcme Corporation', 'different'],
  ['REDACTED FOR PRIVACY', 'withheld'],
  ['Whois Privacy Service', 'withheld'],
  ['', 'different'],
] as const)('%j and Acme Corporation: %s', (stated, like) => {
  expect(likeness(stated, 'Acme Corporation')).toBe(like);
});
