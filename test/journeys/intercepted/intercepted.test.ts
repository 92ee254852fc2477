// A check from a network in which somebody answers in the place of name servers: what came by that way is on record and decides
// nothing, and every report says of each verdict that rests on it why it is unknown.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { documentOf } from '../../support/documents.ts';
import { type Ran, takedown } from '../../support/takedown.ts';
import { CASE, NAMES, openPractice, type Practice } from '../kill/practice.ts';

interface Status {
  readonly names: readonly {
    readonly name: string;
    readonly findings: readonly {
      readonly relief: string;
      readonly verdict: string;
      readonly word: string;
      readonly reason: string;
      readonly citations: readonly string[];
    }[];
  }[];
}

/** Documentation address (RFC 5737): no name server is there. */
const SILENT = '198.51.100.250';

let practice: Practice;
let checked: Ran;
const run = (...args: readonly string[]) => takedown(practice.folder, args);

beforeAll(async () => {
  practice = await openPractice();
  const network = readFileSync(join(practice.folder, 'network.yaml'), 'utf8');
  // Whoever stands between answers for the silent address as well: here it is one of the simulated servers.
  const [, somebody = ''] = /^ {4}"?203\.0\.113\.53"?: (.*)$/m.exec(network) ?? [];
  const routed = network.replace(/^ {2}routes:$/m, `  routes:\n    ${SILENT}: ${somebody}`);
  writeFileSync(join(practice.folder, 'between.yaml'), `${routed}controls: { silent: [${SILENT}] }\n`);
  checked = await run('check', CASE, '--network', 'between.yaml', '--fail-on', 'unknown');
});
afterAll(() => practice.close());

test('the gate says that it cannot tell', () => {
  expect(checked.code).toBe(21);
});

test('each verdict that rests on name servers is unknown for that reason; those of registries stand', async () => {
  const { names } = documentOf<Status>((await run('status', CASE, '--json')).out, 'status');
  expect(names.map(({ name }) => name).sort()).toEqual([...NAMES].sort());
  for (const { name, findings } of names) {
    for (const { relief, verdict, word, reason, citations } of findings) {
      const byServers = ['delegated-to', 'resolves-to', 'ds-absent-or-valid'].includes(relief);
      if (!byServers) expect(word, `${name} ${relief}`).not.toBe('path-intercepted');
      else expect([verdict, word], `${name} ${relief}`).toEqual(['unknown', 'path-intercepted']);
      if (byServers) expect(reason).toContain('somebody on the way answers in the place of the server');
      if (byServers) expect(citations.length, `${name} ${relief}`).toBeGreaterThan(0);
    }
    const registrar = findings.find(({ relief }) => relief === 'registrar-of-record');
    expect(registrar?.verdict, name).not.toBe('unknown');
  }
});

test('the status screen and the view of a name say so, and the record is sound', async () => {
  const [name = ''] = NAMES;
  const status = await run('status', CASE);
  expect(status.out).toMatch(/path intercepted/);
  expect((await run('show', CASE, name)).out).toContain(`an answer in the name of ${SILENT}, where no name server is`);
  const { out } = await run('evidence', 'verify', CASE, '--json');
  const { findings } = JSON.parse(out);
  expect(findings.filter(({ kind }: { readonly kind: string }) => kind !== 'not-reread')).toEqual([]);
});
