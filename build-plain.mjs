// Bundles the program into dist/, or the folder that is given: an entry for each thread, every
// slow library in a chunk of its own that is read when it is used.
import { createHash } from 'node:crypto';
import { readdir, readFile, rm } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const { version } = JSON.parse(await readFile(new URL('package.json', import.meta.url), 'utf8'));

const outdir = process.argv[2] ?? fileURLToPath(new URL('dist', import.meta.url));

/** Over every source file and the lock file: what a cache has to know of the program that filled it. */
async function digestOfSource() {
  const hash = createHash('sha256');
  const files = (await readdir(new URL('src', import.meta.url), { recursive: true })).filter((file) =>
    file.endsWith('.ts'),
  );
  for (const file of ['../package-lock.json', ...files.sort()])
    hash.update(await readFile(new URL(`src/${file}`, import.meta.url)));
  return hash.digest('hex').slice(0, 16);
}

await rm(outdir, { recursive: true, force: true });
await build({
  absWorkingDir: fileURLToPath(new URL('.', import.meta.url)),
  entryPoints: ['src/cli/main.ts', 'src/cli/part.ts'],
  outdir,
  bundle: true,
  splitting: true,
  minify: false,
  sourcemap: 'linked',
  sourcesContent: false,
  platform: 'node',
  target: 'node20',
  format: 'esm',
  chunkNames: 'chunks/[name]-[hash]',
  define: { TAKEDOWN_VERSION: JSON.stringify(version), TAKEDOWN_BUILD: JSON.stringify(await digestOfSource()) },
  // Libraries in CommonJS ask for Node's own modules by `require`, which an ES module does not have by itself.
  banner: { js: "import{createRequire as __cr}from'node:module';const require=__cr(import.meta.url);" },
  logLevel: 'warning',
});
