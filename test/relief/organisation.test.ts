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
  ['PrivacyGuardian.org llc', 'withheld'],
  ['WhoisGuard, Inc.', 'withheld'],
  ['Private Ltd', 'withheld'],
  ['Privateer Ltd', 'different'],
  ['', 'different'],
] as const)('%j and Acme Corporation: %s', (stated, like) => {
  expect(likeness(stated, 'Acme Corporation')).toBe(like);
});

test.each([
  ['कुमार', 'कमर', 'different'],
  ['กิน', 'กน', 'different'],
  ['Société Générale', 'SOCIE\u0301TE\u0301 GE\u0301NE\u0301RALE', 'same'],
  ['Privacy Foundation', 'Privacy Foundation, Inc.', 'withheld'],
  ['Privacy Foundation', 'privacy foundation', 'same'],
  ['Ａｃｍｅ', 'Acme', 'same'],
  ['Acme 24', 'Acme 42', 'different'],
] as const)('%s and %s: %s', (stated, ordered, like) => {
  expect(likeness(stated, ordered)).toBe(like);
});
