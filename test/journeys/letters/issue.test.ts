// Letters of a rehearsal drafted and issued: what is written where, what stops it, and that the same letter has the same octets.
import { createHash } from 'node:crypto';
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { lettersAgain } from '../../../src/cli/evidence/verifying-letters.ts';
import { casePaths } from '../../../src/store/workspace.ts';
import { documentOf, errorOf } from '../../support/documents.ts';
import { emptyFolder, removeFolder } from '../../support/folders.ts';
import { rehearsedWorkspace } from '../../support/rehearsed.ts';
import { takedown } from '../../support/takedown.ts';
import { at } from '../../support/values.ts';
import { NOT_PRECHECKED } from '../../support/warned.ts';

const CASE = 'phosphorus.rehearsal';
const SHIPPED = join(import.meta.dirname, '../../../templates');

let rehearsed: string;
let folder: string;

beforeAll(async () => {
  const ground = await rehearsedWorkspace('day-1');
  expect(ground.ran).toMatchObject({ code: 0, err: '' });
  rehearsed = ground.folder;
}, 180_000);
afterAll(() => removeFolder(rehearsed));
beforeEach(() => {
  folder = emptyFolder();
  cpSync(rehearsed, folder, { recursive: true });
});
afterEach(() => removeFolder(folder));

const run = (...args: readonly string[]) => takedown(folder, args);
const draft = (...more: readonly string[]) => run('letter', 'draft', CASE, ...more);
const issue = (...more: readonly string[]) => run('letter', 'issue', CASE, ...more);
const inCase = (...path: readonly string[]) => join(folder, 'cases', CASE, ...path);
const letters = () => (existsSync(inCase('letters')) ? readdirSync(inCase('letters')) : []);
/** Figures that change with a word in a template. */
const masked = (text: string) => text.replace(/\b[0-9a-f]{64}\b/g, 'DIGEST').replace(/\b[0-9a-f]{16}\b/g, 'APPROVED');

const octetsOf = (root: string) =>
  Object.fromEntries(
    readdirSync(root, { recursive: true, encoding: 'utf8' })
      .filter((file) => /\.\w+$/.test(file) && !file.endsWith('.gitignore'))
      .map((file) => [
        file,
        createHash('sha256')
          .update(readFileSync(join(root, file)))
          .digest('hex'),
      ]),
  );

interface Written {
  readonly letters: readonly {
    readonly id: string | null;
    readonly recipient: string;
    readonly folder: string | null;
    readonly files: readonly { readonly file: string; readonly 'sha-256': string }[];
    readonly digest: string | null;
    readonly mail: { readonly to: readonly string[] } | null;
    readonly blocked: readonly { readonly word: string }[];
  }[];
}
const written = (out: string, schema: string) => documentOf<Written>(out, schema).letters;

/** A change of the case file that leaves it a case. */
function edit(file: string, what: RegExp, by: string): void {
  const text = readFileSync(inCase(file), 'utf8');
  expect(text.search(what)).toBeGreaterThan(-1);
  writeFileSync(inCase(file), text.replace(what, by));
}

/** A template of the workspace's own, which stands in front of the shipped one. */
function ownTemplate(name: string, change: (text: string) => string): void {
  mkdirSync(join(folder, 'templates'), { recursive: true });
  const text = readFileSync(join(SHIPPED, `${name}.md`), 'utf8');
  writeFileSync(join(folder, 'templates', `${name}.md`), change(text));
}

