// One observation as one line of a run, and the rule by which lines make a group: the `of` answers of one lookup of one
// name stand together. A group torn by a crash ends at the line `# resumed …`; it stays, is asked again, and never counts.

import type { Instant } from '../../model/instant.ts';
import { FAILURES } from '../../model/seen/failure.ts';
import { LOOKUP_KINDS, type LookupKind, type Observation } from '../../model/seen/observation.ts';
import { copyOf, isCount, isRecord, jsonLine, readObject } from '../disk/json-text.ts';
import { type KeptFacts, openUsualLines, type ReadFacts } from './usual-line.ts';

/**
 * With its line break; ASCII, so that characters are octets. The id is left off: the line's number says it. Keys stand in
 * one order, by which usual-line.ts cuts a line, and facts last, where a reader can tell that they are those of another
 * line without parsing them.
 */
export function formatLine(observation: Observation): string {
  const stated: Observation & { readonly facts?: unknown } = observation;
  const { name, lookup, authority, question, server, via, at, took, reader, id, of, evidence, facts, ...rest } = stated;
  const asked = { name, lookup, authority, question, server, via, at, took, reader };
  return `- ${jsonLine({ ...asked, ...rest, of, evidence, facts })}\n`;
}

const RESUMED = '# resumed ';

export function formatResumed(at: Instant): string {
  return `${RESUMED}${at}\n`;
}

export function isResumedLine(line: string): boolean {
  return line.startsWith(RESUMED);
}

const LOOKUPS: ReadonlySet<unknown> = new Set(LOOKUP_KINDS);
const NAME = /^[a-z0-9_.-]{3,253}$/;

/** Reads lines of one run. Facts that are written alike are one value in memory, parsed once. */
type ParseLine = (text: string, id: string) => Observation | undefined;

/** What a line says, before it has been looked at. */
type Stated = Partial<Record<string, unknown>>;

/** `undefined` for a line that is no observation of this format. `text` is without its line break. */
export function openLines(): ParseLine {
  const readUsual = openUsualLines(openFacts());
  return (text, id) => {
    const usual = readUsual(text, id);
    if (usual !== undefined) return usual;
    const value: Stated | undefined = text.startsWith('- ') ? readObject(text.slice(2)) : undefined;
    if (value === undefined || !isObservation(value)) return undefined;
    value['id'] = id;
    return value as object as Observation;
  };
}

/** Names of one seizure share most of their facts; so many different ones are kept, twice. */
const KEPT_FACTS = 2048;

function openFacts(): ReadFacts {
  let young = new Map<string, KeptFacts>();
  let old = young;
  const older = (text: string): KeptFacts | undefined => {
    const known = old.get(text);
    const facts = known?.facts ?? readObject(text);
    if (facts === undefined) return undefined;
    const kept = known ?? { text: copyOf(text), facts };
    if (young.size >= KEPT_FACTS) {
      old = young;
      young = new Map();
    }
    young.set(kept.text, kept);
    return kept;
  };
  return (text) => young.get(text) ?? older(text);
}

function isObservation(value: Stated): boolean {
  const { name, of, took, at, evidence } = value;
  if (typeof name !== 'string' || !NAME.test(name) || !LOOKUPS.has(value['lookup'])) return false;
  if (!isCount(of) || of < 1 || typeof took !== 'number' || typeof at !== 'string') return false;
  return hasOutcome(value) && hasTexts(value) && (evidence === undefined || isEvidenceRef(evidence));
}

function hasTexts({ authority, question, server, reader }: Stated): boolean {
  return (
    typeof authority === 'string' &&
    typeof question === 'string' &&
    typeof server === 'string' &&
    typeof reader === 'string'
  );
}

function hasOutcome(value: Stated): boolean {
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
interface Member {
  readonly name: string;
  readonly lookup: LookupKind;
  readonly of: number;
}

interface Groups<T extends Member> {
  /** Gives the group when its last line has come: a list that is the caller's from then on. */
  add(line: T): T[] | undefined;
  /** Nothing after this point belongs to a group before it. */
  breakOff(): void;
}

export function openGroups<T extends Member>(): Groups<T> {
  let group: T[] = [];
  return {
    add(line) {
      const first = group[0];
      // A list that begins with its line has no room to spare, and most groups have but one.
      if (first?.name === line.name && first.lookup === line.lookup && first.of === line.of) group.push(line);
      else group = [line];
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

function isEvidenceRef(value: unknown): boolean {
  if (!isRecord(value)) return false;
  const { offset, length, 'sha-256': digest } = value;
  return isCount(offset) && isCount(length) && typeof digest === 'string';
}
