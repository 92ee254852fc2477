// The foot of a run, which stands below its index: when it ended, what it holds, and the digests over its evidence and over
// itself. Values in, text out and back.
import { type Instant, parseInstant } from '../../model/instant.ts';
import { isCount, isRecord } from '../disk/json-text.ts';
import { formatValue, instantIn, readValues, textIn, type Values } from './values.ts';

/** The last line of a run that is whole. */
export const COMPLETE = 'complete: true\n';

interface EvidenceFile {
  readonly file: string;
  readonly 'sha-256': string;
  readonly length: number;
}

/** What stands after the index. */
export interface RunFoot {
  readonly ended: Instant;
  readonly names: number;
  /** Sixteen hexadecimal digits over which lookups of which names the run holds. */
  readonly covers: string;
  /** The same over what it came to, by the fingerprints of the names. Absent in runs of old. */
  readonly facts?: string;
  /** How many runs its head says that it was begun after, though their ids are later: most heads need not be read for it. Absent: none. */
  readonly begunAfter?: number;
  readonly evidence: EvidenceFile;
  /** Byte offset of the line `index:`. */
  readonly indexAt: number;
  /** SHA-256 of all octets above the line that states it. */
  readonly digest: string;
}

/** As `formatFoot` writes it: a year of runs is opened for one status. Other forms are read line by line. */
const USUAL_FOOT =
  /^ended: (\S+)\nnames: (\d{1,15})\ncovers: "?([0-9a-f]{16})"?\n(?:facts: "?([0-9a-f]{16})"?\n)?(?:begun-after: (\d{1,15})\n)?evidence: \{"file":"([\w.-]+)","sha-256":"([0-9a-f]{64})","length":(\d{1,15})\}\nindex-at: (\d{1,15})\nsha-256: "?([0-9a-f]{64})"?\ncomplete: true\n$/;

/** The foot but for its last two lines, which `formatEnd` makes from the digest over everything before them. */
export function formatFoot(foot: Omit<RunFoot, 'digest'>): string {
  const lines: [string, unknown][] = [
    ['ended', foot.ended],
    ['names', foot.names],
    ['covers', foot.covers],
    ...(foot.facts === undefined ? [] : [['facts', foot.facts] satisfies [string, unknown]]),
    ...(foot.begunAfter === undefined ? [] : [['begun-after', foot.begunAfter] satisfies [string, unknown]]),
    ['evidence', foot.evidence],
    ['index-at', foot.indexAt],
  ];
  return lines.map(([key, value]) => formatValue(key, value)).join('');
}

export function formatEnd(digest: string): string {
  return formatValue('sha-256', digest) + COMPLETE;
}

export function parseFoot(text: string): RunFoot | undefined {
  return usualFoot(text) ?? otherFoot(text);
}

/** Taken from the pattern's own groups: everything that is made for a foot is made some hundred times. */
function usualFoot(text: string): RunFoot | undefined {
  const [, endedText = '', names, covers = '', facts, after, file = '', kept = '', length, indexAt, digest = ''] =
    USUAL_FOOT.exec(text) ?? [];
  const ended = parseInstant(endedText);
  if (ended === undefined) return undefined;
  const evidence = { file, 'sha-256': kept, length: Number(length) };
  const seen = facts === undefined ? {} : { facts };
  const order = after === undefined ? {} : { begunAfter: Number(after) };
  return { ended, names: Number(names), covers, ...seen, ...order, evidence, indexAt: Number(indexAt), digest };
}

function otherFoot(text: string): RunFoot | undefined {
  const values = readValues(text);
  if (values?.get('complete') !== true) return undefined;
  const ended = instantIn(values, 'ended');
  const [names, indexAt] = [countIn(values, 'names'), countIn(values, 'index-at')];
  const [covers, facts, digest] = [textIn(values, 'covers'), textIn(values, 'facts'), textIn(values, 'sha-256')];
  const evidence = evidenceFile(values.get('evidence'));
  const begunAfter = countIn(values, 'begun-after');
  if (ended === undefined || names === undefined || indexAt === undefined) return undefined;
  if (covers === undefined || digest === undefined || evidence === undefined) return undefined;
  const more = { ...(facts !== undefined && { facts }), ...(begunAfter !== undefined && { begunAfter }) };
  return { ended, names, covers, ...more, evidence, indexAt, digest };
}

function evidenceFile(value: unknown): EvidenceFile | undefined {
  if (!isRecord(value)) return undefined;
  const { file, 'sha-256': digest, length } = value;
  if (typeof file !== 'string' || !/^[\w.-]+$/.test(file)) return undefined;
  return typeof digest === 'string' && isCount(length) ? { file, 'sha-256': digest, length } : undefined;
}

function countIn(values: Values, key: string): number | undefined {
  const value = values.get(key);
  return isCount(value) ? value : undefined;
}
