// The shell of action.yml and of docs/ci.md, taken out of these files and run: shards of a simulated network joined and
// committed, once, whatever is started again. What GitHub does between the steps is done by hand here.
import { execFile } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { parse } from 'yaml';
import { builtProgram } from '../../support/child.ts';
import { junitIn } from '../../support/junit-file.ts';
import { CASE, NAMES, openPractice, type Practice } from '../kill/practice.ts';

vi.setConfig({ testTimeout: 180_000 });

const PROJECT = fileURLToPath(new URL('../../..', import.meta.url));
const ACTION = parse(readFileSync(join(PROJECT, 'action.yml'), 'utf8'));
const DOC = readFileSync(join(PROJECT, 'docs/ci.md'), 'utf8');
const blocks = (language: string) =>
  [...DOC.matchAll(new RegExp(`^\`\`\`${language}\\n([\\s\\S]*?)^\`\`\`$`, 'gm'))].map(([, text = '']) => text);
const [GITHUB, GITLAB] = blocks('yaml').map((text) => parse(text));
const [CRON = ''] = blocks('bash');
const [IGNORED = ''] = blocks('gitignore');
/** The examples are about a real case, and this one is practised on. */
const onPractice = (script: string) => script.replaceAll('phosphorus', CASE);

let practice: Practice;
let action: string;
beforeAll(async () => {
  practice = await openPractice();
  action = join(practice.folder, 'action');
  const built = dirname(await builtProgram());
  cpSync(join(PROJECT, 'bin'), join(action, 'bin'), { recursive: true });
  cpSync(join(PROJECT, 'package.json'), join(action, 'package.json'));
  for (const [from, to] of [
    [built, 'dist'],
    [join(PROJECT, 'node_modules'), 'node_modules'],
  ] as const)
    symlinkSync(from, join(action, to));
}, 180_000);
afterAll(() => practice?.close());

