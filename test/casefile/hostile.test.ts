// Text that is made to hurt: each is told in a problem, and takes no longer than a few ordinary files of the largest size.
import { beforeAll, describe, expect, it } from 'vitest';
import { parseCase } from '../../src/casefile/parse.ts';

const MEBIBYTE = 1_048_576;

async function parsed(text: string | Uint8Array) {
  const octets = typeof text === 'string' ? new TextEncoder().encode(text) : text;
  const before = process.cpuUsage();
  const result = await parseCase({ id: 'acme', caseFile: { file: 'case.yaml', octets }, read: () => undefined });
  // Of the processor and not of the wall: other tests run at the same time.
  const { user, system } = process.cpuUsage(before);
  return { ...result, cost: user + system };
}

/** What an ordinary file with as much in it as is read at all costs on this machine, warmed up. */
let ordinary = 0;
beforeAll(async () => {
  const text = paragraphAbout(20_000, (at) => `b${at}`);
  const costs = [(await parsed(text)).cost, (await parsed(text)).cost, (await parsed(text)).cost];
  ordinary = Math.max(...costs);
}, 60_000);

async function codesOf(text: string | Uint8Array): Promise<string[]> {
  const { ok, problems, cost } = await parsed(text);
  expect(cost / ordinary).toBeLessThan(4);
  expect(ok).toBe(false);
  expect(problems.length).toBeGreaterThan(0);
  expect(problems.length).toBeLessThan(250);
  for (const { place } of problems) expect(place?.excerpt.length ?? 0).toBeLessThanOrEqual(400);
  return [...new Set(problems.map(({ code }) => code))];
}

const aliasBomb = [
  'a: &a [x,x,x,x,x,x,x,x,x]',
  ...'bcdefghi'.split('').map((letter, at) => {
    const before = 'abcdefgh'[at];
    return `${letter}: &${letter} [${Array(9).fill(`*${before}`).join(',')}]`;
  }),
].join('\n');

const HEAD = 'case: acme\ntitle: x\ncourt: { name: x, time-zone: UTC }\ndocket: x\npetitioner: { name: x }\n';
const PARAGRAPH = 'number: 1, text: x, directed-to: registrar, applies-to: a';

/** A case of one order, with as many pieces of text as are wanted in the place of `*`. */
function many(around: string, count: number, piece: (at: number) => string): string {
  return `${HEAD}schedules: { a: { file: a.txt } }\n${around.replace('*', () => Array.from({ length: count }, (_, at) => piece(at)).join(','))}\n`;
}

const ORDER = 'orders: [{ id: pi, kind: preliminary-injunction, entered: 2019-03-15T16:00:00Z, ';

function paragraphAbout(count: number, schedule: (at: number) => string): string {
  const around = `${ORDER}paragraphs: [{ number: 1, text: x, directed-to: registrar, applies-to: [*] }] }]`;
  return many(around, count, schedule);
}

function full(piece: string): string {
  return piece.repeat(Math.floor((MEBIBYTE - 1) / piece.length));
}

