// `-o`: where a bag goes, refused before anything is read where it cannot go.
import { basename, dirname, join, relative, resolve, sep } from 'node:path';
import type { Instant } from '../../model/instant.ts';
import { TakedownError } from '../../model/takedown-error.ts';
import { show } from '../../model/text/harmless.ts';
import { openFolderPlace } from '../../store/bag/folder-place.ts';
import type { PayloadFile } from '../../store/bag/payload.ts';
import { type BagPlace, refuseLeftover, refuseTaken } from '../../store/bag/place.ts';
import { isFolder } from '../../store/disk/files.ts';
import { whyNoWriting } from '../../store/disk/may-write.ts';
import { labelOf } from '../../store/sources.ts';
import type { CasePaths } from '../../store/workspace.ts';
import type { Call } from '../command.ts';
import { WHY_NOT } from '../disk.ts';
import { textOf } from '../options.ts';

export interface MeantPlace {
  readonly form: 'folder' | 'zip';
  /** As people call it. */
  readonly label: string;
  /** Throws where the files do not fit; nothing is written before what comes back is called. */
  openFor(files: readonly PayloadFile[]): Promise<() => BagPlace>;
}

export function bagPlace({ options, context }: Call, paths: CasePaths, now: Instant): MeantPlace {
  const typed = textOf(options['output']) ?? `${paths.id}-${now.slice(0, 10)}.bag`;
  if (typed === '-') throw misuse('no-stream', 'A bag is no stream.', 'Name a folder, or a file that ends in .zip.');
  const path = resolve(context.folder, typed);
  const label = labelOf(path, context.folder);
  if (isWithin(path, resolve(paths.folder))) {
    const hint = 'Choose a place outside, such as the working folder: leave -o out.';
    throw misuse('in-the-case', `${show(label)} lies in the folder of the case, which only has its record.`, hint);
  }
  refuseTaken(path, show(label));
  refuseLeftover(path, show(label));
  if (!isFolder(dirname(path))) throw notWritten(label, 'ENOENT', 'Make the folder around it first.');
  const why = whyNoWriting(dirname(path));
  if (why !== undefined) throw notWritten(label, why, 'Choose another place with -o.');
  const form = /\.zip$/i.test(basename(path)) ? 'zip' : 'folder';
  return {
    form,
    label,
    async openFor(files) {
      if (form === 'folder') return () => openFolderPlace(path, label);
      const { openZipPlace, refuseUnfit } = await import('../../store/bag/zip-place.ts');
      refuseUnfit(files);
      return () => openZipPlace(path, label);
    },
  };
}

function isWithin(path: string, folder: string): boolean {
  const inside = relative(folder, path);
  return inside === '' || (inside !== '..' && !inside.startsWith(`..${sep}`) && join(folder, inside) === path);
}

function notWritten(label: string, why: string, hint: string): TakedownError {
  const message = `${show(label)} cannot be written: ${WHY_NOT[why] ?? why}.`;
  return new TakedownError('failed', { code: 'not-written', message, hint });
}

function misuse(code: string, message: string, hint: string): TakedownError {
  return new TakedownError('use', { code, message, hint });
}
