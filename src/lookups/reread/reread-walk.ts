// A walk that ended on its way to the parent zone, read again: what the server that was asked last said, or that it said nothing. The
// servers before it had failed as well, and which zone they served is told by the name that was asked for.
import type { Address } from '../../model/address.ts';
import type { Name } from '../../model/name.ts';
import type { FailureKind } from '../../model/seen/failure.ts';
import type { Outcome } from '../../model/seen/observation.ts';
import { readReferral } from '../answers/read-referral.ts';
import { lineageOf, parentOf } from '../dns/codec/names.ts';
import { TYPES } from '../dns/codec/types.ts';
import type { Heard } from '../heard/heard.ts';
import { cannot, type Reread } from '../reread-types.ts';

interface EndedWalk {
  readonly name: Name;
  /** Of the server that was asked last. */
  readonly address: Address;
  /** What it was taken for then. */
  readonly failure: FailureKind;
}

/** `undefined`: the record holds no step of a walk at this server. */
export function rereadWalk({ name, address, failure }: EndedWalk, heard: readonly Heard[]): Reread | undefined {
  const steps = lineageOf(parentOf(name));
  const last = heard.findLast(
    (one) => one.server === address && one.type === TYPES.NS && !one.recursion && steps.includes(one.name),
  );
  if (last === undefined) return undefined;
  const outcome = failureIn(last, failure);
  return outcome === undefined
    ? cannot(`the way led on from the answer about ${last.name}, and its record ends there`)
    : { ok: true, outcome, missing: [] };
}

function failureIn({ name, answer }: Heard, then: FailureKind): Outcome<'delegation'> | undefined {
  if (!answer.ok) return { outcome: 'failure', failure: answer.failure, detail: answer.detail };
  // The closest zone above the name that the server may serve, unless another one gives what was read then.
  const zones = [...lineageOf(parentOf(name))].reverse();
  const readings = zones.map((zone) => readReferral(answer.message, { zone, name }));
  const failures = readings.filter((reading) => reading.kind === 'failure');
  const reading = failures.find(({ failure }) => failure === then) ?? failures[0];
  if (reading === undefined || readings[0]?.kind !== 'failure') return undefined;
  return { outcome: 'failure', failure: reading.failure, detail: reading.detail };
}