describe('drafts', () => {
  test('are written a folder each, and shown', async () => {
    const ran = await draft('--to', 'harbour', '--to', 'lantern');
    expect(ran).toMatchObject({ code: 0, err: '' });
    await expect(masked(ran.out)).toMatchFileSnapshot('golden/draft.txt');
    expect(readdirSync(inCase('drafts')).sort()).toHaveLength(3);
    expect(letters()).toEqual([]);
  });

  test('made twice have the same octets, also in another folder', async () => {
    await draft('--to', 'harbour');
    const first = octetsOf(inCase('drafts'));
    expect(Object.keys(first).length).toBeGreaterThan(8);
    await draft('--to', 'harbour');
    expect(octetsOf(inCase('drafts'))).toEqual(first);
    await draft('--to', 'harbour', '-o', 'elsewhere');
    expect(octetsOf(join(folder, 'elsewhere'))).toEqual(first);
  });

  test('bear the day that it is at the court', async () => {
    const day = async (asOf: string) =>
      written((await draft('--to', 'harbour', '--as-of', asOf, '--json')).out, 'letter-draft')[0]?.id?.slice(0, 10);
    expect(await day('2019-03-17T03:59:00Z')).toBe('2019-03-16');
    expect(await day('2019-03-17T04:01:00Z')).toBe('2019-03-17');
  });

  test('are never written among issued letters', async () => {
    const ran = await draft('--to', 'harbour', '-o', inCase('letters'), '--json');
    expect(ran).toMatchObject({ code: 2, out: '' });
    expect(errorOf(ran.err).code).toBe('among-letters');
  });

  test('are what a script is told', async () => {
    const [letter] = written((await draft('--to', 'harbour', '--json')).out, 'letter-draft');
    if (letter?.folder == null) throw new Error('no letter');
    const there = octetsOf(join(folder, letter.folder));
    expect(Object.fromEntries(letter.files.map((one) => [one.file, one['sha-256']]))).toEqual(there);
    expect(letter).toMatchObject({ recipient: 'harbour', digest: null, blocked: [] });
  });

  test('say what stands in the way of the letter, and are made all the same', async () => {
    edit('case.yaml', /^judge:.*\n/m, '');
    const ran = await draft('--to', 'harbour');
    expect(ran).toMatchObject({ code: 0, err: '' });
    expect(ran.out).toContain('blocked: no-judge');
    expect(readdirSync(inCase('drafts'))).toHaveLength(2);
  });

  test('of a template with a mistake are told with the place; the others are there', async () => {
    ownTemplate('registrar-transfer-order', (text) => `${text}\n{{ recipient.nmae }}\n`);
    const ran = await draft('--to', 'harbour', '--to', 'lantern');
    expect(ran.code).toBe(22);
    expect(ran.err).toMatch(/templates\/registrar-transfer-order\.md:\d+:\d+/);
    expect(ran.out).toContain('1 letter drafted');
    expect(ran.out).toContain('1 letter not made');
  });

  test('of no template that fits are not made', async () => {
    const ran = await draft('--to', 'harbour', '--template', 'release-letter');
    expect(ran).toMatchObject({ code: 0, out: 'No letter is due.\n' });
    const lantern = await draft('--to', 'harbour', '--template', 'registrar-transfer-request');
    expect(lantern.code).toBe(23);
    expect(lantern.out).toContain('blocked: no-template');
  });
});

test.each([
  [['letter', 'draft', CASE, '--to', 'harbur'], 'no-such-recipient', /harbour/],
  [['letter', 'draft', CASE, '--purpose', 'remnd'], 'no-such-purpose', /remind/],
  [['letter', 'draft', CASE, '--template', 'reminders'], 'no-such-template', /reminder/],
  [['letter', 'issue', CASE], 'which-letters', /--all/],
  [['letter', 'issue', CASE, '--all', '--to', 'harbour'], 'which-letters', /different/],
])('%j is refused with what was meant', async (args, code, words) => {
  const ran = await run(...args, '--json');
  expect(ran).toMatchObject({ code: 2, out: '' });
  const error = errorOf(ran.err);
  expect(error.code).toBe(code);
  expect(`${error.message} ${error.hint}`).toMatch(words);
  expect(letters()).toEqual([]);
});

