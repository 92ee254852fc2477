// How far a sweep is: names done, and which lookups are under way, for a line of progress.
import type { LookupKind } from '../model/seen/observation.ts';

export interface SweepProgress {
  /** Names with all their observations. */
  readonly names: number;
  readonly of: number;
  /** Lookups under way, by kind. */
  readonly waiting: ReadonlyMap<LookupKind, number>;
}

interface Flight {
  /** Call what comes back when the lookup has ended. */
  takeOff(lookup: LookupKind): () => void;
  nameDone(): void;
  names(): number;
}

export function openFlight(of: number, onProgress?: (progress: SweepProgress) => void): Flight {
  const waiting = new Map<LookupKind, number>();
  let names = 0;
  const tell = () => onProgress?.({ names, of, waiting: new Map(waiting) });
  const count = (lookup: LookupKind, change: number) => waiting.set(lookup, (waiting.get(lookup) ?? 0) + change);
  return {
    takeOff(lookup) {
      count(lookup, 1);
      return () => {
        count(lookup, -1);
        tell();
      };
    },
    nameDone() {
      names += 1;
      tell();
    },
    names: () => names,
  };
}
