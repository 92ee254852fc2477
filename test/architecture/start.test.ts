// What every start reads is little, and stays apart from the rest: a file of it that is also imported late would draw in whatever
// stands beside it in the bundle (build.js puts what is loaded late on the hub), and `--version` would read the whole program.
import { expect, it } from 'vitest';
import { type SourceFile, sourceFiles, target } from './source-tree.ts';

const files = new Map(sourceFiles().map((file) => [file.path, file]));
const STATIC = /^\s*(?:import|export)\s+(?!type\b)[^'";]*?from\s*'(\.[^']+)'|^\s*import\s*'(\.[^']+)'/gm;
const LATE = /\bimport\(\s*'(\.[^']+)'\s*\)/g;

function imported(file: SourceFile, how: RegExp): readonly string[] {
  return [...file.text.matchAll(how)].flatMap(([, from, bare]) => target(file, from ?? bare ?? '') ?? []);
}

/** Packages that take longer to load than a status screen to make; what was read of a case is remembered without them. */
const SLOW =
  /^\s*import\s+(?!type\b)[^'";]*?from\s*'(?:zod|yaml|tldts|inquirer|docx|liquidjs|nodemailer|unpdf|saxes|pkijs|asn1js)'/m;

function readWith(entry: string, seen = new Set<string>()): ReadonlySet<string> {
  const file = files.get(entry);
  if (file === undefined || seen.has(entry)) return seen;
  seen.add(entry);
  for (const path of imported(file, STATIC)) readWith(path, seen);
  return seen;
}

it.each([
  ['src/cli/main.ts', 12],
  ['src/cli/run.ts', 60],
])('what %s reads is imported late by nobody, and little', (entry, most) => {
  const late = new Set([...files.values()].flatMap((file) => imported(file, LATE)));
  const read = [...readWith(entry)].filter((path) => path !== entry);
  expect(read.length).toBeGreaterThan(0);
  expect(read.length).toBeLessThanOrEqual(most);
  expect(read.filter((path) => late.has(path))).toEqual([]);
});

it('what shows the record of a case is there without the slow packages', () => {
  const read = [...readWith('src/cli/work/index.ts')];
  expect(read.length).toBeGreaterThan(100);
  expect(read.filter((path) => SLOW.test(files.get(path)?.text ?? ''))).toEqual([]);
});
