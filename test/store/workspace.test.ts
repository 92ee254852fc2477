import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { caseIds, casePaths, findWorkspace } from '../../src/store/workspace.ts';

function root(): string {
  const folder = mkdtempSync(join(tmpdir(), 'takedown-space-'));
  for (const id of ['zebra', 'acme', '.hidden', 'no-case']) mkdirSync(join(folder, 'cases', id), { recursive: true });
  for (const id of ['zebra', 'acme', '.hidden']) writeFileSync(join(folder, 'cases', id, 'case.yaml'), '');
  writeFileSync(join(folder, 'cases', 'recipients.yaml'), '');
  return folder;
}

test('the workspace is the first folder upwards that has cases', () => {
  const folder = root();
  const below = join(folder, 'cases', 'acme');
  expect(findWorkspace(below)).toEqual({ root: folder, cases: join(folder, 'cases') });
  expect(findWorkspace(folder)?.root).toBe(folder);
});

test('a folder of cases that is given is taken as it is, or there is none', () => {
  const folder = root();
  expect(findWorkspace('/', join(folder, 'cases'))?.cases).toBe(join(folder, 'cases'));
  expect(findWorkspace(folder, 'cases')?.root).toBe(folder);
  expect(findWorkspace(folder, 'nowhere')).toBeUndefined();
  expect(findWorkspace(join(folder, 'cases', 'acme'), '')?.root).toBe(folder);
  expect(findWorkspace(folder, 'cases/recipients.yaml')).toBeUndefined();
});

test('cases are folders with a case file, by code unit', () => {
  const workspace = findWorkspace(root());
  expect(workspace && caseIds(workspace)).toEqual(['acme', 'zebra']);
});

test.each(['..', '../acme', 'a/b', '/etc', '', '.hidden', 'a\0b', 'a\nb'])('%j is no id of a case', (id) => {
  expect(casePaths({ root: '/w', cases: '/w/cases' }, id)).toBeUndefined();
});

test('the paths of a case', () => {
  expect(casePaths({ root: '/w', cases: '/w/cases' }, 'acme.rehearsal')).toMatchObject({
    folder: '/w/cases/acme.rehearsal',
    runs: '/w/cases/acme.rehearsal/runs',
    recipients: '/w/cases/recipients.yaml',
  });
});
