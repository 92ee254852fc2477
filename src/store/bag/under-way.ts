// Which runs and shards of a case somebody writes at this moment: what would be copied of one is no state that it ever had.
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { unlessMissing } from '../disk/files.ts';
import { isHeld, type Machine } from '../disk/lock.ts';
import type { CasePaths } from '../workspace.ts';

export function runsUnderWay({ runs, shards }: Pick<CasePaths, 'runs' | 'shards'>, machine: Machine): Set<string> {
  const ids = [runs, shards].flatMap((folder) =>
    (unlessMissing(() => readdirSync(folder)) ?? [])
      .filter((name) => name.endsWith('.lock') && isHeld(join(folder, name), machine))
      .map((name) => name.slice(0, -'.lock'.length)),
  );
  return new Set(ids);
}
