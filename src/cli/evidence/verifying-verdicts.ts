// Verdicts judged again from what the evidence reads today: as `status` gives them now, and where an answer reads otherwise, as
// they stood at the end of its run and when a letter was issued that names the name. Offline, like all that it rests on.

import type { Instant } from '../../model/instant.ts';
import type { Finding } from '../../model/judged/finding.ts';
import type { IssuedLetter } from '../../model/letter/letter.ts';
import type { EvidenceFinding, VerdictCounts } from '../../model/seen/evidence.ts';
import { TakedownError } from '../../model/takedown-error.ts';
import { judgeAgain, type VerdictChange } from '../../progress/judge-again.ts';
import type { Vouching } from '../../store/examine/rests.ts';
import { lettersIn } from '../../store/letters/issued.ts';
import { openRecord } from '../../store/runs/record.ts';
import type { CasePaths } from '../../store/workspace.ts';
import { type Look, type Standing, standingOf } from '../view.ts';
import type { Otherwise } from './otherwise.ts';

interface VerdictsWanted {
  readonly paths: CasePaths;
  readonly runs: readonly Vouching[];
  readonly otherwise: Otherwise;
}

export function* verdictsAgain(
  standing: Standing,
  { paths, runs, otherwise }: VerdictsWanted,
): Generator<EvidenceFinding, VerdictCounts> {
  const { record, asOf } = standing;
  const newest = record.newest?.id;
  const counts = yield* judgedAt(asOf.at, { standing, otherwise, of: (change) => verdictFinding(change, newest) });
  const touched = new Set(otherwise.runs());
  for (const { id, ended } of runs) {
    if (id === newest || !touched.has(id)) continue;
    yield* judgedAt(ended, { standing, otherwise, of: (change) => verdictFinding(change, id) });
  }
  if (touched.size > 0) for (const letter of lettersIn(paths, paths.folder).letters) yield* letterAgain(letter);
  return { ...counts, leftOut: otherwise.leftOut() };

  function* letterAgain(letter: IssuedLetter): Generator<EvidenceFinding> {
    const of = (change: VerdictChange) => letterFinding(change, letter);
    yield* judgedAt(letter.issued, { standing, otherwise, of });
  }
}

interface Judging {
  readonly standing: Standing;
  readonly otherwise: Otherwise;
  readonly of: (change: VerdictChange) => EvidenceFinding | undefined;
}

function* judgedAt(asOf: Instant, { standing, otherwise, of }: Judging) {
  const { theCase, paths, record } = standing;
  const { journal } = record;
  const at = asOf === standing.asOf.at ? record : openRecord({ paths, asOf, journal });
  const { again, isReread } = otherwise;
  const judging = judgeAgain({ theCase, record: at, asOf, again, isReread });
  for (let next = judging.next(); ; next = judging.next()) {
    if (next.done === true) return next.value;
    const finding = of(next.value);
    if (finding !== undefined) yield finding;
  }
}

function verdictFinding(change: VerdictChange, run: string | undefined): EvidenceFinding {
  const what = 'judged by what the octets say, the verdict is another one';
  return { ...changeOf(change), file: run === undefined ? 'runs' : `runs/${run}.yaml`, what };
}

function letterFinding(change: VerdictChange, letter: IssuedLetter): EvidenceFinding | undefined {
  const { name, clause } = change.before.requirement;
  const paragraph = `${clause.order}/${clause.paragraph}`;
  if (!letter.names.includes(name) || !letter.paragraphs.some((one) => one === paragraph)) return undefined;
  const what = `the letter ${letter.id} rests on a verdict that the octets do not bear out`;
  return { ...changeOf(change), file: `letters/${letter.id}/letter.yaml`, what };
}

function changeOf({ before, now }: VerdictChange) {
  const { name, clause } = before.requirement;
  return { kind: 'verdict' as const, name, requirement: clause.id, stored: verdictText(before), now: verdictText(now) };
}

function verdictText({ verdict, word, reason }: Finding): string {
  return `${verdict} (${word}): ${reason}`;
}

/** `undefined` where the case or its journal cannot be read: that is told elsewhere. */
export async function standingThere(paths: CasePaths, look: Look): Promise<Standing | undefined> {
  try {
    return await standingOf(paths, look);
  } catch (error) {
    if (error instanceof TakedownError && error.kind === 'input') return undefined;
    throw error;
  }
}
