// The names of four public cases in orders that other programs set: no name among the sure ones that the list does not have, and every
// one of the list among the sure or those to be checked. Needs the packages chromium, libreoffice-writer-nogui and weasyprint.
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { suffixList } from '../../src/casefile/suffix-list.ts';
import { readDocument } from '../../src/intake/index.ts';
import { sift } from '../../src/intake/sift.ts';
import { type Maker, makers, typstHere } from './orders.ts';
import { readersHere } from './readers.ts';

const { asked, missing, reason } = readersHere([...new Set(makers.map(({ name }) => name))], {
  typst: typstHere() !== undefined,
});
const LISTS = ['strontium', 'thallium', 'nickel', 'barium'] as const;

function listed(list: string): readonly string[] {
  const text = readFileSync(new URL(`lists/${list}.txt`, import.meta.url), 'utf8');
  return text.split('\n').filter((line) => line !== '' && !line.startsWith('#'));
}

it('the laboratory asks for its programs', () => {
  if (asked) expect(missing).toEqual([]);
});

describe.skipIf(!asked || missing.length > 0)(`orders by other programs (${reason})`, () => {
  const folder = mkdtempSync(join(tmpdir(), 'takedown-orders-'));
  const rows: string[] = [];
  afterAll(() => {
    rmSync(folder, { recursive: true, force: true });
    // biome-ignore lint/suspicious/noConsole: the measure is what the test is for
    console.log(['made by                list        names  sure  check  wrong  missing', ...rows].join('\n'));
  });

  const typst = typstHere();
  const all: readonly Maker[] = typst === undefined ? makers : [...makers, typst];
  const cases = all.flatMap((maker) => LISTS.map((list) => [`${maker.name} ${maker.file}`, list, maker] as const));

  it.each(cases)(
    '%s of %s',
    async (label, list, { file, make }) => {
      const names = listed(list);
      const read = await readDocument({ file, octets: make(names, folder) });
      expect(read.ok).toBe(true);
      if (!read.ok) return;
      const sifted = sift(read.value, { endings: suffixList, own: [] });
      const wanted = new Set(names);
      const sure = new Set<string>(sifted.sure.map(({ name }) => name));
      const offered = new Set<string>(sifted.check.flatMap(({ candidates }) => candidates.map(({ name }) => name)));
      const wrong = [...sure].filter((name) => !wanted.has(name));
      const lost = [...wanted].filter((name) => !sure.has(name) && !offered.has(name));
      const figures = [wanted.size, sure.size, sifted.check.length, wrong.length, lost.length];
      rows.push(`${label.padEnd(22)} ${list.padEnd(10)} ${figures.map((one) => String(one).padStart(6)).join('')}`);
      expect({ wrong, lost }).toEqual({ wrong: [], lost: [] });
    },
    120_000,
  );
});
