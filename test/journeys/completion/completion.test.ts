// Tab in the shells themselves: each reads its script and asks the built program how a line goes on.
import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { builtProgram } from '../../support/child.ts';
import { phosphorusWorkspace, removeFolder } from '../../support/folders.ts';
import { inShell, type Shell } from '../../support/shell.ts';

let shell: Shell;
beforeAll(async () => {
  shell = { entry: await builtProgram(), folder: phosphorusWorkspace() };
  writeFileSync(join(shell.folder, 'appendix-b.txt'), 'evil.example\n');
});
afterAll(() => removeFolder(shell.folder));

async function inBash(...words: string[]): Promise<readonly string[]> {
  const line = words.map((word) => `'${word}'`).join(' ');
  const press = `COMP_WORDS=(takedown ${line}); COMP_CWORD=${words.length}; _takedown`;
  const { out } = await inShell(
    shell,
    `source <(takedown completion bash); ${press}; printf '%s\\n' "\${COMPREPLY[@]}"`,
  );
  return out.split('\n').filter((word) => word !== '');
}

describe('bash', () => {
  test.each([
    [['sta'], ['status']],
    [['status', ''], ['phosphorus']],
    [
      ['show', 'phosphorus', 'micros'],
      ['microsoft-update.bid', 'microsoft-upgrade.mobi'],
    ],
    [['status', '--fail-on', 're'], ['reverted']],
    [['status', '--fail-on', 'reverted,ov'], ['reverted,overdue']],
    [['explain', 'stays-'], ['stays-registered']],
    [['show', 'nobody', 'm'], []],
    [['import', 'phosphorus', 'app'], []],
  ])('%j becomes %j', async (words, expected) => {
    expect(await inBash(...words)).toEqual(expected);
  });

  test('outside of a workspace nothing is offered, and nothing is said', async () => {
    const { code, out, err } = await inShell(
      { ...shell, folder: '/' },
      `takedown completion bash -- status ''; takedown completion bash -- show phosphorus ''`,
    );
    expect([code, out, err]).toEqual([0, '', '']);
  });
});

/** Other shells have no function `takedown`, but find a program of that name. */
const inOther = (script: string) =>
  inShell(
    shell,
    `mkdir -p bin; printf '#!/bin/sh\\nexec "%s" "%s" "$@"\\n' '${process.execPath}' '${shell.entry}' >bin/takedown
     chmod +x bin/takedown; PATH="$PWD/bin:$PATH" ${script}`,
  );

const fish = spawnSync('fish', ['--version']).status === 0;
describe.skipIf(!fish)(`fish${fish ? '' : ' (left out: it is not installed)'}`, () => {
  const inFish = async (line: string) => {
    const { out } = await inOther(`fish --no-config -c 'takedown completion fish | source; complete -C "${line}"'`);
    return out.split('\n').filter((word) => word !== '');
  };

  test('shows what each word is for, and files where there are no words', async () => {
    expect(await inFish('takedown statu')).toEqual([expect.stringMatching(/^status\t.*transferred/)]);
    expect(await inFish('takedown show phosphorus micros')).toEqual(['microsoft-update.bid', 'microsoft-upgrade.mobi']);
    expect(await inFish('takedown import phosphorus app')).toEqual(['appendix-b.txt']);
  });
});

const zsh = spawnSync('zsh', ['--version']).status === 0;
describe.skipIf(!zsh)(`zsh${zsh ? '' : ' (left out: it is not installed)'}`, () => {
  test('reads its script, and asks with the words up to the cursor', async () => {
    // In place of zsh's own functions, which work in its line editor alone.
    const stand = 'compdef() { print -r -- "$@"; }; _describe() { print -rl -- $lines; }; _files() { print files; }';
    const press = (words: string, current: number) => `words=(takedown ${words}); CURRENT=${current}; _takedown`;
    const { out, err } = await inOther(
      `zsh -f -c '${stand}; source <(takedown completion zsh); ${press('statu', 2)}; ${press('import phosphorus app', 4)}'`,
    );
    expect(err).toBe('');
    expect(out.split('\n')).toEqual(['_takedown takedown', expect.stringMatching(/^status:where/), 'files', '']);
  });
});
