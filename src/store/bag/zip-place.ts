// A bag as one zip file, with the bag's folder in it (RFC 8493 section 4). Loaded when one is written.
import { closeSync, fsyncSync, openSync, rmSync } from 'node:fs';
import { basename, dirname } from 'node:path';
import { Zip, ZipDeflate, ZipPassThrough } from 'fflate';
import { TakedownError } from '../../model/takedown-error.ts';
import { about, renameNew, syncFolder, writeAll } from '../disk/files.ts';
import type { PayloadFile } from './payload.ts';
import { type BagPlace, type NewFile, PARTIAL, refuseTaken, type Writing } from './place.ts';

/** What a zip without its later extensions can say: octets of one file and of all, and how many files. */
const MOST = { octets: 0xffff_ffff, files: 0xffff };
/** Heads and lists of digests come on top, and packing may make a file larger. */
const OVERHEAD = { octets: 1 << 26, files: 16 };

/** What is packed already gets no smaller. */
const PACKED = /\.(?:gz|zip|pdf|docx|xlsx|png|jpe?g)$/i;

/** A name in which another system sees a way to elsewhere. */
const ELSEWHERE = /[\\:]/;

export function refuseUnfit(files: readonly PayloadFile[]): void {
  const octets = files.reduce((sum, { size }) => sum + size, 0);
  if (octets > MOST.octets - OVERHEAD.octets || files.length > MOST.files - OVERHEAD.files) {
    throw unfit(`A zip file has no room for ${files.length} files with ${octets} octets.`);
  }
  const odd = files.find(({ place }) => ELSEWHERE.test(place));
  if (odd !== undefined) throw unfit(`${odd.place} has a name that leads elsewhere where some systems unpack it.`);
}

function unfit(message: string): TakedownError {
  const hint = 'Write the bag as a folder: -o without .zip at the end.';
  return new TakedownError('use', { code: 'no-zip', message, hint });
}

export function openZipPlace(path: string, label: string): BagPlace {
  const beside = `${path}${PARTIAL}`;
  const folder = basename(path).replace(/\.zip$/i, '');
  const handle = openSync(beside, 'wx');
  let open = true;
  const close = () => {
    if (open) closeSync(handle);
    open = false;
  };
  const zip = new Zip((error, octets) => {
    if (error !== null) throw error;
    try {
      writeAll(handle, octets);
    } catch (cause) {
      throw about(beside, cause);
    }
  });
  return {
    begin({ place, changed }: NewFile): Writing {
      const name = `${folder}/${place}`;
      const entry = PACKED.test(name) ? new ZipPassThrough(name) : new ZipDeflate(name, { level: 6 });
      entry.mtime = new Date(Math.max(changed ?? 0, FIRST));
      zip.add(entry);
      return { write: (octets) => entry.push(octets), end: () => entry.push(new Uint8Array(0), true) };
    },
    keep() {
      zip.end();
      fsyncSync(handle);
      close();
      if (!renameNew(beside, path)) refuseTaken(path, label);
      syncFolder(dirname(path));
    },
    drop() {
      close();
      rmSync(beside, { force: true });
    },
  };
}

/** The first day that a zip can say, in every zone. */
const FIRST = Date.UTC(1980, 0, 2);
