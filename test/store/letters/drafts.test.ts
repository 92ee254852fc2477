import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { draftsOf, writeDraft } from '../../../src/store/letters/drafts.ts';
import { keepReply } from '../../../src/store/letters/replies.ts';
import { tempPaths } from '../support/made.ts';

const file = (name: string, text: string) => ({ file: name, octets: Buffer.from(text) });

test('a draft is made anew each time: what it no longer has is gone, what a person put there stays', () => {
  const paths = tempPaths();
  const drafts = draftsOf(paths);
  const first = [file('letter.md', 'one'), file('form.txt', 'fields')];
  expect(writeDraft(drafts, { id: 'x', files: first }, paths.folder)).toBe(join('drafts', 'x'));
  writeFileSync(join(drafts, 'x', 'notes.txt'), 'mine');
  writeDraft(drafts, { id: 'x', files: [file('letter.md', 'two')] }, paths.folder);
  expect(readdirSync(join(drafts, 'x')).sort()).toEqual(['letter.md', 'notes.txt']);
  expect(readFileSync(join(drafts, 'x', 'letter.md'), 'utf8')).toBe('two');
});

test('git leaves drafts alone', () => {
  expect(readFileSync(join(draftsOf(tempPaths()), '.gitignore'), 'utf8')).toBe('*\n');
});

test('an issued letter is not written over', () => {
  const paths = tempPaths();
  const drafts = draftsOf(paths);
  writeDraft(drafts, { id: 'x', files: [file('letter.yaml', 'issued'), file('letter.md', 'issued')] }, paths.folder);
  expect(() => writeDraft(drafts, { id: 'x', files: [file('letter.md', 'draft')] }, paths.folder)).toThrow(/issued/);
  expect(readFileSync(join(drafts, 'x', 'letter.md'), 'utf8')).toBe('issued');
});

test('a reply is kept once; another of the same name gets another number', () => {
  const paths = tempPaths();
  const first = keepReply(paths, { name: 'a.eml', octets: Buffer.from('one') });
  expect(first).toMatchObject({ known: false, evidence: { file: 'replies/a.eml' } });
  expect(keepReply(paths, { name: 'b.eml', octets: Buffer.from('one') })).toEqual({ ...first, known: true });
  const second = keepReply(paths, { name: 'a.eml', octets: Buffer.from('two') });
  expect(second).toMatchObject({ known: false, evidence: { file: 'replies/a-2.eml' } });
  expect(readFileSync(join(paths.folder, first.evidence.file), 'utf8')).toBe('one');
});

test.each([
  ['../../evil.sh', 'replies/evil.sh'],
  ['Réponse de l’opérateur (1).PDF', 'replies/Reponse-de-l-operateur-1.pdf'],
  ['\u202efdp.exe', 'replies/fdp.exe'],
  ['...', 'replies/file'],
  ['答复.eml', 'replies/file.eml'],
  [`${'x'.repeat(300)}.eml`, `replies/${'x'.repeat(100)}.eml`],
])('%j is called %s', (name, expected) => {
  const paths = tempPaths();
  expect(keepReply(paths, { name, octets: Buffer.from('x') }).evidence.file).toBe(expected);
  expect(existsSync(join(paths.folder, expected))).toBe(true);
});
