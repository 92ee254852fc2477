// What an examination hands on: findings, and observations whose octets are those that were written.
import type { EvidenceFinding, SoundObservation } from '../../model/seen/evidence.ts';
import type { Observation } from '../../model/seen/observation.ts';
import { type EvidenceReading, exchangesIn } from '../evidence/read-back.ts';

export type Examined =
  | { readonly is: 'finding'; readonly finding: EvidenceFinding }
  | { readonly is: 'sound'; readonly sound: SoundObservation };

/** What is found, but for its kind. */
export type Found = Omit<EvidenceFinding, 'kind'>;

export function told(kind: EvidenceFinding['kind'], found: Found): Examined {
  return { is: 'finding', finding: { kind, ...found } };
}

export function damaged(found: Found): Examined {
  return told('damaged', found);
}

interface Cited {
  readonly observation: Observation;
  /** Where its line stands. */
  readonly file: string;
  readonly line: number;
  readonly evidenceFile: string;
  /** Absent: it cites no evidence. */
  readonly reading?: EvidenceReading;
}

/** An observation whose line is sound, with the exchanges that it cites, or with why these are not what it says. */
export function withExchanges({ observation, file, line, evidenceFile, reading }: Cited): Examined {
  if (reading?.ok !== false) {
    return { is: 'sound', sound: { observation, exchanges: reading ? exchangesIn(reading.records) : [], file, line } };
  }
  const { octet, reason: what } = reading;
  const { id, name, lookup } = observation;
  return damaged({ file: evidenceFile, ...(octet !== undefined && { octet }), observation: id, name, lookup, what });
}
