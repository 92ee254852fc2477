// The writing of a bag: nothing is one before it is whole, and what breaks off leaves nothing.
import {
  appendFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openFolderPlace } from '../../../src/store/bag/folder-place.ts';
import { payloadOf } from '../../../src/store/bag/payload.ts';
import type { BagPlace } from '../../../src/store/bag/place.ts';
import { writeBag } from '../../../src/store/bag/write-bag.ts';
import { openZipPlace, refuseUnfit } from '../../../src/store/bag/zip-place.ts';
import { type CasePaths, casePaths } from '../../../src/store/workspace.ts';
import { faultsOfBag } from '../../support/bag.ts';
import { emptyFolder, removeFolder, writeFiles } from '../../support/folders.ts';

const SAID = [['bag-info.txt', 'Payload-Oxum: 1048579.2\n']] as const;
const ALL = { runs: [], named: new Set<string>(), besides: [], underWay: new Set<string>(), caseOnly: false };

let folder: string;
let paths: CasePaths;
const at = (name: string) => join(folder, name);
const payload = () => payloadOf(paths, ALL);

beforeEach(() => {
  folder = emptyFolder();
  writeFiles(folder, { 'cases/acme/case.yaml': 'a\n', 'cases/acme/replies/large.eml': 'x'.repeat(2 ** 20 + 1) });
  const found = casePaths({ root: folder, cases: at('cases') }, 'acme');
  if (found === undefined) throw new Error('no case');
  paths = found;
});
afterEach(() => removeFolder(folder));

const write = (place: BagPlace, onPiece: (octets: number) => Promise<void> = async () => undefined) =>
  writeBag(place, { files: payload().files, said: SAID }, onPiece);

describe('a folder', () => {
  it('has what it was copied from, with its rights and its time', async () => {
    const source = at('cases/acme/replies/large.eml');
    rmSync(source);
    writeFileSync(source, 'x'.repeat(2 ** 20 + 1), { mode: 0o600 });
    await write(openFolderPlace(at('bag'), 'bag'));
    expect(faultsOfBag(at('bag'))).toEqual([]);
    const copy = statSync(at('bag/data/cases/acme/replies/large.eml'));
    expect(copy.mode & 0o777).toBe(0o600);
    expect(Math.abs(copy.mtimeMs - statSync(source).mtimeMs)).toBeLessThan(2);
  });

  it('is declared a bag when all else is there', async () => {
    const begun: string[] = [];
    const real = openFolderPlace(at('bag'), 'bag');
    await write({
      ...real,
      begin(file) {
        begun.push(file.place);
        return real.begin(file);
      },
      keep() {
        expect(existsSync(at('bag'))).toBe(false);
        real.keep();
      },
    });
    expect(begun).toEqual([
      'data/cases/acme/case.yaml',
      'data/cases/acme/replies/large.eml',
      'bag-info.txt',
      'manifest-sha256.txt',
      'tagmanifest-sha256.txt',
      'bagit.txt',
    ]);
    expect(readdirSync(folder).sort()).toEqual(['bag', 'cases']);
  });

  it('replaces nothing that somebody made meanwhile', async () => {
    const writing = write(
      openFolderPlace(at('bag'), 'bag'),
      async () => mkdirSync(at('bag'), { recursive: true }) as never,
    );
    await expect(writing).rejects.toMatchObject({ code: 'already-there' });
    expect(readdirSync(at('bag'))).toEqual([]);
    expect(existsSync(at('bag.partial'))).toBe(false);
  });
});

describe.each([
  ['folder', () => openFolderPlace(at('bag'), 'bag')],
  ['zip', () => openZipPlace(at('bag.zip'), 'bag.zip')],
] as const)('a %s', (_form, open) => {
  it('that is interrupted leaves nothing', async () => {
    const stop = new Error('stopped');
    const writing = write(open(), async (octets) => {
      if (octets === 1) throw stop;
    });
    await expect(writing).rejects.toBe(stop);
    expect(readdirSync(folder)).toEqual(['cases']);
  });

  it('is not made of a file that was changed since it was looked at', async () => {
    const { files } = payload();
    appendFileSync(at('cases/acme/replies/large.eml'), '!');
    const writing = writeBag(open(), { files, said: SAID }, async () => undefined);
    await expect(writing).rejects.toMatchObject({
      code: 'changed-meanwhile',
      message: 'cases/acme/replies/large.eml was changed while the bag was made; no bag was made.',
    });
    expect(readdirSync(folder)).toEqual(['cases']);
  });

  it('is not made of a file that another one was put in the place of', async () => {
    const { files } = payload();
    const [file] = files;
    rmSync(at('cases/acme/case.yaml'));
    writeFileSync(at('cases/acme/case.yaml'), 'b\n');
    expect(file?.place).toBe('data/cases/acme/case.yaml');
    await expect(writeBag(open(), { files, said: SAID }, async () => undefined)).rejects.toMatchObject({
      code: 'changed-meanwhile',
    });
  });

  it('is not made of a file that grows while it is copied', async () => {
    const writing = write(open(), async (octets) => {
      if (octets === 2 ** 20) appendFileSync(at('cases/acme/replies/large.eml'), '!');
    });
    await expect(writing).rejects.toMatchObject({ code: 'changed-meanwhile' });
    expect(readdirSync(folder)).toEqual(['cases']);
  });
});

describe('a zip', () => {
  it('replaces nothing that somebody made meanwhile', async () => {
    const writing = write(openZipPlace(at('bag.zip'), 'bag.zip'), async () => writeFileSync(at('bag.zip'), 'mine'));
    await expect(writing).rejects.toMatchObject({ code: 'already-there' });
    expect(readFileSync(at('bag.zip'), 'utf8')).toBe('mine');
    expect(readdirSync(folder).sort()).toEqual(['bag.zip', 'cases']);
  });

  it('is refused where it has no room', () => {
    const [file] = payload().files;
    if (file === undefined) throw new Error('no file');
    expect(() => refuseUnfit([{ ...file, size: 2 ** 32 }])).toThrow(/has no room for 1 files with 4294967296 octets/);
    expect(() => refuseUnfit(Array.from({ length: 65_536 }, () => file))).toThrow(/no room/);
    expect(() => refuseUnfit([file])).not.toThrow();
  });
});
