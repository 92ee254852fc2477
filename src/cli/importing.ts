// What `takedown import` finds: the documents read and sifted, and compared with the case and its neighbours.
import { createHash } from 'node:crypto';
import { loadSuffixes } from '../casefile/suffixes.ts';
import type { DocumentText } from '../intake/placed.ts';
import { sift } from '../intake/sift.ts';
import { DOUBTS, type DoubtfulName, REFUSALS, type Sifted } from '../intake/sifted.ts';
import type { Case, Schedule } from '../model/case.ts';
import { placeWords } from '../model/import.ts';
import { type Name, nameOrNone } from '../model/name.ts';
import { domainsOf } from '../model/sinkhole.ts';
import { TakedownError } from '../model/takedown-error.ts';
import type { ImportedDoubt, ImportReport } from '../reports/import-report.ts';
import { type CaseFile, fileOfCase } from '../store/case-files.ts';
import type { CasePaths } from '../store/workspace.ts';
import type { Call } from './command.ts';
import { elsewhereIn } from './import-neighbours.ts';
import { type DocumentRead, documentRead } from './reading-document.ts';
import { caseIn, caseMeant } from './workspace.ts';

/** A document with what its text came to. */
export interface SiftedDocument extends DocumentRead {
  readonly sha256: string;
  readonly sifted: Sifted;
}

export interface Gathered {
  readonly paths: CasePaths;
  readonly theCase: Case;
  readonly schedule: Schedule;
  readonly target: CaseFile;
  readonly documents: readonly SiftedDocument[];
  readonly report: ImportReport;
  /** What stands behind a row to be checked. */
  readonly doubts: ReadonlyMap<ImportedDoubt, DoubtfulName>;
}

export async function gather(call: Call): Promise<Gathered> {
  const [id, ...files] = call.arguments;
  const { folder } = call.context;
  const paths = caseMeant(call, id);
  const { theCase } = await caseIn(paths, { quick: true, from: folder });
  const schedule = scheduleMeant(theCase.schedules, call.options['schedule']);
  const target = fileOfCase(paths, schedule.file, folder);
  const knowing = { endings: await loadSuffixes(), own: ownNames(theCase) };
  const documents: SiftedDocument[] = [];
  for (const file of files) {
    const read = await documentRead(call, file);
    documents.push({
      ...read,
      sha256: createHash('sha256').update(read.octets).digest('hex'),
      sifted: sift(read.text, knowing),
    });
  }
  const elsewhere = await elsewhereIn(call, { paths, theCase, schedule });
  const doubts = new Map<ImportedDoubt, DoubtfulName>();
  const report = reportOn({ theCase, schedule, target, documents, elsewhere }, doubts);
  return { paths, theCase, schedule, target, documents, report, doubts };
}

interface Material extends Pick<Gathered, 'theCase' | 'schedule' | 'target' | 'documents'> {
  readonly elsewhere: (name: Name) => readonly string[];
}

function reportOn(material: Material, doubts: Map<ImportedDoubt, DoubtfulName>): ImportReport {
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
      if (doubtful.candidates.every(({ name }) => seen.has(name) || there.has(name))) repeated += 1;
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
    documents: documents.map(({ file, sha256, text }) => ({ file, sha256, ...told(text) })),
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
    added: sure.flatMap((one) => (one.there ? [] : [one.name])),
    written: false,
  };
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

/** Of counsel, of the petitioner and of the sinkhole: in an order, and no names of the order. */
function ownNames({ counsel, contacts, sinkholes }: Case): readonly Name[] {
  const mails = [counsel?.email, contacts?.technical?.email, contacts?.emergency?.email];
  const domains = mails.flatMap((mail) => nameOrNone(mail?.slice(mail.lastIndexOf('@') + 1) ?? '') ?? []);
  const servers = domainsOf(Object.values(sinkholes)).flatMap((domain) => nameOrNone(domain) ?? []);
  return [...domains, ...servers];
}

export function scheduleMeant(schedules: readonly Schedule[], id: unknown): Schedule {
  const [only] = schedules;
  if (id === undefined && only !== undefined && schedules.length === 1) return only;
  const found = schedules.find((schedule) => schedule.id === id);
  if (found !== undefined) return found;
  throw new TakedownError('use', {
    code: 'which-schedule',
    message:
      id === undefined
        ? 'The case has more than one schedule: say which with --schedule.'
        : `The case has no schedule "${String(id)}".`,
    hint: `Schedules: ${schedules.map((schedule) => schedule.id).join(', ')}.`,
  });
}
