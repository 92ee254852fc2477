// A document that was handed in, as text with places: a file, or standard input.
import { resolve } from 'node:path';
import type { DocumentSource, DocumentText } from '../../intake/placed.ts';
import { TakedownError } from '../../model/takedown-error.ts';
import { isFolder } from '../../store/disk/files.ts';
import { readSource } from '../../store/sources.ts';
import type { Call } from '../command.ts';
import { readApart } from '../threads/reading-apart.ts';
import { sound } from '../workspace.ts';

/** A document by its name; `-` is standard input. */
export async function listSource({ context }: Pick<Call, 'context'>, file: string): Promise<DocumentSource> {
  if (file === '-') return { file: 'standard input', octets: await context.input.read() };
  const source = readSource(file, context.folder);
  if (source !== undefined) return source;
  const message = isFolder(resolve(context.folder, file)) ? `${file} is a folder.` : `There is no file ${file}.`;
  throw new TakedownError('use', { code: 'no-such-file', message });
}

export async function documentText({ context }: Pick<Call, 'context'>, source: DocumentSource): Promise<DocumentText> {
  return sound(await readApart(source, context), source.file).value;
}
