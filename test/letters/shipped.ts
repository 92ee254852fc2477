// The templates that are shipped, read as a workspace would read them.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { SourceText } from '../../src/casefile/source.ts';
import { readTemplates } from '../../src/letters/templates/read-template.ts';
import type { TemplateSet } from '../../src/letters/templates/template.ts';

const FOLDER = join(import.meta.dirname, '..', '..', 'templates');

export function textsIn(folder: string): readonly SourceText[] {
  return readdirSync(join(FOLDER, folder))
    .filter((file) => file.endsWith('.md'))
    .sort()
    .map((file) => ({ file: join('templates', folder, file), octets: readFileSync(join(FOLDER, folder, file)) }));
}

export function shippedTemplates(): TemplateSet {
  const set = readTemplates({ templates: textsIn('.'), partials: textsIn('partials') });
  if (!set.ok) throw new Error(JSON.stringify(set.problems, undefined, 2));
  return set.value;
}
