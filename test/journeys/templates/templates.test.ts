// Somebody writes a template of the house: starts from a shipped one, makes mistakes, is told, and has letters made of it.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { expectDocument } from '../../reports/documents.ts';
import { phosphorusWorkspace, removeFolder } from '../../support/folders.ts';
import { takedown } from '../../support/takedown.ts';

const AS_OF = ['--as-of', '2019-03-15T17:00:00-04:00'];
let folder: string;
beforeAll(() => {
  folder = phosphorusWorkspace();
});
afterAll(() => removeFolder(folder));

const own = () => join(folder, 'templates', 'our-order.md');
const edit = (from: string, to: string) => writeFileSync(own(), readFileSync(own(), 'utf8').replace(from, to));

test('the shipped templates fit every letter of the shipped case', async () => {
  const { code, out } = await takedown(folder, ['template', 'check', ...AS_OF]);
  expect(out).toMatch(/^14 templates tried on \d+ letters: no errors\n$/);
  expect(code).toBe(0);
});

test('a template is started from another one, once', async () => {
  const started = await takedown(folder, ['template', 'new', 'our-order', '--from', 'registry-order']);
  expect(started).toMatchObject({ code: 0, err: '' });
  expect(started.out).toContain(join('templates', 'our-order.md'));
  const again = await takedown(folder, ['template', 'new', 'our-order', '--from', 'registry-order']);
  expect(again.code).toBe(23);
  expect(again.err).toContain('There is a template "our-order" in this workspace already.');
});

test.each([
  [['our-other', '--from', 'registry-ordr'], 'Did you mean "registry-order"?'],
  [['Our Order', '--from', 'registry-order'], 'cannot be the name of a template'],
  [['../evil', '--from', 'registry-order'], 'cannot be the name of a template'],
  [['partials/contacts', '--from', 'contatcs'], 'Did you mean "partials/contacts"?'],
])('template new %s', async (args, says) => {
  const { code, err } = await takedown(folder, ['template', 'new', ...args]);
  expect(code).toBe(2);
  expect(err).toContain(says);
});

test('its mistakes are told with their places, for people and for scripts', async () => {
  edit('{{ recipient.name }}, as', '{{ recipient.nmae }}, as');
  edit("{% render 'costs' %}", "{% render 'cots' %}");
  const { code, out } = await takedown(folder, ['template', 'check', 'our-order', ...AS_OF]);
  await expect(out).toMatchFileSnapshot(join(import.meta.dirname, 'golden', 'mistakes.txt'));
  expect(code).toBe(22);
  const json = await takedown(folder, ['template', 'check', 'our-order', '--json', ...AS_OF]);
  expect(json.code).toBe(22);
  expect(expectDocument('template-check', json.out)).toMatchObject({
    templates: [{ id: 'our-order', errors: 2 }],
    errors: 2,
    problems: [{ code: 'unknown-value' }, { code: 'unknown-partial' }],
  });
});

test('what it leaves out is told with the letter that shows it', async () => {
  edit('{{ recipient.nmae }}, as', '{{ recipient.name }}, as');
  edit("{% render 'cots' %}\n", '');
  const { code, out } = await takedown(folder, ['template', 'check', 'our-order', ...AS_OF]);
  expect(code).toBe(22);
  expect(out.replace(/\s+/g, ' ')).toContain('The letter does not say who pays (costs)');
});

test('made right, it stands in front of the shipped one', async () => {
  edit("{% render 'confirmation' %}", "{% render 'costs' %}\n{% render 'confirmation' %}");
  expect((await takedown(folder, ['template', 'check', 'our-order', ...AS_OF])).code).toBe(0);
  const plan = await takedown(folder, ['letter', 'plan', '--to', 'verisign', ...AS_OF]);
  expect(plan.out).toContain('our-order');
});

test('a template that there is not', async () => {
  const { code, err } = await takedown(folder, ['template', 'check', 'our-oder']);
  expect(code).toBe(2);
  expect(err).toContain('Did you mean "our-order"?');
});

test('front matter that cannot be read is told beside the others', async () => {
  edit('purpose: execute', 'purpose: excute');
  const { code, out } = await takedown(folder, ['template', 'check', ...AS_OF]);
  expect(code).toBe(22);
  expect(out).toContain('our-order.md:3:10  wrong-value');
  expect(out).toMatch(/14 templates tried/);
});
