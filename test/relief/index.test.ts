// The registry test: what the folder holds is in the list, and what is in the list explains itself.
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import * as z from 'zod';
import { reliefOf, reliefs, reliefTerms } from '../../src/relief/index.ts';

const FOLDER = new URL('../../src/relief/', import.meta.url);
const kinds = reliefs.map(({ kind }) => kind);

test('every file that defines a kind is in the list, under its own name, and has its test', () => {
  const files = readdirSync(FOLDER).filter((file) =>
    readFileSync(new URL(file, FOLDER), 'utf8').includes('= defineRelief('),
  );
  expect([...kinds].sort()).toEqual(files.map((file) => file.replace(/\.ts$/, '')).sort());
  const tests = readdirSync(new URL('.', import.meta.url));
  for (const kind of kinds) expect(tests).toContain(`${kind}.test.ts`);
});

describe.each(reliefs)('$kind', (relief) => {
  test('explains itself', () => {
    const { asks, how, reference, unknownWhen } = relief.explain;
    for (const text of [asks, how, ...unknownWhen]) expect(text).toMatch(/^\p{Lu}.*[.]$/u);
    expect(reference).not.toBe('');
    expect(unknownWhen).not.toEqual([]);
    expect(relief.noun).not.toBe('');
  });

  test('is found by its kind and needs something', () => {
    expect(reliefOf(relief.kind)).toBe(relief);
    expect(relief.needs).not.toEqual([]);
  });
});

test('an unknown kind is none, whatever its name', () => {
  expect(reliefOf('constructor')).toBeUndefined();
  expect(reliefTerms(z).safeParse({ kind: 'seize' }).success).toBe(false);
});

test.each([
  [{ kind: 'delegated-to', sinkhole: 'dcu' }, true],
  [{ kind: 'delegated-to', sinkhole: 'dcu', extra: 1 }, false],
  [{ kind: 'delegated-to' }, false],
  [{ kind: 'resolves-to', sinkhole: 'dcu', hosts: ['apex', 'mail'] }, false],
  [{ kind: 'epp-status-includes', statuses: ['serverLock'] }, false],
  [{ kind: 'epp-status-includes', statuses: [] }, false],
  [{ kind: 'stays-registered', 'at-least': '12 months' }, true],
  [{ kind: 'stays-registered', 'at-least': 'a year' }, false],
  [{ kind: 'stays-registered', 'at-least': '0 days' }, false],
  [{ kind: 'stays-registered', 'at-least': 'some 12 months' }, false],
  [{ kind: 'stays-registered', 'at-least': '12 months and a day' }, false],
  [{ kind: 'delegated-to', sinkhole: '' }, false],
  [{ kind: 'registrar-of-record', registrar: '' }, false],
  [{ kind: 'resolves-to', sinkhole: 'dcu', hosts: [] }, false],
  [{ kind: 'registrant-is', organisation: '' }, false],
  [{ kind: 'attested', what: 'records preserved' }, true],
])('%j is accepted: %s', (terms, accepted) => {
  expect(reliefTerms(z).safeParse(terms).success).toBe(accepted);
});

test('the schema can be published', () => {
  expect(z.toJSONSchema(reliefTerms(z))).toHaveProperty('oneOf.length', reliefs.length);
});

test.each(['delegated-to', 'resolves-to', 'mail-stopped', 'glue-withdrawn'])('%s tells its sinkhole', (kind) => {
  expect(reliefOf(kind)?.references?.({ sinkhole: 'dcu' })).toEqual({ sinkholes: ['dcu'] });
});

test('only what most names have before anything is ordered holds by itself', () => {
  const byThemselves = reliefs.filter(({ holdsByItself }) => holdsByItself === true).map(({ kind }) => kind);
  expect([...byThemselves].sort()).toEqual(['ds-absent-or-valid', 'epp-status-excludes', 'stays-registered']);
});

test('relief for a host name is what is seen of the name itself, or recorded by a person', () => {
  const anywhere = reliefs.filter(({ appliesTo }) => appliesTo === 'any-name').map(({ kind }) => kind);
  expect([...anywhere].sort()).toEqual(['attested', 'resolves-to']);
});

test('references are told for the rules to check', () => {
  expect(reliefOf('registrar-of-record')?.references?.({ registrar: 'custodian' })).toEqual({
    registrars: ['custodian'],
  });
  expect(reliefOf('resolves-to')?.references?.({ sinkhole: 'dcu' })).toEqual({ sinkholes: ['dcu'] });
});
