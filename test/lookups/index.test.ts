import { expect, it } from 'vitest';
import { openLookups } from '../../src/lookups/index.ts';
import { LOOKUP_KINDS } from '../../src/model/seen/observation.ts';
import { tools } from './support.ts';

/** The ordered servers are asked before service only. */
it.each([
  ['before service, every kind of lookup is listed', [...LOOKUP_KINDS], () => ({ nameServers: [], glue: {} })],
  ['afterwards, all but that of the sinkhole', LOOKUP_KINDS.filter((kind) => kind !== 'sinkhole'), undefined],
])('%s, after those that it needs', (_, wanted, sinkhole) => {
  const open = openLookups(tools({}), sinkhole);
  open.close();
  const kinds = open.lookups.map(({ kind }) => kind);
  expect([...kinds].sort()).toEqual([...wanted].sort());
  for (const [place, { after }] of open.lookups.entries()) {
    expect(kinds.slice(0, place)).toEqual(expect.arrayContaining([...after]));
  }
});
