// Bundles the program into dist/, or the folder that is given: one entry, every slow library in a chunk of its own that is read when it is used.
import { readFile, rm } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const { version } = JSON.parse(await readFile(new URL('package.json', import.meta.url), 'utf8'));

const outdir = process.argv[2] ?? fileURLToPath(new URL('dist', import.meta.url));

await rm(outdir, { recursive: true, force: true });
await build({
  absWorkingDir: fileURLToPath(new URL('.', import.meta.url)),
  entryPoints: ['src/cli/main.ts'],
  outdir,
  bundle: true,
  splitting: true,
  minify: true,
  sourcemap: 'linked',
  sourcesContent: false,
  platform: 'node',
  target: 'node20',
  format: 'esm',
  chunkNames: 'chunks/[name]-[hash]',
  define: { TAKEDOWN_VERSION: JSON.stringify(version) },
  // Libraries in CommonJS ask for Node's own modules by `require`, which an ES module does not have by itself.
  banner: { js: "import{createRequire as __cr}from'node:module';const require=__cr(import.meta.url);" },
  logLevel: 'warning',
});
