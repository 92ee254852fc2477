// A folder for one run of the tests: files in different processes find there what one of them has made (see made-once.ts), and every
// temporary folder of theirs lies in it, so that nothing is left on the machine when they are through.
import { chmodSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';

declare module 'vitest' {
  interface ProvidedContext {
    sharedGround: string;
  }
}

/** Heard by the processes that are started from here, and by this file, which is read anew for each project. */
const KNOWN = 'TAKEDOWN_SHARED_GROUND';

const folder = process.env[KNOWN] ?? makeGround();

/** Servers of the laboratory run as users of their own, and have to come through to what is theirs. The name is short, since sockets lie below it. */
function makeGround(): string {
  const ground = mkdtempSync(join(tmpdir(), 'takedown-'));
  const temporary = join(ground, 'tmp');
  mkdirSync(temporary);
  for (const one of [ground, temporary]) chmodSync(one, 0o711);
  process.env[KNOWN] = ground;
  process.env['TMPDIR'] = temporary;
  return ground;
}

export function setup(project: TestProject): void {
  project.provide('sharedGround', folder);
}

export function teardown(): void {
  rmSync(folder, { recursive: true, force: true });
}
