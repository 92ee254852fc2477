// A DS at which validating resolvers fail, where nothing is ordered of it.
import { expect, test } from 'vitest';
import { dsNotes } from '../../src/progress/ds-notes.ts';
import { oursOf } from '../../src/progress/zone-judging.ts';
import { aCase, DS, dossier, EVIL1, KEY, known, NS1, server } from '../relief/literals.ts';

const OURS = oursOf(aCase());
const signs = (one: 'valid' | 'nothing') =>
  server(`${NS1} 192.0.2.53`, { keys: known([{ ...KEY, signs: one }], 'run#3') });
const bare = server(`${NS1} 192.0.2.53`, { keys: known([], 'run#3') });
const words = (changes: Parameters<typeof dossier>[0], ours = true) =>
  dsNotes(dossier(changes), ours ? OURS : undefined).map(({ word }) => word);

test('a DS without a key, and one with a key that does not sign', () => {
  expect(words({ ds: known([DS]), servers: [bare] })).toEqual(['stale-ds']);
  expect(words({ ds: known([DS]), servers: [signs('nothing')] }, false)).toEqual(['ds-key-unsigned']);
  const [note] = dsNotes(dossier({ ds: known([DS], 'run#2'), servers: [bare] }), OURS);
  expect(note?.text).toContain(`no key at ${NS1} 192.0.2.53 matches it`);
  expect(note?.citations).toEqual(['run#2', 'run#3']);
});

test('nothing of a name that is well, that has no DS, or that is still with its former owner', () => {
  expect(words({ ds: known([DS]), servers: [signs('valid')] })).toEqual([]);
  expect(words({ servers: [bare] })).toEqual([]);
  const delegation = known({ zone: 'example', nameServers: [EVIL1], glue: {} });
  expect(words({ delegation, ds: known([DS]), servers: [bare] })).toEqual([]);
  expect(words({ delegation, ds: known([DS]), servers: [bare] }, false)).toEqual(['stale-ds']);
});
