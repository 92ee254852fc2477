// Templates of letters as texts: the workspace's own, and those that come with the program where it has none of that name.
// A firm's Word file and its fonts lie beside them. Nothing is read through a link that leads out of the folder.
import { readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { SourceText } from '../../casefile/source.ts';
import { byCodeUnit } from '../../model/name.ts';
import { TakedownError } from '../../model/takedown-error.ts';
import { createFile } from '../disk/create-file.ts';
import { isCode, isFolder } from '../disk/files.ts';
import { labelOf, readInside } from '../sources.ts';

export interface TemplateTexts {
  /** Each name once: the workspace's own first, since of several that fit the first is taken. */
  readonly templates: readonly SourceText[];
  readonly partials: readonly SourceText[];
  /** What a firm brings of its own: only from the workspace. */
  readonly house: { readonly reference?: Uint8Array; readonly fonts: readonly Uint8Array[] };
}

interface WhereTemplatesAre {
  /** The workspace's folder; absent: only what comes with the program. */
  readonly root?: string;
  /** The working folder, for the names of files in problems. */
  readonly from: string;
  /** In place of the program's own folder. */
  readonly shipped?: string;
}

/** A house with more than this keeps other things in the folder too. */
export const MOST_TEMPLATES = 500;
const MOST = { files: MOST_TEMPLATES, fonts: 40 };

export function templatesOf({ root, from, shipped = shippedTemplates() }: WhereTemplatesAre): TemplateTexts {
  const own = root === undefined ? undefined : join(root, 'templates');
  // First the workspace's: what stands there is taken in place of the program's of the same name.
  const folders = [own, shipped].filter((folder) => folder !== undefined);
  const fonts = own === undefined ? [] : filesIn(join(own, 'fonts'), { ending: /\.(?:otf|ttf)$/i, from });
  if (fonts.length > MOST.fonts) throw tooMany(join(own ?? '', 'fonts'), MOST.fonts);
  const [reference] = own === undefined ? [] : filesIn(own, { ending: /^house\.docx$/, from });
  return {
    templates: firstOfEachName(folders.map((folder) => filesIn(folder, { ending: TEMPLATE, from }))),
    partials: firstOfEachName(folders.map((folder) => filesIn(join(folder, 'partials'), { ending: TEMPLATE, from }))),
    house: {
      fonts: fonts.map(({ source }) => source.octets),
      ...(reference && { reference: reference.source.octets }),
    },
  };
}

/** A file that explains the folder to people is no template. */
const TEMPLATE = /^(?!README\.md$).+\.md$/;

interface Named {
  readonly name: string;
  readonly source: SourceText;
}

function filesIn(folder: string, { ending, from }: { ending: RegExp; from: string }): readonly Named[] {
  const names = namesIn(folder)
    .filter((name) => ending.test(name) && !name.startsWith('.'))
    .sort(byCodeUnit);
  if (names.length > MOST.files) throw tooMany(folder, MOST.files);
  return names.map((name) => {
    const source = readInside(folder, name, from);
    if (source !== undefined) return { name, source };
    throw new TakedownError('guard', {
      code: 'outside-templates',
      message: `${join(folder, name)} is no file, or leads out of its folder; it is not read.`,
      hint: 'Put the file itself there.',
    });
  });
}

function namesIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder, { withFileTypes: true })
      .filter((entry) => !entry.isDirectory())
      .map(({ name }) => name);
  } catch (error) {
    if (isCode(error, 'ENOENT') || isCode(error, 'ENOTDIR')) return [];
    throw error;
  }
}

function firstOfEachName(lists: readonly (readonly Named[])[]): readonly SourceText[] {
  const first = new Map<string, SourceText>();
  for (const { name, source } of lists.flat()) if (!first.has(name)) first.set(name, source);
  return [...first.values()];
}

function tooMany(folder: string, most: number): TakedownError {
  return new TakedownError('guard', {
    code: 'too-many-templates',
    message: `${folder} has more than ${most} files; none is read.`,
    hint: 'Keep only templates and fonts there.',
  });
}

/** Writes a template of the workspace's own; `undefined` when one of that name stands there. */
export function startTemplate(given: {
  readonly root: string;
  readonly from: string;
  readonly name: string;
  readonly octets: Uint8Array;
}): string | undefined {
  const path = join(given.root, 'templates', `${given.name}.md`);
  return createFile(path, given.octets) ? labelOf(path, given.from) : undefined;
}

/** The nearest folder `templates` above this very file, bundled or not. */
export function shippedTemplates(): string | undefined {
  let folder = dirname(fileURLToPath(import.meta.url));
  for (let up = 0; up < LEVELS; up += 1) {
    const found = join(folder, 'templates');
    if (isFolder(found)) return found;
    folder = dirname(folder);
  }
  return undefined;
}

/** From dist/chunks or src/store/letters to the package's own folder. */
const LEVELS = 4;
