import { expect, it } from 'vitest';
import { rereaders } from '../../../src/lookups/reread/reread.ts';
import { LOOKUP_KINDS } from '../../../src/model/seen/observation.ts';

it('there is a way to read each kind of lookup again', () => {
  expect(Object.keys(rereaders).sort()).toEqual([...LOOKUP_KINDS].sort());
});
