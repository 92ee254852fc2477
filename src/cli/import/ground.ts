// What an import stands on: the case and its schedule, what is known of names before a document is opened, and what was said of the
// same documents before.
import { loadSuffixes } from '../../casefile/suffixes.ts';
import type { Knowing } from '../../intake/sift/endings.ts';
import type { Case, Schedule } from '../../model/case/case.ts';
import type { ImportEntry } from '../../model/case/import.ts';
import { domainsOf } from '../../model/case/sinkhole.ts';
import { type Name, nameOrNone } from '../../model/name.ts';
import { readImports } from '../../store/case/imports.ts';
import { type CaseFile, fileOfCase } from '../../store/case/rewrite.ts';
import type { CasePaths } from '../../store/workspace.ts';
import type { Call } from '../command.ts';
import { scheduleMeant } from '../typed/schedule-meant.ts';
import { caseIn, caseMeant, sound } from '../workspace.ts';
import { keepsDocuments } from './keeping.ts';
import { elsewhereIn } from './neighbours.ts';
import { settleFirst } from './settling.ts';

export interface Ground {
  readonly paths: CasePaths;
  readonly theCase: Case;
  readonly schedule: Schedule;
  readonly target: CaseFile;
  /** Whether a copy of each document is kept. */
  readonly keeps: boolean;
  readonly knowing: Knowing;
  /** Earlier imports into this schedule. */
  readonly earlier: readonly ImportEntry[];
  /** Other schedules and cases that have a name. */
  readonly elsewhere: (name: Name) => readonly string[];
}

export async function openGround(call: Call): Promise<Ground> {
  const { folder } = call.context;
  const paths = caseMeant(call, call.arguments[0]);
  await settleFirst(call, paths);
  const { theCase } = await caseIn(paths, { quick: true, from: folder });
  const schedule = scheduleMeant(theCase.schedules, call.options['schedule']);
  const imports = sound(await readImports(paths, folder), `the imports of ${paths.id}`).value;
  return {
    paths,
    theCase,
    schedule,
    target: fileOfCase(paths, schedule.file, folder),
    keeps: keepsDocuments(call),
    knowing: await knowingOf(theCase),
    earlier: imports.filter((entry) => entry.schedule === schedule.id),
    elsewhere: await elsewhereIn(call, { paths, theCase, schedule }),
  };
}

/** What is known of names before a document is opened. */
export async function knowingOf(theCase: Case): Promise<Knowing> {
  return { endings: await loadSuffixes(), own: ownNames(theCase) };
}

/** Of counsel, of the contacts and of the sinkhole: in an order, and no names of the order. */
function ownNames({ petitioner, counsel, contacts, sinkholes }: Case): readonly Name[] {
  const mails = [counsel?.email, contacts?.technical?.email, contacts?.emergency?.email];
  const domains = mails.flatMap((mail) => nameOrNone(mail?.slice(mail.lastIndexOf('@') + 1) ?? '') ?? []);
  const servers = domainsOf(Object.values(sinkholes)).flatMap((domain) => nameOrNone(domain) ?? []);
  return [...(petitioner.domains ?? []), ...domains, ...servers];
}
