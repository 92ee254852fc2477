import { expect, it } from 'vitest';
import { openLookups } from '../../src/lookups/index.ts';
import { LOOKUP_KINDS } from '../../src/model/observation.ts';
import { tools } from './support.ts';

it('every kind of lookup is listed, after those that it needs', () => {
  const open = openLookups(tools({}));
  open.close();
  const kinds = open.lookups.map(({ kind }) => kind);
  expect([...kinds].sort()).toEqual([...LOOKUP_KINDS].sort());
  for (const [place, { after }] of open.lookups.entries()) {
    expect(kinds.slice(0, place)).toEqual(expect.arrayContaining([...after]));
  }
});
