// Extended DNS errors by name (RFC 8914): the answering server's own word on what went wrong. It need not give one and may be
// mistaken: a hint for people, and never the test of anything.

/** Source: RFC 8914 section 5.2; last verified 2026-11. */
export const EXTENDED_ERRORS: Readonly<Record<number, string>> = {
  0: 'other error',
  1: 'unsupported DNSKEY algorithm',
  2: 'unsupported DS digest type',
  3: 'stale answer',
  4: 'forged answer',
  5: 'DNSSEC indeterminate',
  6: 'DNSSEC bogus',
  7: 'signature expired',
  8: 'signature not yet valid',
  9: 'DNSKEY missing',
  10: 'RRSIGs missing',
  11: 'no zone key bit set',
  12: 'NSEC missing',
  13: 'cached error',
  14: 'not ready',
  15: 'blocked',
  16: 'censored',
  17: 'filtered',
  18: 'prohibited',
  19: 'stale NXDOMAIN answer',
  20: 'not authoritative',
  21: 'not supported',
  22: 'no reachable authority',
  23: 'network error',
  24: 'invalid data',
};

/** `extended error 15 (blocked)` */
export function extendedErrorText(code: number): string {
  return `extended error ${code}${Object.hasOwn(EXTENDED_ERRORS, code) ? ` (${EXTENDED_ERRORS[code]})` : ''}`;
}
