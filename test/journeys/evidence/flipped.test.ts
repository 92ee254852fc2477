// One bit changed in any kind of file of a case's folder is told with the file's name, and never passes for sound. What people may
// edit is told apart from what nobody may.
import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { documentOf } from '../../support/documents.ts';
import { takedown } from '../../support/takedown.ts';
import { CASE, LETTER, octetsIn, openSmallCase, type SmallCase } from './small-case.ts';

interface Verified {
  readonly sound: boolean;
  readonly findings: readonly {
    readonly kind: string;
    readonly file: string;
    readonly line?: number;
    readonly octet?: number;
    readonly what: string;
  }[];
}

let small: SmallCase;
beforeAll(async () => {
  small = await openSmallCase();
}, 120_000);
afterAll(() => small?.close());

async function verified() {
  const { code, out, err } = await takedown(small.folder, ['evidence', 'verify', CASE, '--json']);
  return { code, err, ...documentOf<Verified>(out, 'evidence-verify') };
}

async function withChange<T>(file: string, change: (octets: Buffer) => Buffer, look: () => Promise<T>): Promise<T> {
  const [path, octets] = [join(small.paths.folder, file), octetsIn(small, file)];
  writeFileSync(path, change(Buffer.from(octets)));
  try {
    return await look();
  } finally {
    writeFileSync(path, octets);
  }
}

function flipped(octets: Buffer, bit: number): Buffer {
  octets[bit >> 3] = (octets[bit >> 3] ?? 0) ^ (1 << (bit & 7));
  return octets;
}

/** The same places every time: a linear congruential generator (Numerical Recipes). */
function places(seed: number, count: number, below: number): readonly number[] {
  let state = seed;
  return Array.from({ length: count }, () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state % below;
  });
}

test('as it was written, all of it is sound', async () => {
  expect(await verified()).toMatchObject({ code: 0, err: '', sound: true, findings: [] });
  const { out } = await takedown(small.folder, ['evidence', 'verify', CASE]);
  expect(out).toContain('Every octet is as it was written, and every answer reads as it was read.\n');
});

describe('what nobody may change', () => {
  test.each([
    ['the manifest of a letter', `letters/${LETTER}/letter.yaml`, 25],
    ['a file of a letter', `letters/${LETTER}/letter.md`, 15],
    ['a mail that came back', 'replies/20260106T170000Z-reply.eml', 15],
    ['the filed copy of an order', 'orders/pi.pdf', 15],
    ['the journal', 'journal.yaml', 40],
  ] as const)(
    '%s',
    async (_what, file, count) => {
      for (const bit of places(3, count, octetsIn(small, file).length * 8)) {
        const found = await withChange(file, (octets) => flipped(octets, bit), verified);
        const label = `bit ${bit}: ${JSON.stringify(found)}`;
        expect(found.err, label).toBe('');
        expect(found.code, label).toBe(22);
        expect(found.sound, label).toBe(false);
        expect(
          found.findings.filter(({ kind }) => kind === 'damaged').map((one) => one.file),
          label,
        ).toContain(file);
      }
    },
    120_000,
  );

  test('the journal tells which octet it is, and the line', async () => {
    const octets = octetsIn(small, 'journal.yaml');
    const at = octets.indexOf('counsel');
    const { findings } = await withChange('journal.yaml', (text) => flipped(text, at * 8), verified);
    expect(findings).toContainEqual(
      expect.objectContaining({
        file: 'journal.yaml',
        octet: at,
        line: octets.subarray(0, at).toString().split('\n').length,
        what: expect.stringMatching(/one bit differs, octet \d+ is 0x62 \(b\) and was 0x63 \(c\)$/),
      }),
    );
  });

  test.each([
    ['a run', '.yaml', 20],
    ['its evidence', '.warc.gz', 20],
  ] as const)(
    '%s',
    async (_what, ending, count) => {
      const file = `runs/${small.runs[0]}${ending}`;
      for (const bit of places(5, count, octetsIn(small, file).length * 8)) {
        const found = await withChange(file, (octets) => flipped(octets, bit), verified);
        const label = `bit ${bit}: ${JSON.stringify(found)}`;
        expect([found.err, found.code, found.sound], label).toEqual(['', 22, false]);
        expect(
          found.findings.map((one) => one.file),
          label,
        ).toContain(file);
      }
    },
    120_000,
  );
});

describe('what people may change', () => {
  test.each([
    ['the case file', 'case.yaml', 30],
    ['a schedule', 'names.txt', 15],
    ['the recipients', '../recipients.yaml', 10],
    ['a template', '../../templates/ours.md', 6],
    ['a part that templates share', '../../templates/partials/closing.md', 3],
    ['a font of the house', '../../templates/fonts/house.ttf', 4],
    ['the settings of the workspace', '../../takedown.yaml', 5],
    ['the scenario', 'rehearsal.yaml', 4],
  ] as const)(
    '%s: one bit is told with its place, and is no damage while the file can be read',
    async (_what, file, count) => {
      for (const bit of places(9, count, octetsIn(small, file).length * 8)) {
        const found = await withChange(file, (octets) => flipped(octets, bit), verified);
        const label = `bit ${bit}: ${JSON.stringify(found)}`;
        expect(found.err, label).toBe('');
        expect(found.findings, label).toContainEqual(
          expect.objectContaining({ kind: 'edited', file, octet: bit >> 3, what: expect.stringContaining('one bit') }),
        );
        const broken = found.findings.filter(({ kind }) => kind !== 'edited');
        expect(found.code, label).toBe(broken.length === 0 ? 0 : 22);
      }
    },
    120_000,
  );

  test('a comment in the case file is told for what it is, and nothing is called damaged', async () => {
    const change = (octets: Buffer) => Buffer.from(octets.toString().replace('# A case', '# The case'));
    const look = () => takedown(small.folder, ['evidence', 'verify', CASE]);
    const { code, out } = await withChange('case.yaml', change, look);
    expect(code).toBe(0);
    expect(out).toContain('Changed since the newest run, as people may: 1\n  case.yaml\n');
    expect(out).toContain('every answer reads as it was read. What people may change has changed.\n');
  });

  test('a paper that no entry cites is told to be vouched for by nothing', async () => {
    const file = join(small.paths.folder, 'replies/stray.eml');
    writeFileSync(file, 'From: nobody\r\n');
    const { code, findings } = await verified();
    rmSync(file);
    expect([code, findings]).toEqual([
      0,
      [{ kind: 'edited', file: 'replies/stray.eml', what: 'no entry of the journal cites it: nothing vouches for it' }],
    ]);
  });

  test('an entry that was added to the journal is no change, and nothing vouches for it yet', async () => {
    const entry = '- { at: 2026-01-08T10:00:00-05:00, event: note, note: "later" }\n';
    const change = (octets: Buffer) => Buffer.concat([octets, Buffer.from(entry)]);
    const { code, findings } = await withChange('journal.yaml', change, verified);
    expect(code).toBe(0);
    expect(findings).toMatchObject([{ kind: 'edited', file: 'journal.yaml', what: expect.stringContaining('added') }]);
  });
});
