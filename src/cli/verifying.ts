// The record of a case examined: runs one after the other, each observation read again with today's readers, then letters,
// papers and copies of orders. A stream: what is sound is counted and let go.
import { compareAgain } from '../lookups/reread.ts';
import type { EvidenceFinding, SoundObservation } from '../model/evidence.ts';
import type { LookupKind, ObservationOf } from '../model/observation.ts';
import { examineRun } from '../store/examine-run.ts';
import type { CasePaths } from '../store/workspace.ts';

export type Verified =
  | { readonly is: 'finding'; readonly run: string; readonly finding: EvidenceFinding }
  /** With how many exchanges it rests on. */
  | { readonly is: 'agrees'; readonly run: string; readonly exchanges: number; readonly reread: boolean };

export async function* verifyRun(paths: CasePaths, run: string): AsyncGenerator<Verified> {
  for (const examined of examineRun(paths, run)) {
    if (examined.is === 'finding') yield { is: 'finding', run, finding: examined.finding };
    else yield* readAgain(examined.sound, run);
  }
}

async function* readAgain(sound: SoundObservation, run: string): AsyncGenerator<Verified> {
  const { observation, exchanges, file, line } = sound;
  const { id, name, lookup } = observation;
  const place = { file, line, observation: id, name, lookup };
  if (exchanges.length === 0) {
    // Nothing was sent, as under a seal: there is nothing to read, and nothing that could be facts.
    if (observation.outcome === 'failure') yield { is: 'agrees', run, exchanges: 0, reread: false };
    else yield { is: 'finding', run, finding: { kind: 'not-reread', ...place, what: 'no octets lie behind it' } };
    return;
  }
  const compared = await compareAgain(observation as ObservationOf<LookupKind>, exchanges);
  if (!compared.ok) {
    yield { is: 'finding', run, finding: { kind: 'not-reread', ...place, what: compared.reason } };
    return;
  }
  for (const difference of compared.differences) {
    const what = `${difference.field} is not what the octets say to today's reader`;
    yield { is: 'finding', run, finding: { kind: 'disagrees', ...place, ...difference, what } };
  }
  if (compared.differences.length === 0) yield { is: 'agrees', run, exchanges: exchanges.length, reread: true };
}
