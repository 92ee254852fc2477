// What `letter issue` tells on standard error of a case that nobody looked at before service: that one warning, and nothing else.
import { expect } from 'vitest';

export const NOT_PRECHECKED: unknown = expect.stringMatching(
  /^not-prechecked {2}\(warning\)\n {2}Nobody has signed off a look before service for this case\.\n(?: {2}.+\n)+\n$/,
);
