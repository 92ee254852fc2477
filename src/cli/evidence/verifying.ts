// The record of a case examined: a run from its top to its end, each observation read again with today's readers. A stream:
// what is sound is counted and let go. A delegation that rests on keys which lie further down in the record waits for them.
import { ROOT_ANCHORS } from '../../lookups/dnssec/anchors.ts';
import { compareAgain } from '../../lookups/reread/reread.ts';
import { type ChainThen, openChainThen } from '../../lookups/reread/trust-then.ts';
import type { DsRecord } from '../../model/seen/delegation.ts';
import type { EvidenceFinding, SoundObservation } from '../../model/seen/evidence.ts';
import type { LookupKind, ObservationOf, Outcome } from '../../model/seen/observation.ts';
import type { Examined } from '../../store/examine/examined.ts';
import { examineRun } from '../../store/examine/run.ts';
import type { RunHeader } from '../../store/run-form/head.ts';
import type { CasePaths } from '../../store/workspace.ts';

export type Verified =
  | { readonly is: 'finding'; readonly finding: EvidenceFinding }
  /** With how many exchanges it rests on. */
  | { readonly is: 'agrees'; readonly exchanges: number; readonly reread: boolean }
  /** What today's reader makes of an observation, where that is something else. */
  | { readonly is: 'otherwise'; readonly observation: string; readonly outcome: Outcome };

/** Octets of answers that wait for the keys above them, at most: names that were asked at a time are few. */
const MOST_WAITING = 32_000_000;
/** What an exchange takes in memory besides its octets. */
const OVERHEAD = 3_000;

/** `header`: of the run, where it can be read. */
export function verifyRun(paths: CasePaths, run: string, header?: RunHeader): AsyncGenerator<Verified> {
  return verifyExamined(examineRun(paths, run), header);
}

export async function* verifyExamined(run: Iterable<Examined>, header?: RunHeader): AsyncGenerator<Verified> {
  const chain = openChainThen(anchorsFor(header));
  let waiting: SoundObservation[] = [];
  let weight = 0;
  for (const examined of run) {
    if (examined.is === 'finding') {
      yield examined;
      continue;
    }
    const { sound } = examined;
    const { observation, exchanges } = sound;
    if (observation.lookup === 'delegation') chain.hear(observation.name, exchanges);
    const verified = await readAgain(sound, chain);
    // Where there are no octets, no key that comes later makes another reading.
    if (observation.lookup !== 'delegation' || exchanges.length === 0 || agrees(verified)) {
      yield* verified;
      continue;
    }
    waiting.push(sound);
    weight += exchanges.reduce((sum, { sent, received }) => sum + sent.length + received.length + OVERHEAD, 0);
    if (weight < MOST_WAITING) continue;
    for (const one of waiting) yield* await readAgain(one, chain);
    [waiting, weight] = [[], 0];
  }
  for (const one of waiting) yield* await readAgain(one, chain);
}

/** What a run says of itself is no ground to trust it: of a real one only IANA's keys count, and other ones lead nowhere. */
function anchorsFor(header: RunHeader | undefined): readonly DsRecord[] {
  const own = header?.vantage.anchors;
  if (own === undefined) return ROOT_ANCHORS;
  return header?.simulated === true ? own : [];
}

function agrees(verified: readonly Verified[]): boolean {
  return verified.every(({ is }) => is === 'agrees');
}

async function readAgain(sound: SoundObservation, chain: ChainThen): Promise<readonly Verified[]> {
  const { observation, exchanges, file, line } = sound;
  const { id, name, lookup } = observation;
  const place = { file, line, observation: id, name, lookup };
  if (exchanges.length === 0) {
    // Nothing was sent, as under a seal: there is nothing to read, and nothing that could be facts.
    if (observation.outcome === 'failure') return [{ is: 'agrees', exchanges: 0, reread: false }];
    return [{ is: 'finding', finding: { kind: 'not-reread', ...place, what: 'no octets lie behind it' } }];
  }
  const compared = await compareAgain(observation as ObservationOf<LookupKind>, exchanges, chain.trustOf);
  if (!compared.ok) return [{ is: 'finding', finding: { kind: 'not-reread', ...place, what: compared.reason } }];
  const { differences, outcome } = compared;
  const otherwise: readonly Verified[] = outcome === undefined ? [] : [{ is: 'otherwise', observation: id, outcome }];
  if (differences.length === 0) return [...otherwise, { is: 'agrees', exchanges: exchanges.length, reread: true }];
  const findings = differences.map((difference): Verified => {
    const what = `${difference.field} is not what the octets say to today's reader`;
    return { is: 'finding', finding: { kind: 'disagrees', ...place, ...difference, what } };
  });
  return [...otherwise, ...findings];
}