interface Ended {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

/** Not synchronous: the simulated servers live in this process. */
function bash(
  script: string,
  { env = {}, folder = practice.folder }: { env?: Record<string, string>; folder?: string } = {},
) {
  const whole = {
    PATH: process.env['PATH'] ?? '',
    HOME: practice.folder,
    XDG_CACHE_HOME: join(practice.folder, '.cache'),
    ...env,
  };
  return new Promise<Ended>((resolve) => {
    execFile(
      'bash',
      ['--noprofile', '--norc', '-eo', 'pipefail', '-c', script],
      { cwd: folder, env: whole, timeout: 150_000 },
      (error, out, err) => {
        resolve({ code: error === null ? 0 : Number(error.code ?? -1), out, err });
      },
    );
  });
}

/** A step of the action, with its inputs as the runner hands them over. */
function step(inputs: Readonly<Record<string, string>>, env: Record<string, string> = {}): Promise<Ended> {
  const [, main] = ACTION.runs.steps;
  const given: Record<string, string> = {};
  for (const [key, { default: otherwise }] of Object.entries<{ default: string }>(ACTION.inputs))
    given[key] = inputs[key] ?? otherwise;
  const own = Object.entries<string>(main.env).map(([key, text]) => {
    const input = /^\$\{\{ inputs\.([a-z-]+) \}\}$/.exec(text)?.[1];
    return [key, input === undefined ? action : (given[input] ?? '')];
  });
  return bash(main.run, { env: { CI: 'true', GITHUB_ACTIONS: 'true', ...Object.fromEntries(own), ...env } });
}

const git = (args: string, folder?: string) => bash(`git ${args}`, folder === undefined ? {} : { folder });

test('inputs reach the shell as variables only, and every one of them does', () => {
  for (const { run, env } of ACTION.runs.steps) {
    expect(run).not.toContain('${{');
    for (const text of Object.values<string>(env))
      expect(text).toMatch(/^\$\{\{ (?:inputs\.[a-z-]+|github\.action_path) \}\}$/);
  }
  const [, main] = ACTION.runs.steps;
  const used = [...Object.values<string>(main.env), main['working-directory']].join(' ');
  for (const input of Object.keys(ACTION.inputs)) expect(used).toContain(`inputs.${input} `);
});

test('the scripts are sound to bash', async () => {
  const [commit] = GITHUB.jobs.merge.steps.filter(({ run }: { run?: string }) => run !== undefined);
  const scripts = [
    ...ACTION.runs.steps.map(({ run }: { run: string }) => run),
    commit.run,
    CRON,
    GITLAB.default.before_script[0],
    ...GITLAB.check.script,
    ...GITLAB.merge.script,
  ];
  for (const [at, script] of scripts.entries()) {
    const file = join(practice.folder, `script-${at}.sh`);
    writeFileSync(file, script);
    expect(await bash(`bash -n ${file}`)).toMatchObject({ code: 0, err: '' });
  }
});

test('eight shards, one killed, joined and committed; the same again commits nothing', async () => {
  const remote = join(practice.folder, 'remote.git');
  writeFileSync(
    join(practice.folder, '.gitignore'),
    `/action\n/artifacts\n/remote.git\n/.cache\n/*.sh\n/*.xml\n/.git*\n/.config\n${IGNORED}`,
  );
  await git('init --quiet --bare --initial-branch=main remote.git');
  await bash(`git init --quiet --initial-branch=main . && git config user.name a && git config user.email a@example.org
    git add -A . && git commit --quiet -m begin && git remote add origin ${remote} && git push --quiet --set-upstream origin main`);
  const of = GITHUB.jobs.check.strategy.matrix.shard.length;
  expect(of).toBe(8);
  const artifacts = join(practice.folder, 'artifacts');
  for (let number = 1; number <= of; number += 1) {
    if (number === 3) continue;
    const ran = await step({ case: CASE, shard: `${number}/${of}`, network: 'network.yaml' });
    expect(ran, ran.err).toMatchObject({ code: 0 });
    mkdirSync(artifacts, { recursive: true });
    renameSync(practice.paths.shards, join(artifacts, `shard-${number}`));
  }
  const [, , , , merging] = [
    0,
    0,
    0,
    0,
    GITHUB.jobs.merge.steps.find(({ id }: { id?: string }) => id === 'takedown').with,
  ];
  const output = join(practice.folder, 'output.txt.sh');
  writeFileSync(output, '');
  const joined = await step({ ...merging, 'allow-missing': `${merging['allow-missing']}` }, { GITHUB_OUTPUT: output });
  expect([0, 20, 21], joined.err).toContain(joined.code);
  expect(joined.err).toContain('7 of 8 shards joined to run');
  expect(readFileSync(output, 'utf8')).toMatch(/^outcome<</m);
  const { suite } = junitIn(readFileSync(join(practice.folder, 'takedown.xml'), 'utf8'));
  expect(Number(suite.attributes['tests'])).toBeGreaterThanOrEqual(NAMES.length);
  const { run } = GITHUB.jobs.merge.steps.find((one: { run?: string }) => one.run !== undefined);
  writeFileSync(join(practice.paths.runs, 'x.partial'), '');
  const commits = async () => Number((await git('rev-list --count main', remote)).out);
  const before = await commits();
  expect(await bash(onPractice(run))).toMatchObject({ code: 0 });
  expect(await commits()).toBe(before + 1);
  await step({ ...merging, 'allow-missing': 'true' });
  const again = await bash(onPractice(run));
  expect(again.out).toContain('Nothing new to commit.');
  expect(await commits()).toBe(before + 1);
  const kept = (await git('ls-tree -r --name-only main', remote)).out;
  expect(kept).toMatch(/runs\/\S+\.yaml\n/);
  expect(kept).not.toContain('.partial');
});

test('an input is never a command', async () => {
  const bad = '"; touch hacked; echo "$(touch hacked)`touch hacked`';
  for (const inputs of [
    { case: bad },
    { case: CASE, shard: bad },
    { case: CASE, 'fail-on': bad },
    { case: CASE, reporter: `${bad}\n--cases=/` },
    { command: bad },
    { command: 'merge', from: bad },
  ])
    expect((await step(inputs)).code).toBe(2);
  expect(readdirSync(practice.folder)).not.toContain('hacked');
});

test('GitLab: shards and merge, one commit', async () => {
  rmSync(practice.paths.runs, { recursive: true, force: true });
  const program = join(practice.folder, 'takedown');
  if (!existsSync(program)) symlinkSync(action, program);
  const env = { CI: 'true', TAKEDOWN_CASES: join(practice.folder, 'cases') };
  for (let index = 1; index <= 2; index += 1) {
    const script = onPractice(GITLAB.check.script.join('\n')).replace(' --shard', ' --network network.yaml --shard');
    const ran = await bash(script, { env: { ...env, CI_NODE_INDEX: `${index}`, CI_NODE_TOTAL: '2' } });
    expect(ran, ran.err).toMatchObject({ code: 0 });
  }
  const merge = onPractice(GITLAB.merge.script[0])
    .replace(/"https:[^"]*"/, 'origin')
    .replace('"HEAD:$CI_COMMIT_BRANCH"', 'HEAD:main');
  const once = await bash(merge, { env });
  expect([0, 20, 21], once.err).toContain(once.code);
  const head = (await git('rev-parse HEAD')).out;
  expect((await git(`show --stat ${head.trim()}`)).out).toContain('nightly check');
  expect((await bash(merge, { env })).code).toBe(once.code);
  expect((await git('rev-parse HEAD')).out).toBe(head);
});

test('cron: silent when all is well, and committed once', async () => {
  const script = join(practice.folder, 'nightly.sh');
  const path = join(practice.folder, 'path');
  mkdirSync(path, { recursive: true });
  writeFileSync(
    join(path, 'takedown'),
    `#!/bin/sh\nexec node ${join(action, 'bin/takedown.js')} "$@" --network network.yaml $MORE\n`,
    { mode: 0o755 },
  );
  writeFileSync(script, CRON, { mode: 0o755 });
  const nightly = (more: string) =>
    bash(`${script} ${CASE}`, { env: { PATH: `${path}:${process.env['PATH']}`, MORE: more } });
  expect(await nightly('--fail-on never')).toEqual({ code: 0, out: '', err: '' });
  const head = (await git('rev-parse HEAD')).out;
  expect(await nightly('--fail-on never')).toEqual({ code: 0, out: '', err: '' });
  expect((await git('rev-parse HEAD')).out).toBe(head);
  const gate = await nightly('--fail-on unmet');
  expect([20, 21]).toContain(gate.code);
  expect(gate.out).toMatch(/^(?:Something that should be done is not|It cannot be told)/);
  expect(
    (await bash(`${script} no-such`, { env: { PATH: `${path}:${process.env['PATH']}`, MORE: '' } })).out,
  ).toContain('did not work');
});
