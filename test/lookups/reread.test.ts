import { expect, it } from 'vitest';
import { rereaders } from '../../src/lookups/reread.ts';
import { LOOKUP_KINDS } from '../../src/model/observation.ts';

it('there is a way to read each kind of lookup again', () => {
  expect(Object.keys(rereaders).sort()).toEqual([...LOOKUP_KINDS].sort());
});
