// One observation as one line of a run, and the rule by which lines make a group: the `of` answers of one lookup of one
// name stand together. A group torn by a crash ends at the line `# resumed …`; it stays, is asked again, and never counts.
import { FAILURES } from '../model/failure.ts';
import type { Instant } from '../model/instant.ts';
import { LOOKUP_KINDS, type LookupKind, type Observation } from '../model/observation.ts';
import { isRecord, jsonLine, readObject } from './json-text.ts';
import { evidenceRef, isCount } from './run-file.ts';

/** With its line break; ASCII, so that characters are octets. The id is left off: the line's number says it. */
export function formatLine(observation: Observation): string {
  const { name, lookup, id, of, evidence, ...rest } = observation;
  return `- ${jsonLine({ name, lookup, ...rest, of, evidence })}\n`;
}

const RESUMED = '# resumed ';

export function formatResumed(at: Instant): string {
  return `${RESUMED}${at}\n`;
}

export function isResumedLine(line: string): boolean {
  return line.startsWith(RESUMED);
}

const LOOKUPS: ReadonlySet<unknown> = new Set(LOOKUP_KINDS);
const TEXTS = ['authority', 'question', 'server', 'at', 'reader'] as const;
const NAME = /^[a-z0-9_.-]{3,253}$/;

/** `undefined` for a line that is no observation of this format. `text` is without its line break. */
export function parseLine(text: string, id: string): Observation | undefined {
  if (!text.startsWith('- ')) return undefined;
  const value = readObject(text.slice(2));
  if (value === undefined || !isObservation(value)) return undefined;
  return Object.assign(value, { id }) as object as Observation;
}

function isObservation(value: Partial<Record<string, unknown>>): boolean {
  const { name, lookup, of, took, evidence } = value;
  if (typeof name !== 'string' || !NAME.test(name) || !LOOKUPS.has(lookup)) return false;
  if (!isCount(of) || of < 1 || typeof took !== 'number' || !hasOutcome(value)) return false;
  for (const key of TEXTS) if (typeof value[key] !== 'string') return false;
  return evidence === undefined || evidenceRef(evidence) !== undefined;
}

function hasOutcome(value: Partial<Record<string, unknown>>): boolean {
  switch (value['outcome']) {
    case 'facts':
      return isRecord(value['facts']);
    case 'no-such-object':
      return true;
    case 'failure':
      return typeof value['failure'] === 'string' && Object.hasOwn(FAILURES, value['failure']);
    default:
      return false;
  }
}

/** What groups are made by. */
export interface Member {
  readonly name: string;
  readonly lookup: LookupKind;
  readonly of: number;
}

export interface Groups<T extends Member> {
  /** Gives the group when its last line has come. */
  add(line: T): readonly T[] | undefined;
  /** Nothing after this point belongs to a group before it. */
  breakOff(): void;
}

export function openGroups<T extends Member>(): Groups<T> {
  let group: T[] = [];
  return {
    add(line) {
      const [first] = group;
      const goesOn = first?.name === line.name && first.lookup === line.lookup && first.of === line.of;
      if (!goesOn) group = [];
      group.push(line);
      if (group.length < line.of) return undefined;
      const whole = group;
      group = [];
      return whole;
    },
    breakOff() {
      group = [];
    },
  };
}
