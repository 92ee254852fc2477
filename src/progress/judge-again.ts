// Verdicts judged a second time, from what the octets say to today's readers, beside those that the stored facts give. Name by
// name, as the record gives them; nothing is kept. A verdict that rests on nothing that reads otherwise is the same one.
import type { Dossier } from '../model/judged/dossier.ts';
import type { Finding } from '../model/judged/finding.ts';
import type { DatedFinding } from '../model/judged/progress.ts';
import type { Observation } from '../model/seen/observation.ts';
import { type CompiledName, compile, requirementsOf } from '../relief/compile.ts';
import { dossierOf } from './dossier.ts';
import type { ProgressQuestion } from './gather.ts';
import { openJournal } from './journal.ts';
import { findingOf } from './judge.ts';

interface AgainQuestion extends Omit<ProgressQuestion, 'deadlines'> {
  /** The observation as it reads today; the same object where that is no other. */
  readonly again: (observation: Observation) => Observation;
  /** Whether its octets could be read again. */
  readonly isReread: (id: string) => boolean;
}

export interface VerdictChange {
  readonly before: Finding;
  readonly now: Finding;
}

interface JudgedCounts {
  /** Of names that were looked up. */
  readonly verdicts: number;
  /** Of them, those that rest on an observation which could not be read again: they stand as they were. */
  readonly asTheyWere: number;
}

export function* judgeAgain(question: AgainQuestion): Generator<VerdictChange, JudgedCounts> {
  const { theCase, record, asOf, again, isReread } = question;
  const compiled = compile(theCase, asOf);
  const journal = openJournal(theCase, record.journal, asOf);
  let [verdicts, asTheyWere] = [0, 0];
  for (const { name, observations } of record.latest()) {
    const covered = compiled.of(name);
    if (covered === undefined) continue;
    const { registrable } = covered.scheduled;
    const under = registrable === name ? {} : { under: registrable };
    const dossier = (seen: readonly Observation[]) =>
      dossierOf({ name, observations: seen, journal: journal.about(name), asOf, ...under });
    const then = findingsOf(covered, dossier(observations));
    verdicts += then.length;
    asTheyWere += then.filter(({ citations }) => !citations.every(isReread)).length;
    const today = observations.map(again);
    if (today.every((one, at) => one === observations[at])) continue;
    yield* changesBetween(then, findingsOf(covered, dossier(today)));
  }
  return { verdicts, asTheyWere };
}

function findingsOf(covered: CompiledName, dossier: Dossier): readonly DatedFinding[] {
  return requirementsOf(covered).map((requirement) => findingOf(requirement, dossier));
}

/** The word as well: what is not done for another reason is said of somebody else. */
function* changesBetween(then: readonly Finding[], now: readonly Finding[]): Generator<VerdictChange> {
  for (const [at, before] of then.entries()) {
    const after = now[at];
    if (after === undefined || (after.verdict === before.verdict && after.word === before.word)) continue;
    yield { before, now: after };
  }
}
