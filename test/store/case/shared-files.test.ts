// What all cases of a workspace share is named from the case's folder, as a person would go there, and nothing else is handed out.
import { symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { sharedFiles, sharedOctets } from '../../../src/store/case/shared-files.ts';
import { emptyFolder, writeFiles } from '../../support/folders.ts';

const root = emptyFolder();
const paths = placesIn(root);
writeFiles(root, {
  'takedown.yaml': 'settings',
  'secret.txt': 'secret',
  'cases/recipients.yaml': 'recipients',
  'cases/acme/case.yaml': 'case',
  'templates/order.md': 'order',
  'templates/.hidden.md': 'hidden',
  'templates/partials/closing.md': 'closing',
  'templates/fonts/house.ttf': 'font',
});
symlinkSync(join(root, 'secret.txt'), join(root, 'templates/led-astray.md'));

it('recipients, settings, templates, their partials and fonts', () => {
  expect([...sharedFiles(paths)].map(([file, octets]) => [file, Buffer.from(octets).toString()])).toEqual([
    ['../recipients.yaml', 'recipients'],
    ['../../takedown.yaml', 'settings'],
    ['../../templates/order.md', 'order'],
    ['../../templates/partials/closing.md', 'closing'],
    ['../../templates/fonts/house.ttf', 'font'],
  ]);
});

it('one by its name, and none that is another or lies elsewhere', () => {
  expect(Buffer.from(sharedOctets(paths, '../../templates/fonts/house.ttf') ?? []).toString()).toBe('font');
  for (const file of [
    '../../secret.txt',
    '../../templates/led-astray.md',
    '../../templates/../secret.txt',
    'case.yaml',
  ])
    expect(sharedOctets(paths, file), file).toBeUndefined();
});

it('where nobody has any, there is none', () => {
  expect([...sharedFiles(placesIn(emptyFolder()))]).toEqual([]);
});

function placesIn(workspace: string) {
  const cases = join(workspace, 'cases');
  return { folder: join(cases, 'acme'), recipients: join(cases, 'recipients.yaml') };
}
