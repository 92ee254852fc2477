// The documents that names came from stay with the case: years later somebody asks for page 3, and it is there, octet by octet, or it
// is told that it is not.
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { caseFile } from '../../support/case-file.ts';
import { documentOf } from '../../support/documents.ts';
import { emptyFolder, removeFolder, writeFiles } from '../../support/folders.ts';
import { takedown } from '../../support/takedown.ts';

const LIST = 'one.com\ntwo.net\n';
const DIGEST = createHash('sha256').update(LIST).digest('hex');
const COPY = `imports/${DIGEST.slice(0, 16)}-list.txt`;

let folder: string;
const run = (args: readonly string[], env: Readonly<Record<string, string>> = {}) =>
  takedown(folder, args, { at: '2026-01-06T15:00:00Z', env });
const importing = (file: string, ...more: readonly string[]) =>
  run(['import', 'acme', file, '--accept', 'sure', '--by', 'Jane Roe', ...more]);
const inCase = (file: string) => join(folder, 'cases/acme', file);
const read = (file: string) => readFileSync(inCase(file), 'utf8');

interface Verified {
  readonly totals: {
    readonly damaged: number;
    readonly edited: number;
    readonly notKept: number;
    readonly papers: number;
  };
  readonly findings: readonly { readonly kind: string; readonly file: string; readonly what: string }[];
}

async function verified() {
  const { code, out } = await run(['evidence', 'verify', 'acme', '--json']);
  const { totals, findings } = documentOf<Verified>(out, 'evidence-verify');
  return {
    code,
    totals,
    told: findings.map(({ kind, file, what }) => `${kind} ${file}: ${what.replace(/T15:00:\d\d\.\d+Z/, 'T15')}`),
  };
}

beforeEach(() => {
  folder = emptyFolder();
  writeFiles(folder, {
    'cases/acme/case.yaml': caseFile({ id: 'acme' }).replace('rehearsal: true\n', ''),
    'cases/acme/names.txt': '',
    'papers/list.txt': LIST,
  });
});
afterEach(() => removeFolder(folder));

test('a copy is kept, shown before and after, cited with its digest, and compared', async () => {
  const looked = await run(['import', 'acme', 'papers/list.txt', '--dry-run', '--json']);
  expect(documentOf(looked.out, 'import')).toMatchObject({ documents: [{ sha256: DIGEST, copy: COPY }] });
  expect(existsSync(inCase('imports'))).toBe(false);
  const done = await importing('papers/list.txt');
  expect(done).toMatchObject({ code: 0, err: '' });
  expect(done.out).toContain(`  kept as ${COPY}\n`);
  expect(read(COPY)).toBe(LIST);
  expect(read('imports.yaml')).toContain(`octets: ${LIST.length}, copy: ${COPY}, format: text`);
  expect(await verified()).toMatchObject({
    code: 0,
    totals: { damaged: 0, edited: 0, notKept: 0, papers: 1 },
    told: [],
  });
});

test('the same document is kept once, whatever it is called and whoever brings it', async () => {
  writeFiles(folder, { 'papers/../again.txt': LIST, 'more.txt': `${LIST}three.org\n` });
  await importing('papers/list.txt');
  writeFileSync(inCase('names.txt'), '');
  await importing('again.txt');
  const order = ['--order', 'more', '--kind', 'supplemental-order', '--entered', '2026-01-06T10:00:00-05:00'];
  const amended = await run(['amend', 'acme', 'more.txt', ...order, '--list', 'add', '--by', 'Jane', '--yes']);
  expect(amended.code).toBe(0);
  const kept = readdirSync(inCase('imports'));
  expect(kept).toHaveLength(2);
  expect(amended.out).toContain(`cases/acme/imports/${kept.find((one) => one.endsWith('more.txt'))}`);
  expect(read('imports.yaml').match(/copy: imports/g)).toHaveLength(3);
  expect(await verified()).toMatchObject({ code: 0, totals: { papers: 2 }, told: [] });
});

