// A bag written: each file of the payload copied octet by octet with its digest taken on the way, then what is said of it. The
// declaration comes last, so that nothing is a bag before it is whole.
import { createHash } from 'node:crypto';
import { closeSync, fstatSync } from 'node:fs';
import { sha256 } from '../../model/sha256.ts';
import { TakedownError } from '../../model/takedown-error.ts';
import { openFile } from '../disk/open-file.ts';
import { piecesOf } from '../disk/pieces.ts';
import { type PayloadFile, stampIn } from './payload.ts';
import type { BagPlace } from './place.ts';
import { DECLARATION, MANIFEST, manifestLine, TAG_MANIFEST } from './tag-files.ts';

interface BagContents {
  readonly files: readonly PayloadFile[];
  /** What is said of the bag, by file: bag-info.txt and others. */
  readonly said: readonly (readonly [file: string, text: string])[];
}

/** SHA-256 over tagmanifest-sha256.txt, which stands for every octet of the bag. */
type BagDigest = string;

/** `onPiece`: with the octets since the last time; whoever throws there ends it, and nothing stays. */
export async function writeBag(
  place: BagPlace,
  { files, said }: BagContents,
  onPiece: (octets: number) => Promise<void>,
): Promise<BagDigest> {
  try {
    let manifest = '';
    for (const file of files) manifest += manifestLine(await copyOf(file, { place, onPiece }), file.place);
    const tags = [...said, [MANIFEST, manifest]] as const;
    for (const [file, text] of tags) writeText(place, file, text);
    const listed = [[DECLARATION.file, DECLARATION.text] as const, ...tags];
    const tagManifest = listed.map(([file, text]) => manifestLine(sha256(text), file)).join('');
    writeText(place, TAG_MANIFEST, tagManifest);
    writeText(place, DECLARATION.file, DECLARATION.text);
    place.keep();
    return sha256(tagManifest);
  } catch (error) {
    place.drop();
    throw error;
  }
}

function writeText(place: BagPlace, file: string, text: string): void {
  const writing = place.begin({ place: file });
  writing.write(Buffer.from(text));
  writing.end();
}

interface Copying {
  readonly place: BagPlace;
  onPiece(octets: number): Promise<void>;
}

/** The digest of what was written. */
async function copyOf(file: PayloadFile, { place, onPiece }: Copying): Promise<string> {
  const handle = openFile(file.path);
  try {
    refuseChanged(handle, file);
    const hash = createHash('sha256');
    const writing = place.begin(file);
    let copied = 0;
    for (const octets of piecesOf(handle)) {
      hash.update(octets);
      writing.write(octets);
      copied += octets.length;
      await onPiece(octets.length);
    }
    writing.end();
    refuseChanged(handle, file);
    if (copied !== file.size) throw changed(file);
    return hash.digest('hex');
  } finally {
    closeSync(handle);
  }
}

/** What was verified before is what has to be copied. */
function refuseChanged(handle: number, file: PayloadFile): void {
  if (stampIn(fstatSync(handle)) !== file.stamp) throw changed(file);
}

function changed({ place }: PayloadFile): TakedownError {
  return new TakedownError('failed', {
    code: 'changed-meanwhile',
    message: `${place.replace(/^data\//, '')} was changed while the bag was made; no bag was made.`,
    hint: 'Nothing else is wrong: export again when nobody writes to the case.',
  });
}
