// The beginnings of the program's other threads, built as build.js builds them, for tests that run from the source.
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import type { Sharing } from '../../src/cli/context.ts';
import type { Thread } from '../../src/cli/threads/thread.ts';

export async function builtThreads(outdir: string, threads: readonly Thread[]): Promise<Sharing> {
  await build({
    entryPoints: threads.map((thread) => fileURLToPath(new URL(`../../src/cli/threads/${thread}.ts`, import.meta.url))),
    outdir,
    bundle: true,
    splitting: true,
    platform: 'node',
    format: 'esm',
    outExtension: { '.js': '.mjs' },
    define: { TAKEDOWN_VERSION: '"0.0.0-test"', TAKEDOWN_BUILD: '"test"' },
    banner: { js: "import{createRequire as __cr}from'node:module';const require=__cr(import.meta.url);" },
    logLevel: 'warning',
  });
  return { entry: pathToFileURL(`${outdir}/part.mjs`), from: 0, threads: 2 };
}