test('--no-keep leaves it out and says so; an entry from before copies were kept says nothing, and is no damage', async () => {
  const left = await importing('papers/list.txt', '--no-keep');
  expect(left.out).not.toContain('kept as');
  expect(existsSync(inCase('imports'))).toBe(false);
  expect(read('imports.yaml')).toContain('copy: none, format: text');
  const what = 'not-kept imports.yaml: no copy of papers/list.txt, imported 2026-01-06T15, was kept';
  expect(await verified()).toMatchObject({
    code: 0,
    totals: { notKept: 1 },
    told: [`${what}, on purpose (--no-keep)`],
  });
  writeFileSync(inCase('imports.yaml'), read('imports.yaml').replace('copy: none, ', ''));
  expect(await verified()).toMatchObject({ code: 0, totals: { notKept: 1 }, told: [what] });
  const shown = await run(['show', 'acme', 'two.net', '--json']);
  expect(documentOf(shown.out, 'show')).toMatchObject({ origin: { where: 'line 2', file: 'papers/list.txt' } });
});

test('a changed bit, a lost copy and a file that nobody cites are told as what they are', async () => {
  await importing('papers/list.txt');
  writeFileSync(inCase(COPY), LIST.replace('one.com', 'one.cnm'));
  const was = 'the import of 2026-01-06T15';
  expect(await verified()).toMatchObject({
    code: 22,
    told: [`damaged ${COPY}: it is not the document that ${was} was made of`],
  });
  rmSync(inCase(COPY));
  writeFiles(folder, { 'cases/acme/imports/stray.txt': 'x' });
  expect(await verified()).toMatchObject({
    code: 22,
    told: [
      `damaged ${COPY}: it is not there; ${was} kept it`,
      'edited imports/stray.txt: no entry of imports.yaml cites it: nothing vouches for it',
    ],
  });
});

test('what a document is called leads nowhere, and a citation of a file elsewhere is damage', async () => {
  const name = `..\u001b[2J \u202e${'x'.repeat(150)} &.TXT`;
  writeFileSync(join(folder, name), LIST);
  await importing(name);
  expect(readdirSync(inCase('imports'))).toEqual([`${DIGEST.slice(0, 16)}-2J-${'x'.repeat(97)}.txt`]);
  writeFileSync(inCase('imports.yaml'), read('imports.yaml').replace(/copy: [^,]+/, 'copy: "../../papers/list.txt"'));
  expect((await verified()).told[0]).toMatch(/^damaged \.\.\/\.\.\/papers\/list\.txt: it is not there/);
});

test('a list of thousands is kept too, and standard input', async () => {
  const many = Array.from({ length: 2500 }, (_, at) => `n${at}.com\n`).join('');
  const piped = await takedown(folder, ['import', 'acme', '-', '--accept', 'sure', '--by', 'Jane'], { input: many });
  expect(piped.code).toBe(0);
  const digest = createHash('sha256').update(many).digest('hex');
  expect(read(`imports/${digest.slice(0, 16)}-standard-input`)).toBe(many);
});

test('nothing is kept where nothing is written', async () => {
  await importing('papers/list.txt', '--dry-run');
  await run(['import', 'acme', 'papers/list.txt']);
  writeFiles(folder, { 'none.txt': 'nothing here\n' });
  await importing('none.txt');
  expect(existsSync(inCase('imports'))).toBe(false);
});

test('the names of a sealed case are not in what a CI job prints of its copies', async () => {
  writeFileSync(
    inCase('case.yaml'),
    `${read('case.yaml')}\nseal: { until: 2027-01-01T00:00:00Z, touches: [registry] }\n`,
  );
  writeFiles(folder, { 'one.com.txt': LIST });
  for (const flags of [['--dry-run', '--json'], ['--json'], []]) {
    writeFileSync(inCase('names.txt'), '');
    const { out, err } = await run(['import', 'acme', 'one.com.txt', '--accept', 'sure', '--by', 'J', ...flags], {
      CI: 'true',
    });
    expect(out).toMatch(/name-\d/);
    expect(out + err).not.toMatch(/[0-9a-f]{16}-one/);
  }
});

test('a list that is handed out has nothing of them', async () => {
  await importing('papers/list.txt');
  const { out } = await run(['export', 'acme']);
  expect(out).not.toContain(DIGEST.slice(0, 16));
});
