// Bundles the program into dist/, or the folder that is given: an entry for each thread, every
// slow library in a chunk of its own that is read when it is used. What is written is CommonJS: Node reads that at once, where
// it links ES modules step by step and reads whatever Node's own modules export; a status starts a tenth sooner.
import { createHash } from 'node:crypto';
import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build, transform } from 'esbuild';

const { version } = JSON.parse(await readFile(new URL('package.json', import.meta.url), 'utf8'));

const outdir = process.argv[2] ?? fileURLToPath(new URL('dist', import.meta.url));

const source = new URL('src/', import.meta.url);
const files = (await readdir(source, { recursive: true })).filter((file) => file.endsWith('.ts')).sort();
const texts = new Map(
  await Promise.all(files.map(async (file) => [file, await readFile(new URL(file, source), 'utf8')])),
);

/** Over every source file and the lock file: what a cache has to know of the program that filled it. */
async function digestOfSource() {
  const hash = createHash('sha256');
  hash.update(await readFile(new URL('package-lock.json', import.meta.url)));
  for (const text of texts.values()) hash.update(text);
  return hash.digest('hex').slice(0, 16);
}

const HUB = 'cli/work/index.ts';
/** They are there before the hub is. */
const STARTERS = ['cli/main.ts', 'cli/run.ts', 'cli/threads/part.ts', 'cli/threads/reading.ts', 'cli/threads/stage.ts'];
/** They lie beside each other in what is built, since each thread is found from where another began. */
const ENTRIES = {
  main: 'src/cli/main.ts',
  part: 'src/cli/threads/part.ts',
  reading: 'src/cli/threads/reading.ts',
  stage: 'src/cli/threads/stage.ts',
};

/**
 * Source that is loaded when it is used imports the hub, which is there by then. So whatever the hub needs, all of them need,
 * and it lies in one chunk. Without this there is a chunk for every combination of who shares what: fifty files to be read
 * at every start.
 */
function* loadedLater() {
  for (const [file, text] of texts) {
    if (STARTERS.includes(file)) continue;
    for (const [, path] of text.matchAll(/\bimport\('(\.[^']+)'\)/g))
      yield new URL(path, new URL(file, source)).pathname;
  }
}

const onTheHub = {
  name: 'on-the-hub',
  setup(building) {
    const later = new Set(loadedLater());
    const hub = JSON.stringify(fileURLToPath(new URL(HUB, source)));
    building.onLoad({ filter: /\.ts$/ }, async ({ path }) =>
      later.has(path) ? { contents: `${await readFile(path, 'utf8')}\nimport ${hub};\n`, loader: 'ts' } : undefined,
    );
  },
};

const HERE = "const here=require('node:url').pathToFileURL(__filename).href;";

/** Chunks can be cut as ES modules only, and each of them is turned into CommonJS afterwards. */
async function writeCommonJs({ path, text }) {
  const { code, map } = await transform(text, {
    format: 'cjs',
    platform: 'node',
    target: 'node20',
    minify: true,
    sourcemap: 'external',
    sourcesContent: false,
    sourcefile: basename(path),
    supported: { 'dynamic-import': false },
    define: { 'import.meta.url': 'here' },
    banner: `"use strict";${text.includes('import.meta.url') ? HERE : ''}`,
  });
  await mkdir(dirname(path), { recursive: true });
  await writeFile(path, `${code}//# sourceMappingURL=${basename(path)}.map\n`);
  await writeFile(`${path}.map`, map);
}

await rm(outdir, { recursive: true, force: true });
const { outputFiles } = await build({
  absWorkingDir: fileURLToPath(new URL('.', import.meta.url)),
  entryPoints: ENTRIES,
  outdir,
  bundle: true,
  splitting: true,
  minify: true,
  sourcemap: 'inline',
  sourcesContent: false,
  write: false,
  platform: 'node',
  target: 'node20',
  format: 'esm',
  chunkNames: 'chunks/[name]-[hash]',
  define: { TAKEDOWN_VERSION: JSON.stringify(version), TAKEDOWN_BUILD: JSON.stringify(await digestOfSource()) },
  logLevel: 'warning',
  plugins: [onTheHub],
});
await Promise.all(outputFiles.map(writeCommonJs));
await writeFile(join(outdir, 'package.json'), '{"type":"commonjs"}\n');
