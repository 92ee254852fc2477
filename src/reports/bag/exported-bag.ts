// What is told of a bag that a case was exported to: on the screen, for scripts, and in the bag itself.
import type { Case } from '../../model/case/case.ts';
import type { Instant } from '../../model/instant.ts';
import type { EvidenceFinding } from '../../model/seen/evidence.ts';
import type { VerifiedEvidence } from '../evidence/verify-text.ts';

export interface ExportedBag {
  readonly theCase: Pick<Case, 'id' | 'title' | 'docket' | 'court' | 'illustrative' | 'rehearsal'>;
  /** As people call it. */
  readonly bag: string;
  readonly form: 'folder' | 'zip';
  readonly made: Instant;
  readonly toolVersion: string;
  /** Who hands it out; absent: nobody said. */
  readonly by?: string;
  /** Only these runs; none: the whole record. */
  readonly only: readonly string[];
  /** Ids of the runs in it that have their last line, oldest first. */
  readonly runs: readonly string[];
  readonly unfinished: readonly string[];
  readonly setAside: readonly string[];
  /** Time stamps of runs, by their places in the bag. */
  readonly stamps: readonly string[];
  /** One of the runs was made on a simulated network. */
  readonly simulated: boolean;
  readonly letters: number;
  /** Of the payload. */
  readonly files: number;
  readonly octets: number;
  /** Files that all cases of the workspace share, by their places in the bag. */
  readonly shared: readonly string[];
  /** Files that the lists of digests name otherwise than `sha256sum` would. */
  readonly encoded: number;
  readonly leftOut: readonly { readonly file: string; readonly why: string }[];
  /** Absent: there is no seal, or it has been lifted. */
  readonly sealedUntil?: Instant;
  readonly verified: VerifiedEvidence;
  /** The first of what was found when it was verified. */
  readonly findings: readonly EvidenceFinding[];
}

/** With the SHA-256 of its list of tag files, which stands for every octet. */
export interface WrittenBag extends ExportedBag {
  readonly digest: string;
}

/** Words that everything which comes of such a case carries. */
export function marksOf({ theCase, simulated }: Pick<ExportedBag, 'theCase' | 'simulated'>): readonly string[] {
  return [
    ...(theCase.rehearsal ? ['REHEARSAL'] : simulated ? ['SIMULATED NETWORK'] : []),
    ...(theCase.illustrative ? ['illustrative'] : []),
  ];
}

/** `1.7 MB`, and below a kilobyte the octets. */
export function sizeWords(octets: number): string {
  const units = ['kB', 'MB', 'GB', 'TB'];
  let [size, unit] = [octets, 'octets'];
  for (const next of units) {
    if (size < 1000) break;
    [size, unit] = [size / 1000, next];
  }
  return `${unit === 'octets' ? size : size.toFixed(1)} ${unit}`;
}

/** How `takedown evidence verify` is called on what lies in the bag, from the bag's own folder. */
export function verifyCalls({ theCase, only }: Pick<ExportedBag, 'theCase' | 'only'>): readonly string[] {
  const call = `takedown evidence verify ${theCase.id} --cases data/cases`;
  return only.length === 0 ? [call] : only.map((run) => `${call} --run ${run}`);
}
