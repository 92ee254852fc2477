// One file of the tests with all it imports, for a process of its own; packages that are not bundled are found beside it.
import { build } from 'esbuild';

export async function bundled(entry: string, outfile: string): Promise<void> {
  await build({
    entryPoints: [entry],
    outfile,
    bundle: true,
    platform: 'node',
    format: 'esm',
    logLevel: 'warning',
    define: { TAKEDOWN_VERSION: '"lab"', TAKEDOWN_BUILD: '"lab"' },
    banner: { js: "import{createRequire as __cr}from'node:module';const require=__cr(import.meta.url);" },
  });
}
