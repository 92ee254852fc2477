// A file that the documents name is there: whoever moves one is told where it is spoken of.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { ROOT } from './source-tree.ts';

const NAMED = /`((?:[a-z0-9-]+\/)+[a-z0-9-]+\.(?:ts|js))`/g;

it.each(['docs/walk.md', 'docs/decisions.md', 'docs/templates.md', 'docs/case-folder.md', 'docs/ci.md', 'README.md'])(
  '%s names files that are there',
  (document) => {
    const named = [...readFileSync(join(ROOT, document), 'utf8').matchAll(NAMED)].map(([, file = '']) => file);
    const missing = named.filter((file) => ![ROOT, join(ROOT, 'src')].some((at) => existsSync(join(at, file))));
    expect(missing).toEqual([]);
  },
);
