// `evidence export` for people: what is in the bag, what is not, how sound it is, and how anybody checks it.
import { show } from '../../model/text/harmless.ts';
import { count, firstFew } from '../../model/text/phrase.ts';
import { verdictWords } from '../evidence/verify-text.ts';
import { flow, hang } from '../layout.ts';
import { finished, type Surface } from '../paint.ts';
import { caseWords, courtWords } from '../say.ts';
import { marksOf, sizeWords, type WrittenBag } from './exported-bag.ts';

export function bagLines(bag: WrittenBag, surface: Surface): Iterable<string> {
  return finished(lines(bag, surface), surface);
}

/** On a screen; the README in the bag has all. */
const MOST_SHOWN = 20;

function* lines(bag: WrittenBag, surface: Surface): Iterable<string> {
  const { paint, width } = surface;
  const marks = marksOf(bag);
  if (marks.length > 0) yield paint.doubt(marks.join(' · '));
  yield* flow([show(bag.bag), `BagIt bag of ${caseWords(bag.theCase.id)}`], ' · ', width);
  yield* hang('', contents(bag), width);
  yield* soundness(bag, surface);
  yield* remarks(bag, surface);
  yield '';
  yield* hang('', warning(bag), width);
  yield '';
  yield 'Anybody can check it, without this program; README.txt in it says how:';
  if (bag.form === 'zip') yield `  unzip ${quoted(bag.bag)}`;
  const folder = bag.form === 'zip' ? folderIn(bag.bag) : bag.bag;
  yield `  cd ${quoted(folder)} && sha256sum --check --quiet *manifest-sha256.txt`;
  yield* hang(
    '',
    `Kept with somebody else, this vouches for all of it: tagmanifest-sha256.txt  sha-256 ${bag.digest}`,
    width,
  );
}

function contents({ files, octets, runs, letters, only }: WrittenBag): string {
  const parts = [count(runs.length, 'run'), ...(only.length === 0 ? [count(letters, 'letter')] : [])];
  return `${count(files, 'file')}, ${sizeWords(octets)}: ${parts.join(', ')}${only.length === 0 ? '' : '; not the whole record'}`;
}

/** Wrapped before it is painted. */
function soundness({ verified }: WrittenBag, { paint, width }: Surface): readonly string[] {
  const lined = (tone: (text: string) => string) => (text: string) =>
    hang('', text, width)
      .map((line) => tone(line))
      .join('\n');
  const { good, bad, doubt } = paint;
  return verdictWords(verified, { ...paint, good: lined(good), bad: lined(bad), doubt: lined(doubt) }).split('\n');
}

function* remarks(bag: WrittenBag, { width }: Surface): Iterable<string> {
  const { unfinished, shared, leftOut } = bag;
  if (unfinished.length > 0) {
    const which = firstFew(unfinished.map(show), 3);
    yield* hang('unfinished  ', `${which}: in it as it lies; a run that was never finished counts for nothing`, width);
  }
  if (shared.length > 0) {
    // Of templates with what lies in them, one word.
    const places = shared.map((place) => place.replace(/^data\/(?:cases\/)?/, '').replace(/\/.*/s, '/'));
    const which = firstFew([...new Set(places)].map(show), 4);
    yield* hang('shared      ', `${which}: of all cases here; --case-only leaves them out`, width);
  }
  for (const { file, why } of leftOut.slice(0, MOST_SHOWN)) {
    yield* hang('left out    ', `${show(file)}: ${why}`, width);
  }
  if (leftOut.length > MOST_SHOWN) yield `            … and ${leftOut.length - MOST_SHOWN} more (--json has them)`;
  if (leftOut.length > 0) yield '            --with FILE puts one of them in';
}

function warning({ sealedUntil, theCase, made, only }: WrittenBag): string {
  const whole = only.length === 0 ? ', addresses, notes of the journal' : ' and addresses';
  const all = `It has everything as it is: names, registrants where they were seen${whole}.`;
  if (sealedUntil === undefined) return all;
  return `The case is UNDER SEAL until ${courtWords(sealedUntil, theCase.court.timeZone, made)}: whoever gets the bag gets its names. ${all}`;
}

function folderIn(file: string): string {
  return file.slice(file.lastIndexOf('/') + 1).replace(/\.zip$/i, '');
}

/** For a shell, and harmless on a terminal. */
function quoted(path: string): string {
  const shown = show(path);
  return /^[\w./+@%,=:-]+$/.test(shown) ? shown : `'${shown.replaceAll("'", "'\\''")}'`;
}
