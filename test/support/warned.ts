// What `letter issue` tells on standard error of a case that nobody looked at before service: that one warning.
import { expect } from 'vitest';

export const NOT_PRECHECKED: unknown = expect.stringMatching(/^not-prechecked {2}\(warning\)\n/);