describe('hostile text', () => {
  it.each([
    ['an alias bomb', aliasBomb, 'yaml-alias'],
    ['a reference to itself', 'title: &a { b: *a }', 'yaml-alias'],
    ['a merge key', 'court: { name: x }\n<<: { title: y }', 'yaml-merge-key'],
    ['duplicate keys', 'case: acme\ncase: acme\n', 'yaml-duplicate-key'],
    ['a way into prototypes', '__proto__: { rehearsal: true }\n', 'yaml-forbidden-key'],
    ['tabs', 'court:\n\tname: x\n', 'yaml-tab'],
    ['a NUL', 'case: ac\0me\n', 'nul-character'],
    ['several documents', 'case: acme\n---\ncase: other\n', 'yaml-documents'],
    ['a tag', 'case: !!js/function "x"\n', 'yaml-tag'],
    ['a list at the top', '- a\n', 'wrong-type'],
    ['a bare text', 'hello\n', 'wrong-type'],
    ['nothing at all', '', 'empty-file'],
    ['brackets without end', full('['), 'yaml-too-deep'],
    ['braces without end', full('{'), 'yaml-too-deep'],
    ['dashes without end', full('- '), 'yaml-too-deep'],
    ['question marks without end', full('? '), 'yaml-too-deep'],
    ['a stair of keys', Array.from({ length: 1_400 }, (_, at) => `${' '.repeat(at)}a:`).join('\n'), 'yaml-too-deep'],
    ['quotes without end', full('"'), 'file-too-large'],
    ['apostrophes without end', full("' "), 'file-too-large'],
    ['a hundred thousand keys', Array.from({ length: 150_000 }, (_, at) => `k${at}:`).join('\n'), 'file-too-large'],
    ['commas without end', `[${full(',').slice(2)}]`, 'file-too-large'],
    ['colons without end', full(': '), 'yaml-too-deep'],
    ['anchors without end', full('&a '), 'file-too-large'],
    ['lines without end', `case: acme\n${full('\n').slice(20)}x`, 'file-too-large'],
    ['comments without end', full('#\n'), 'file-too-large'],
    ['one long line', `title: ${'x'.repeat(MEBIBYTE - 10)}`, 'missing-key'],
    ['one long key', `${'x'.repeat(1_000)}: 1\n`, 'unknown-key'],
    ['five thousand unknown keys', Array.from({ length: 5_000 }, (_, at) => `k${at}: 1`).join('\n'), 'unknown-key'],
    ['orders that are none', many('orders: [*]', 8_000, () => '7'), 'wrong-type'],
    ['paragraphs that are none', many(`${ORDER}paragraphs: [*] }]`, 8_000, () => 'x'), 'wrong-type'],
    ['broken ids', paragraphAbout(20_000, (at) => `B${at}`), 'no-relief'],
    [
      'unheard-of relief',
      many(`${ORDER}paragraphs: [{ ${PARAGRAPH}, relief: [*] }] }]`, 4_000, () => '{ kind: x }'),
      'wrong-value',
    ],
    [
      'names of nothing among many definitions',
      `registrars: {${Array.from({ length: 1_500 }, (_, at) => `k${at}: { name: x, iana-id: 1 }`).join(', ')}}\n${many(
        `${ORDER}paragraphs: [{ ${PARAGRAPH}, relief: [*] }] }]`,
        1_500,
        (at) => `{ kind: registrar-of-record, registrar: q${at} }`,
      )}`,
      'unknown-registrar',
    ],
    [
      'keys that cannot be used',
      `registrars: {${Array.from({ length: 5_000 }, (_, at) => `K ${at}: {}`).join(', ')}}\n${many('orders: [*]', 1, () => 'x')}`,
      'wrong-value',
    ],
    ['aliases without end', many('sinkholes: {*}\norders: []', 5_000, (at) => `k${at}: *x`), 'yaml-alias'],
  ])('%s', async (_, text, code) => {
    expect(await codesOf(text)).toContain(code);
  });

  it.each([
    ['a hundred megabytes', new Uint8Array(100 * MEBIBYTE).fill(0x61), 'file-too-large'],
    ['UTF-16 with a mark', Uint8Array.of(0xff, 0xfe, 0x63, 0, 0x61, 0), 'wrong-encoding'],
    ['UTF-16 without one', Uint8Array.of(0x63, 0, 0x61, 0, 0x73, 0), 'wrong-encoding'],
    ['UTF-16, big end first', Uint8Array.of(0, 0x63, 0, 0x61, 0, 0x73), 'wrong-encoding'],
    ['Latin-1', Uint8Array.of(0x74, 0x3a, 0x20, 0xe9, 0x0a), 'wrong-encoding'],
    ['half a character', Uint8Array.of(0x74, 0x3a, 0x20, 0xc3), 'wrong-encoding'],
  ])('%s', async (_, octets, code) => {
    expect(await codesOf(octets)).toEqual([code]);
  });

  it('leaves the prototypes of objects alone', async () => {
    await codesOf('__proto__: { polluted: true }\nconstructor: { prototype: { polluted: true } }\n');
    expect(Reflect.get({}, 'polluted')).toBeUndefined();
  });
});
