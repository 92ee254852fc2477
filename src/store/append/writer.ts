// A run being written: evidence first, then the lines that cite it, each on its way to the disk before the next lookup's.
// Both files are `.partial` until they are whole (finish.ts). Killed at any moment, what was appended is there; resume.ts goes
// on from it.

import type { LookupAnswer } from '../../model/asking/lookup.ts';
import { type Instant, later } from '../../model/instant.ts';
import type { RunSummary } from '../../model/judged/record.ts';
import type { Name } from '../../model/name.ts';
import type { EvidenceRef, LookupKind, Observation } from '../../model/seen/observation.ts';
import { sha256 } from '../../model/sha256.ts';
import { type RecordNumbers, recordsOf } from '../evidence/records.ts';
import { packRecord } from '../evidence/warc-record.ts';
import type { RunHeader } from '../run-form/head.ts';
import { formatLine, formatResumed } from '../run-form/line.ts';
import { sumOf } from '../run-form/name-index.ts';
import { summaryOf } from '../runs/ends.ts';
import { publish, type Standing, writeEnd } from './finish.ts';

export interface RunWriter {
  readonly id: string;
  readonly header: RunHeader;
  /** All answers of one lookup of one name, at once. What comes back stands in the run. */
  append(name: Name, lookup: LookupKind, answers: readonly LookupAnswer[]): readonly Observation[];
  /** Whether this lookup of this name stands in the run, whole. */
  has(name: Name, lookup: LookupKind): boolean;
  /** The run becomes whole and can be seen. Nothing may be appended after it. */
  finish(at: Instant): RunSummary;
  /** Leaves it unfinished, to be resumed. */
  leave(): void;
}

export function openWriter(standing: Standing): RunWriter {
  const { header, run, evidence, index } = standing;
  let lines = standing.lines;
  return {
    id: header.id,
    header,
    has: index.has,
    append(name, lookup, answers) {
      refuseForeign(name, lookup, answers);
      const { octets, refs } = packAnswers(header.id, evidence.length(), answers);
      evidence.append(octets);
      const before = lines;
      lines += answers.length;
      const observations = answers.map(({ sighting }, i): Observation => {
        const [ref, of] = [refs[i], answers.length];
        return { ...sighting, id: `${header.id}#${before + i + 1}`, of, ...(ref && { evidence: ref }) };
      });
      appendLines(standing, before, observations);
      return observations;
    },
    finish(at) {
      // A clock that was set back on the way: no run ends before it began.
      const ended = later(header.started, at);
      writeEnd(standing, ended);
      publish(standing);
      return summaryOf(header, { ended, names: index.names() });
    },
    leave() {
      for (const file of [evidence, run]) file.close();
      standing.release();
    },
  };
}

/** A later resumption is told by a line of its own, which also breaks off a torn group. */
export function markResumed(standing: Standing, at: Instant): void {
  standing.run.append(Buffer.from(formatResumed(at)));
  standing.index.breakOff();
}

function refuseForeign(name: Name, lookup: LookupKind, answers: readonly LookupAnswer[]): void {
  if (answers.length === 0) throw new Error(`${lookup} of ${name} gave no answer at all`);
  const foreign = answers.find(({ sighting }) => sighting.name !== name || sighting.lookup !== lookup);
  if (foreign !== undefined) throw new Error(`${lookup} of ${name} gave an answer about ${foreign.sighting.name}`);
}

function packAnswers(run: string, place: number, answers: readonly LookupAnswer[]) {
  const numbers: RecordNumbers = { run, place, next: 0 };
  const parts: Buffer[] = [];
  let offset = place;
  const refs = answers.map(({ exchanges }): EvidenceRef | undefined => {
    const packed = exchanges.flatMap((exchange) => recordsOf(exchange, numbers)).map(packRecord);
    if (packed.length === 0) return undefined;
    const octets = Buffer.concat(packed);
    const ref = { offset, length: octets.length, 'sha-256': sha256(octets) };
    parts.push(octets);
    offset += octets.length;
    return ref;
  });
  return { octets: Buffer.concat(parts), refs };
}

function appendLines({ run, index }: Standing, before: number, observations: readonly Observation[]): void {
  let offset = run.length();
  let texts = '';
  observations.forEach((observation, i) => {
    const text = formatLine(observation);
    index.add(observation, [before + i + 1, offset, sumOf(text.slice(0, -1))]);
    offset += text.length;
    texts += text;
  });
  run.append(Buffer.from(texts, 'latin1'));
}
