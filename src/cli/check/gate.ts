// What `--fail-on` makes of progress: an exit code. A gate that holds beats one that cannot tell.
import { isBefore } from '../../model/instant.ts';
import type { SinkholeState, Summary } from '../../model/judged/progress.ts';
import type { RunSummary } from '../../model/judged/record.ts';
import { TakedownError } from '../../model/takedown-error.ts';
import { EXIT } from '../exit.ts';
import { GATES, type Gate } from '../options.ts';

/** Reads `reverted,overdue`. `never` stands alone. */
export function gatesIn(text: unknown, otherwise: readonly Gate[]): readonly Gate[] {
  if (typeof text !== 'string') return otherwise;
  const given = text.split(',').map((word) => word.trim());
  const gates = given.flatMap((word) => GATES.filter((gate) => gate === word));
  const stray = given.find((word) => !gates.some((gate) => gate === word));
  if (stray === undefined && !(gates.includes('never') && gates.length > 1)) return gates;
  const message = stray === undefined ? '--fail-on never stands alone.' : `--fail-on does not know "${stray}".`;
  throw new TakedownError('use', { code: 'unknown-gate', message, hint: `It knows ${GATES.join(', ')}.` });
}

export function gateCode(progress: Summary, gates: readonly Gate[]): number {
  if (gates.some((gate) => holds(progress, gate))) return EXIT.gate;
  return gates.some((gate) => cannotTell(progress, gate)) ? EXIT.incomplete : EXIT.done;
}

function holds({ totals, sinkholes = [] }: Summary, gate: Gate): boolean {
  switch (gate) {
    case 'reverted':
      return totals.reverted > 0;
    case 'overdue':
      return totals.overdue > 0;
    case 'unmet':
      return totals.done.unmet > 0;
    case 'expiring':
      // A sinkhole's own domain is in no total, and takes all names with it.
      return totals.expiring > 0 || sinkholes.some(isEnding);
    case 'unknown':
    case 'never':
      return false;
    default:
      return gate satisfies never;
  }
}

/** After a run was made: of a clock that was ahead when it was, it does not count yet, and nothing older speaks for it. */
export function gateCodeAfter(run: Pick<RunSummary, 'ended'>, progress: Summary, gates: readonly Gate[]): number {
  const code = gateCode(progress, gates);
  const counts = !isBefore(progress.asOf, run.ended);
  return counts || code !== EXIT.done || gates.includes('never') ? code : EXIT.incomplete;
}

/** An unknown verdict, a damaged file and a run that was broken off since can hide every one of these; a later whole run settles that. */
function cannotTell({ totals, unfinished, lastRun, sinkholes = [], damaged = [] }: Summary, gate: Gate): boolean {
  const open = unfinished.some(({ started }) => lastRun === undefined || !isBefore(started, lastRun.started));
  if (gate === 'expiring' && sinkholes.some((one) => one.expires === undefined && !isEnding(one))) return true;
  return gate !== 'never' && (totals.done.unknown > 0 || open || damaged.length > 0);
}

const ENDING: readonly string[] = ['sinkhole-lapsed', 'sinkhole-held', 'sinkhole-expiring'];

function isEnding({ troubles }: SinkholeState): boolean {
  return troubles.some(({ word }) => ENDING.includes(word));
}
