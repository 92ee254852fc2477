// A folder for one run of the tests: files in different processes find there what one of them has made (see made-once.ts), and every
// temporary folder of theirs lies in it, so that nothing is left on the machine when they are through.
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';

declare module 'vitest' {
  interface ProvidedContext {
    sharedGround: string;
  }
}

const folder = mkdtempSync(join(tmpdir(), 'takedown-shared-'));

export function setup(project: TestProject): void {
  // Heard by the processes that are started from here.
  process.env['TMPDIR'] = join(folder, 'tmp');
  mkdirSync(process.env['TMPDIR']);
  project.provide('sharedGround', folder);
}

export function teardown(): void {
  rmSync(folder, { recursive: true, force: true });
}
