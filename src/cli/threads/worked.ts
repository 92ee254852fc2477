// The names of a case judged, by one thread or, where the newest run is large, by two.
import { sizeOfNewest } from '../../store/runs/list.ts';
import type { Call } from '../command.ts';
import { type PartWanted, workOn } from './part-work.ts';
import type { Shared } from './parts.ts';
import { signalsHeard } from './signals.ts';

/** `undefined` after an interruption. */
export async function workedOn({ context }: Pick<Call, 'context'>, wanted: PartWanted): Promise<Shared | undefined> {
  const { sharing, interruption } = context;
  if (sharing !== undefined && sizeOfNewest(wanted.paths) >= sharing.from) {
    const { workInParts } = await import('./parts.ts');
    const shared = await workInParts(wanted, { workOn, sharing, interruption });
    if (shared !== undefined || interruption.aborted) return shared;
  }
  const { done, rest, ...own } = await workOn(wanted);
  await signalsHeard();
  return interruption.aborted ? undefined : { ...own, parts: [done, ...rest([done])] };
}
