// Whether something could be written at a place, without writing there.
import { accessSync, constants, existsSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { isCode } from './files.ts';

/** Of a folder that is not there yet, the one that it would be made in. `undefined`: it may; otherwise the system's word. */
export function whyNoWriting(folder: string): string | undefined {
  let place = resolve(folder);
  while (!existsSync(place) && dirname(place) !== place) place = dirname(place);
  try {
    accessSync(place, constants.W_OK | constants.X_OK);
    return undefined;
  } catch (error) {
    return ['EACCES', 'EROFS', 'EPERM', 'ENOTDIR'].find((code) => isCode(error, code)) ?? 'not accessible';
  }
}
