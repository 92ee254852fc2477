#!/usr/bin/env node
// Starts the built program. `npm ci` builds it; in a checkout without a build this says so.
import { existsSync } from 'node:fs';
import module from 'node:module';

const main = new URL('../dist-plain/main.js', import.meta.url);
if (existsSync(main)) {
  module.enableCompileCache?.();
  await import(main.href);
} else {
  process.stderr.write('takedown is not built here. Run: npm run build\n');
  process.exitCode = 1;
}
