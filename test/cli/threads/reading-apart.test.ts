// A document read in a thread of its own, as it is built: what comes out is what one thread reads, and what takes too much is
// given up.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Sharing } from '../../../src/cli/context.ts';
import { BOUNDS, readApart } from '../../../src/cli/threads/reading-apart.ts';
import { readDocument } from '../../../src/intake/index.ts';
import { lines, pdfOf, text } from '../../intake/pdf-file.ts';
import { builtThreads } from '../../support/threads.ts';

const folder = mkdtempSync(join(tmpdir(), 'takedown-reading-'));
let sharing: Sharing;
const interruption = new AbortController().signal;

beforeAll(async () => {
  sharing = await builtThreads(folder, ['reading']);
}, 60_000);

afterAll(() => rmSync(folder, { recursive: true, force: true }));

const order = { file: 'order.pdf', octets: pdfOf([lines(72, 100, ['one.example', 'two.example'])]) };
/** The library takes a time that grows with the square of these. */
const slow = { file: 'slow.pdf', octets: pdfOf([`${'q '.repeat(400_000)}${text(72, 100, 'one.example')}`]) };

describe('a document of strangers', () => {
  test('is read as in one thread', async () => {
    const apart = await readApart(order, { sharing, interruption });
    expect(apart.ok).toBe(true);
    expect(apart).toEqual(await readDocument(order));
  });

  test('that is broken has its problem', async () => {
    const broken = { file: 'order.pdf', octets: Buffer.from('%PDF-1.7\n') };
    expect(await readApart(broken, { sharing, interruption })).toEqual(await readDocument(broken));
  });

  test.each([
    ['time', slow, { ...BOUNDS, seconds: 1 }],
    ['memory', slow, { ...BOUNDS, growth: 1 }],
    ['memory', slow, { ...BOUNDS, heap: 12 }],
  ])('that takes too much %s is given up', async (what, source, bounds) => {
    const { problems } = await readApart(source, { sharing, interruption }, bounds);
    expect(problems.map(({ code, message }) => [code, message.includes(what)])).toEqual([['document-too-hard', true]]);
  });

  test('is left when somebody interrupts', async () => {
    const stopping = new AbortController();
    const reading = readApart(slow, { sharing, interruption: stopping.signal });
    stopping.abort();
    await expect(reading).rejects.toThrow('interrupted');
  });
});
