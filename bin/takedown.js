#!/usr/bin/env node
// Starts the built program. `npm ci` builds it; in a checkout without a build this says so. CommonJS, by the package.json beside
// it, like what it starts: for an ES module Node first loads what it needs to load one.
const { existsSync } = require('node:fs');
const { enableCompileCache } = require('node:module');
const { join } = require('node:path');

/** As package.json has it under `engines`. */
const LEAST = [20, 19];

const main = join(__dirname, '..', 'dist', 'main.js');
const [major, minor] = process.versions.node.split('.').map(Number);
if (major < LEAST[0] || (major === LEAST[0] && minor < LEAST[1])) {
  process.stderr.write(`takedown needs Node ${LEAST.join('.')} or later, and this is ${process.versions.node}.\n`);
  process.exitCode = 1;
} else if (existsSync(main)) {
  enableCompileCache?.();
  require(main);
} else {
  process.stderr.write('takedown is not built here. Run: npm run build\n');
  process.exitCode = 1;
}
