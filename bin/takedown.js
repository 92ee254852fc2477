#!/usr/bin/env node
// Starts the built program. `npm ci` builds it; in a checkout without a build this says so. CommonJS, by the package.json beside
// it, like what it starts: for an ES module Node first loads what it needs to load one.
const { existsSync } = require('node:fs');
const { enableCompileCache } = require('node:module');
const { join } = require('node:path');

const main = join(__dirname, '..', 'dist', 'main.js');
if (existsSync(main)) {
  enableCompileCache?.();
  require(main);
} else {
  process.stderr.write('takedown is not built here. Run: npm run build\n');
  process.exitCode = 1;
}
