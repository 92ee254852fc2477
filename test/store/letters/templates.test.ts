import { mkdirSync, symlinkSync } from 'node:fs';
import { basename, join } from 'node:path';
import { beforeEach, expect, test } from 'vitest';
import { shippedTemplates, templatesOf } from '../../../src/store/letters/templates.ts';
import { emptyFolder, writeFiles } from '../../support/folders.ts';

let root: string;
let shipped: string;
beforeEach(() => {
  root = emptyFolder();
  shipped = emptyFolder();
  writeFiles(shipped, { 'order.md': 'shipped', 'reminder.md': 'shipped', 'partials/contacts.md': 'shipped' });
});

const read = () => {
  const { templates, partials, house } = templatesOf({ root, from: root, shipped });
  const texts = (sources: typeof templates) =>
    Object.fromEntries(sources.map(({ file, octets }) => [basename(file), Buffer.from(octets).toString()]));
  return { templates: texts(templates), partials: texts(partials), house };
};

test('a workspace without templates has those that come with the program', () => {
  expect(read()).toEqual({
    templates: { 'order.md': 'shipped', 'reminder.md': 'shipped' },
    partials: { 'contacts.md': 'shipped' },
    house: { fonts: [] },
  });
});

test('a file of the workspace stands in front of the shipped one of its name', () => {
  writeFiles(root, {
    'templates/order.md': 'own',
    'templates/more.md': 'own',
    'templates/partials/contacts.md': 'own',
  });
  expect(read()).toMatchObject({
    templates: { 'more.md': 'own', 'order.md': 'own', 'reminder.md': 'shipped' },
    partials: { 'contacts.md': 'own' },
  });
});

test('problems name a file as people call it', () => {
  writeFiles(root, { 'templates/order.md': 'own' });
  expect(templatesOf({ root, from: root, shipped }).templates[0]?.file).toBe(join('templates', 'order.md'));
});

test('a Word file and fonts of the house are handed over', () => {
  writeFiles(root, { 'templates/house.docx': 'PK', 'templates/fonts/b.otf': 'b', 'templates/fonts/a.TTF': 'a' });
  const { house } = read();
  expect(Buffer.from(house.reference ?? []).toString()).toBe('PK');
  expect(house.fonts.map((octets) => Buffer.from(octets).toString())).toEqual(['a', 'b']);
});

test('what explains, hides or is no text is no template', () => {
  writeFiles(root, { 'templates/README.md': 'x', 'templates/.order.md': 'x', 'templates/order.md~': 'x' });
  mkdirSync(join(root, 'templates', 'folder.md'));
  expect(Object.keys(read().templates)).toEqual(['order.md', 'reminder.md']);
});

test.each(['templates/evil.md', 'templates/partials/evil.md', 'templates/fonts/evil.ttf', 'templates/house.docx'])(
  '%s that leads out of the folder is refused',
  (place) => {
    writeFiles(root, { 'secret.txt': 'secret', 'templates/partials/a.md': '', 'templates/fonts/a.ttf': '' });
    symlinkSync(join(root, 'secret.txt'), join(root, place));
    expect(read).toThrow(/leads out of its folder/);
  },
);

test('a folder of a great many files is refused', () => {
  writeFiles(root, Object.fromEntries(Array.from({ length: 501 }, (_, i) => [`templates/t${i}.md`, ''])));
  expect(read).toThrow(/more than 500 files/);
});

test('the program finds its own templates', () => {
  expect(basename(shippedTemplates() ?? '')).toBe('templates');
});
