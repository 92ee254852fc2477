// Adding a thing is adding a file: a registry that misses one of its files fails here.
import { readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { commands } from '../../src/cli/commands/index.ts';
import { works } from '../../src/cli/work/index.ts';
import { reliefs } from '../../src/relief/index.ts';
import { reportFormats } from '../../src/reports/formats/index.ts';
import { filesUnder, ROOT } from './source-tree.ts';

/** A command of two words has one file. */
const fileName = (command: string) => command.replace(' ', '-');
const stem = (path: string) => basename(path, '.ts');
const text = (path: string) => readFileSync(join(ROOT, path), 'utf8');

describe('registries', () => {
  it('lists every kind of relief under its file name, with a test', () => {
    const kinds = filesUnder('src/relief')
      .filter((path) => /\bdefineRelief\(\{/.test(text(path)))
      .map(stem);
    expect(reliefs.map((relief) => relief.kind).sort()).toEqual(kinds.sort());
    const tests = filesUnder('test/relief').map(text).join('\n');
    expect(kinds.filter((kind) => !tests.includes(kind))).toEqual([]);
  });

  it('lists every command under its file name', () => {
    const files = filesUnder('src/cli/commands')
      .map(stem)
      .filter((name) => name !== 'index');
    expect(commands.map(({ name }) => fileName(name)).sort()).toEqual(files.sort());
  });

  it('has a work half for every command', () => {
    const files = filesUnder('src/cli/work')
      .map(stem)
      .filter((name) => name !== 'index');
    expect(files.sort()).toEqual(commands.map(({ name }) => fileName(name)).sort());
    expect(Object.keys(works).map(fileName).sort()).toEqual(files);
  });

  it('lists every format of a report under its file name, with an ending of its own and a test', () => {
    const files = filesUnder('src/reports/formats')
      .filter((path) => /^export (async )?function\*? render\(/m.test(text(path)))
      .map(stem);
    expect(reportFormats.map(({ name }) => name).sort()).toEqual(files.sort());
    expect(new Set(reportFormats.map(({ extension }) => extension)).size).toBe(files.length);
    const tests = filesUnder('test/reports/formats').map(text).join('\n');
    expect(files.filter((name) => !tests.includes(`/formats/${name}.ts`))).toEqual([]);
  });

  it('opens every lookup that has a file', () => {
    const index = text('src/lookups/index.ts');
    const lookups = filesUnder('src/lookups').filter((path) =>
      /export function \w+\([^)]*\): Lookup\b/s.test(text(path)),
    );
    expect(lookups.length).toBeGreaterThanOrEqual(5);
    expect(lookups.filter((path) => !index.includes(`./${path.slice('src/lookups/'.length)}`))).toEqual([]);
  });
});
