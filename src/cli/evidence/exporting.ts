// The steps of `evidence export`: where it goes, what goes into it, whether that is sound, and the writing.
import type { Case } from '../../model/case/case.ts';
import { sealInForce } from '../../model/case/seal.ts';
import type { Problem } from '../../model/problem.ts';
import type { ExportedBag, WrittenBag } from '../../reports/bag/exported-bag.ts';
import { bagInfo } from '../../reports/bag/info.ts';
import { bagReadme } from '../../reports/bag/readme.ts';
import { setAsideAmong, stampsAmong, unfinishedAmong } from '../../store/bag/belonging.ts';
import type { Payload } from '../../store/bag/payload.ts';
import type { BagPlace } from '../../store/bag/place.ts';
import { INFO, infoText, isEncoded } from '../../store/bag/tag-files.ts';
import { writeBag } from '../../store/bag/write-bag.ts';
import { readRunEnds } from '../../store/runs/ends.ts';
import { runsThere } from '../../store/runs/list.ts';
import type { CasePaths } from '../../store/workspace.ts';
import type { Call } from '../command.ts';
import { textOf, textsOf } from '../options.ts';
import { presentOf } from '../present.ts';
import { signalsHeard } from '../threads/signals.ts';
import { runMeant } from '../typed/run-meant.ts';
import { VERSION } from '../version.ts';
import { journalOf } from '../view.ts';
import { caseIn, caseMeant } from '../workspace.ts';
import { bagPayload } from './bag-payload.ts';
import { bagPlace, type MeantPlace } from './bag-place.ts';
import { refuseDamaged, verifiedForBag } from './verifying-for-bag.ts';

interface Exported {
  readonly bag: WrittenBag;
  /** Warnings of the case. */
  readonly problems: readonly Problem[];
}

type OnProgress = (done: number, of: number, what: string) => void;

export async function exportCase(call: Call, onProgress: OnProgress): Promise<Exported> {
  const { context, options } = call;
  const paths = caseMeant(call, call.arguments[0]);
  const runs = [...new Set(textsOf(options['run']).map((typed) => runMeant(paths, typed)))].sort();
  const now = context.clock.now();
  const meant = bagPlace(call, paths, now);
  const { theCase, problems } = await caseIn(paths, { quick: true, from: context.folder });
  const journal = await journalOf(paths, { from: context.folder });
  const payload = bagPayload(call, { paths, theCase, journal, runs });
  const open = await meant.openFor(payload.files);
  const checked = await verifiedForBag(call, { paths, runs, onProgress });
  if (options['asIs'] !== true) refuseDamaged(paths, checked);
  const by = textOf(options['by']);
  const bag: ExportedBag = {
    ...checked,
    ...contentsOf(paths, payload, meant),
    theCase,
    only: runs,
    made: now,
    toolVersion: VERSION,
    ...(by !== undefined && { by }),
    ...sealedAt(theCase, presentOf({ paths, theCase, journal }, now)),
  };
  const digest = await write(call, { bag, payload, open, onProgress });
  return { bag: { ...bag, digest }, problems };
}

function sealedAt(theCase: Case, at: ReturnType<typeof presentOf>): Pick<ExportedBag, 'sealedUntil'> {
  const { seal } = theCase;
  return seal === undefined || sealInForce(theCase, at) === undefined ? {} : { sealedUntil: seal.until };
}

function contentsOf(paths: CasePaths, { files, leftOut }: Payload, { label, form }: MeantPlace) {
  const home = `data/cases/${paths.id}/`;
  const places = files.map(({ place }) => place);
  const there = new Set(places);
  const runs = runsThere(paths).filter((id) => there.has(`${home}runs/${id}.yaml`));
  const headers = runs.flatMap((id) => {
    const ends = readRunEnds(paths, id);
    return ends?.ok === true ? [ends.header] : [];
  });
  return {
    bag: label,
    form,
    leftOut,
    runs,
    simulated: headers.some(({ simulated }) => simulated),
    unfinished: unfinishedAmong(places),
    setAside: setAsideAmong(places),
    stamps: stampsAmong(places),
    letters: places.filter((place) => /\/letters\/[^/]+\/letter\.yaml$/.test(place)).length,
    files: files.length,
    octets: files.reduce((sum, { size }) => sum + size, 0),
    shared: places.filter((place) => !place.startsWith(home)),
    encoded: places.filter(isEncoded).length,
  };
}

interface ToWrite {
  readonly bag: ExportedBag;
  readonly payload: Payload;
  open(): BagPlace;
  readonly onProgress: OnProgress;
}

async function write({ context }: Call, { bag, payload, open, onProgress }: ToWrite): Promise<string> {
  const said = [
    ['README.txt', bagReadme(bag)],
    [INFO, infoText(bagInfo(bag))],
  ] as const;
  let done = 0;
  return writeBag(open(), { files: payload.files, said }, async (octets) => {
    done += octets;
    onProgress(done, bag.octets, 'octets copied');
    await signalsHeard();
    context.interruption.throwIfAborted();
  });
}
