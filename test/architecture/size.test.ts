import { describe, expect, it } from 'vitest';
import { sourceFiles } from './source-tree.ts';

const LONGEST = 250;

describe('files stay small', () => {
  const lengths = sourceFiles().map((file) => ({ path: file.path, lines: file.text.split('\n').length - 1 }));

  it(`has no source file over ${LONGEST} lines`, () => {
    expect(lengths.filter((file) => file.lines > LONGEST)).toEqual([]);
  });

  it('has a median near 60 lines', () => {
    const sorted = lengths.map((file) => file.lines).sort((a, b) => a - b);
    expect(sorted[Math.floor(sorted.length / 2)]).toBeLessThan(80);
  });

  it('opens every module with what it owns', () => {
    const silent = sourceFiles().filter((file) => !file.text.startsWith('//') && !file.text.startsWith('#!'));
    expect(silent.map((file) => file.path)).toEqual([]);
  });
});
