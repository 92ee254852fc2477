// A Node that is too old is told before anything of the program is read by it.
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';

const BIN = fileURLToPath(new URL('../../../bin/takedown.js', import.meta.url));
const PACKAGE = fileURLToPath(new URL('../../../package.json', import.meta.url));

function startedAs(version: string) {
  const script = `Object.defineProperty(process.versions, 'node', { value: '${version}' }); require('${BIN}')`;
  return spawnSync(process.execPath, ['-e', script], { encoding: 'utf8', timeout: 30_000 });
}

test.each(['18.20.8', '20.18.3'])('Node %s is told what is needed', (version) => {
  const { status, stdout, stderr } = startedAs(version);
  expect([status, stdout]).toEqual([1, '']);
  expect(stderr).toBe(`takedown needs Node 20.19 or later, and this is ${version}.\n`);
});

test.each(['20.19.0', '22.0.0'])('Node %s is new enough', (version) => {
  expect(startedAs(version).stderr).not.toContain('needs Node');
});

test('it is what package.json says', () => {
  expect(JSON.parse(readFileSync(PACKAGE, 'utf8')).engines.node).toBe('>=20.19');
});
