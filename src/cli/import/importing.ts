// What `takedown import` finds: the documents read and sifted, and compared with the case and its neighbours.
import type { DocumentSource, DocumentText } from '../../intake/placed.ts';
import { sift } from '../../intake/sift.ts';
import { DOUBTS, type DoubtfulName, REFUSALS, type Sifted } from '../../intake/sifted.ts';
import { placeWords } from '../../model/case/import.ts';
import type { Name } from '../../model/name.ts';
import { sha256 } from '../../model/sha256.ts';
import type { ImportedDoubt, ImportReport } from '../../reports/import/report.ts';
import type { Call } from '../command.ts';
import type { Ground } from './ground.ts';
import { copyMeant } from './keeping.ts';
import { documentText } from './reading-document.ts';

/** A document with what its text came to. */
export interface SiftedDocument extends DocumentSource {
  readonly text: DocumentText;
  readonly sha256: string;
  readonly sifted: Sifted;
}

export interface Gathered extends Ground {
  readonly documents: readonly SiftedDocument[];
  readonly report: ImportReport;
  /** What stands behind a row to be checked. */
  readonly doubts: ReadonlyMap<ImportedDoubt, DoubtfulName>;
}

/** More of them are counted, not told. */
export const REPEATS = 100;

export async function gather(call: Call, ground: Ground, sources: readonly DocumentSource[]): Promise<Gathered> {
  const documents: SiftedDocument[] = [];
  for (const source of sources) {
    const text = await documentText(call, source);
    documents.push({ ...source, text, sha256: sha256(source.octets), sifted: sift(text, ground.knowing) });
  }
  const doubts = new Map<ImportedDoubt, DoubtfulName>();
  return { ...ground, documents, report: reportOn({ ...ground, documents }, doubts), doubts };
}

type Material = Omit<Gathered, 'report' | 'doubts' | 'knowing' | 'earlier'>;

export function reportOn(material: Material, doubts: Map<ImportedDoubt, DoubtfulName>): ImportReport {
  const { theCase, schedule, target, documents, elsewhere } = material;
  const there = new Set<Name>(schedule.names.map(({ name }) => name));
  const seen = new Set<Name>();
  let repeated = 0;
  const sure: ImportReport['sure'][number][] = [];
  const check: ImportedDoubt[] = [];
  for (const { file, sifted } of documents) {
    repeated += sifted.repeated.length;
    for (const { name, printed, place } of sifted.sure) {
      if (seen.has(name)) repeated += 1;
      else
        sure.push({
          name,
          printed,
          file,
          where: placeWords(place),
          there: there.has(name),
          elsewhere: elsewhere(name),
        });
      seen.add(name);
    }
  }
  for (const { file, sifted } of documents) {
    for (const doubtful of sifted.check) {
      // What is listed for sure, or is in the schedule, needs no answer where nothing else may be meant.
      const settled = isThereAsPrinted(doubtful, there);
      if (settled || doubtful.candidates.every(({ name }) => seen.has(name) || there.has(name))) repeated += 1;
      else {
        const row = doubtRow(doubtful, file);
        doubts.set(row, doubtful);
        check.push(row);
      }
    }
  }
  const { statedCount } = schedule;
  return {
    caseId: theCase.id,
    schedule: schedule.id,
    file: target.label,
    before: there.size,
    ...(statedCount === undefined ? {} : { stated: statedCount }),
    documents: documents.map(({ file, sha256, text }) => ({
      file,
      sha256,
      ...copyMeant(material, { file, sha256 }),
      ...told(text),
    })),
    sure,
    check,
    refused: documents.flatMap(({ file, sifted }) =>
      sifted.refused.map(({ reason, place, ...rest }) => ({
        ...rest,
        file,
        where: placeWords(place),
        reason: REFUSALS[reason],
      })),
    ),
    repeated,
    repeats: documents
      .flatMap(({ file, sifted }) =>
        sifted.repeated.slice(0, REPEATS).map(({ name, place, first }) => ({
          name,
          file,
          where: placeWords(place),
          first: placeWords(first),
        })),
      )
      .slice(0, REPEATS),
    added: sure.flatMap((one) => (one.there ? [] : [one.name])),
    written: false,
  };
}

/** Somebody decided before that this is what is meant. A name next to a line end may still be a piece of another. */
function isThereAsPrinted({ candidates: [first], doubts }: DoubtfulName, there: ReadonlySet<Name>): boolean {
  const torn = doubts.includes('broken') || doubts.includes('line-end');
  return first?.how === 'as-printed' && there.has(first.name) && !torn;
}

function told({ format, pages, remarks }: DocumentText) {
  const said = remarks.map(({ message, place }) =>
    place === undefined ? message : `${placeWords(place)}: ${message}`,
  );
  return { format, ...(pages === undefined ? {} : { pages }), remarks: said };
}

const HOW_WORDS = {
  'as-printed': 'as printed',
  joined: 'joined',
  'joined-without-hyphen': 'joined without the hyphen',
  reduced: 'without the rest',
} as const;

function doubtRow({ printed, place, doubts, candidates, lines }: DoubtfulName, file: string): ImportedDoubt {
  return {
    printed,
    file,
    where: placeWords(place),
    doubts: doubts.map((doubt) => DOUBTS[doubt]),
    candidates: candidates.map(({ name, how }) => ({ name, how: HOW_WORDS[how] })),
    lines,
  };
}