describe('an issue', () => {
  test('freezes the letter and says what to approve and to type next', async () => {
    const ran = await issue('--to', 'harbour');
    expect(ran).toMatchObject({ code: 0, err: NOT_PRECHECKED });
    await expect(masked(ran.out)).toMatchFileSnapshot('golden/issue.txt');
    const [id = ''] = letters();
    const manifest = readFileSync(inCase('letters', id, 'letter.yaml'), 'utf8');
    expect(ran.out).toContain(/^digest: "?([0-9a-f]{64})/m.exec(manifest)?.[1]);
  });

  test('has the same letter as the draft before it', async () => {
    const [drafted] = written((await draft('--to', 'harbour', '--json')).out, 'letter-draft');
    const [issued] = written((await issue('--to', 'harbour', '--json')).out, 'letter-issue');
    const differing = issued?.files.filter(
      (one) => drafted?.files.find(({ file }) => file === one.file)?.['sha-256'] !== one['sha-256'],
    );
    // The mail alone says whether it is still to be sent by hand.
    expect(differing?.map(({ file }) => file)).toEqual(['letter.eml']);
  });

  test('is not repeated without a reason, and the reason is kept', async () => {
    await issue('--to', 'harbour');
    const again = await issue('--to', 'harbour', '--json');
    expect(again).toMatchObject({ code: 23, out: '' });
    expect(errorOf(again.err).problems.map(({ code }) => code)).toEqual(['already-issued']);
    expect(letters()).toHaveLength(1);
    expect(await issue('--to', 'harbour', '--reason', 'the first one had the wrong date')).toMatchObject({ code: 0 });
    const [first = '', second = ''] = letters();
    expect(second).toBe(`${first}-2`);
    const manifest = readFileSync(inCase('letters', second, 'letter.yaml'), 'utf8');
    expect(manifest).toContain('reason: the first one had the wrong date');
  });

  test('of several asks, and where nobody can be asked wants --yes', async () => {
    const args = ['--to', 'harbour', '--to', 'lantern'];
    const ran = await issue(...args, '--json');
    expect(ran.code).toBe(2);
    expect(errorOf(ran.err).code).toBe('not-asked');
    expect(letters()).toEqual([]);
    expect(await issue(...args, '--yes')).toMatchObject({ code: 0 });
    expect(letters()).toHaveLength(2);
  });

  test('of all or of none: what stands in the way of one is told', async () => {
    edit('case.yaml', /^judge:.*\n/m, '');
    const ran = await issue('--to', 'harbour', '--to', 'lantern', '--yes', '--reason', 'because', '--json');
    expect(ran).toMatchObject({ code: 23, out: '' });
    expect(errorOf(ran.err).problems.map(({ code }) => code)).toEqual(['no-judge', 'no-judge']);
    expect(letters()).toEqual([]);
  });

  test('is made again by a verification, which tells what is another now than when it was issued', async () => {
    expect(await issue('--to', 'harbour')).toMatchObject({ code: 0 });
    const paths = casePaths({ root: folder, cases: join(folder, 'cases') }, CASE);
    if (paths === undefined) throw new Error(CASE);
    const look = { from: folder, now: at('2026-01-01T00:00:00Z'), asOf: undefined };
    const told = async () => {
      const found: string[] = [];
      for await (const { kind, file, what } of lettersAgain(paths, look)) {
        expect(file).toMatch(/^letters\/\S+harbour\S+\/letter\.yaml$/);
        found.push(`${kind}: ${what}`);
      }
      return found;
    };
    const changing = async (file: string, change: (text: string) => string) => {
      const text = existsSync(file) ? readFileSync(file, 'utf8') : '';
      writeFileSync(file, change(text));
      const found = await told();
      writeFileSync(file, text);
      return found;
    };
    expect(await told()).toEqual([]);
    const desk = (text: string) => text.replace('orders@harbour-names.example', 'desk@harbour-names.example');
    expect(await changing(join(folder, 'cases/recipients.yaml'), desk)).toEqual([
      'edited: the entry of harbour has changed since it was issued',
    ]);
    const manifest = inCase('letters', letters().find((one) => /harbour/.test(one)) ?? '', 'letter.yaml');
    const otherFacts = (text: string) => {
      const above = text.replace(/facts: "?[0-9a-f]{64}"?/, `facts: ${'a'.repeat(64)}`).replace(/digest: .*\n$/, '');
      return `${above}digest: ${createHash('sha256').update(above).digest('hex')}\n`;
    };
    expect(await changing(manifest, otherFacts)).toEqual([
      'edited: the record and the journal give other values for the instant of its issue than it was filled with',
    ]);
    ownTemplate('registrar-transfer-order', (text) => `${text}\n`);
    expect(await told()).toEqual(['edited: its template, or what it is printed with, has changed since it was issued']);
  }, 120_000);

  test('with a mistake in a template is no issue', async () => {
    ownTemplate('registrar-transfer-order', (text) => `${text}\n{{ recipient.nmae }}\n`);
    const ran = await issue('--to', 'harbour', '--json');
    expect(ran).toMatchObject({ code: 22, out: '' });
    expect(errorOf(ran.err).problems[0]?.place).toMatchObject({ line: expect.any(Number) });
    expect(letters()).toEqual([]);
  });

  test('with a subject that no mail can have is refused in one sentence', async () => {
    ownTemplate('registrar-transfer-order', (text) =>
      text.replace(/^subject: .*$/m, `subject: ${'Order '.repeat(80)}`),
    );
    const ran = await issue('--to', 'harbour', '--json');
    expect(ran.code).toBe(23);
    expect(ran.err).toContain('longer than 400 characters."');
  });

  test('with another copy of the order than the case states is refused', async () => {
    writeFileSync(inCase('orders', 'tro.pdf'), 'another paper');
    const ran = await issue('--to', 'harbour', '--json');
    expect(ran).toMatchObject({ code: 23, out: '' });
    expect(errorOf(ran.err).problems.map(({ code }) => code)).toEqual(['order-copy-differs']);
    expect(letters()).toEqual([]);
  });

  test('at once with another of the same letter: one wins, the other is told', async () => {
    const both = await Promise.all([issue('--to', 'harbour', '--json'), issue('--to', 'harbour', '--json')]);
    expect(both.map(({ code }) => code).sort()).toEqual([0, 23]);
    const told = both.find(({ code }) => code === 23);
    expect(errorOf(told?.err ?? '').code).toBe('letter-exists');
    expect(letters()).toHaveLength(1);
  });

  test('with a damaged letter beside it is refused: nobody knows what went out', async () => {
    await issue('--to', 'harbour');
    const [id = ''] = letters();
    edit(join('letters', id, 'letter.yaml'), /^role: .*$/m, 'role: provider');
    const ran = await issue('--to', 'lantern', '--json');
    expect(ran).toMatchObject({ code: 22, out: '' });
    expect(errorOf(ran.err).problems.map(({ code }) => code)).toEqual(['letter-changed']);
  });
});

test('a recipient that takes only a web form gets the text of its fields, and no mail', async () => {
  const fields = '[{ label: Your message, holds: body }, { label: Names, holds: names }]';
  const form = `form: { url: "https://harbour.example/orders", fields: ${fields} }`;
  edit('../recipients.yaml', /email: \[orders@harbour-names.example\]/, form);
  const ran = await draft('--to', 'harbour', '--json');
  expect(ran.err).toBe('');
  const [letter] = written(ran.out, 'letter-draft');
  const files = letter?.files.map(({ file }) => file) ?? [];
  expect(files).toContain('form.txt');
  expect(files).not.toContain('letter.eml');
  expect(letter?.mail).toBeNull();
  const issued = await issue('--to', 'harbour');
  expect(issued.out).toMatch(/next {4}takedown record served phosphorus\.rehearsal --letter \S+ --by "…"/);
});
