// A folder for one run of the tests, in which files in different processes find what one of them has made: see rehearsed.ts.
import { mkdtempSync, rmSync } from 'node:fs';
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
  project.provide('sharedGround', folder);
}

export function teardown(): void {
  rmSync(folder, { recursive: true, force: true });
}
