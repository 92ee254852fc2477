// The text form of a run: head, one line an observation, foot; values in, text out and back. A run is valid YAML and one
// JSON object a line. Lines are appended and stay; what is known only at the end stands at the end. No file is touched here.
import { type Instant, parseInstant } from '../../model/instant.ts';
import type { EvidenceRef } from '../../model/observation.ts';
import type { RunPurpose } from '../../model/record.ts';
import type { Shard } from '../../model/shard.ts';
import { isCount, isRecord, readObject } from '../disk/json-text.ts';
import { type Merged, mergedFrom, shardFrom } from './head-shards.ts';
import { type RestsOn, restsOnFrom } from './rests-on.ts';
import { formatValue, readValues, type Values } from './values.ts';
import { type Vantage, vantageFrom } from './vantage.ts';

export const RUN_FORMAT = 1;
export const OBSERVATIONS = 'observations:\n';
export const INDEX = 'index:\n';
/** The last line of a run that is whole. */
export const COMPLETE = 'complete: true\n';

/** Lookups that were not made, since the record had them from that lately; `--max-age`. */
export interface FreshTerms {
  readonly 'max-age': string;
  readonly names: number;
  readonly lookups: number;
}

export interface RunHeader {
  readonly id: string;
  readonly caseId: string;
  /** Over the case file and the schedules that were checked. */
  readonly caseDigest: string;
  /** Name and version. */
  readonly tool: string;
  readonly started: Instant;
  readonly simulated: boolean;
  readonly vantage: Vantage;
  /** Absent: every lookup was to be made. */
  readonly fresh?: FreshTerms;
  /** Absent in runs of old. */
  readonly restsOn?: RestsOn;
  /** Absent: a check. */
  readonly purpose?: RunPurpose;
  /** A part of a run, to be joined with the others. Absent: the run looks at all names. */
  readonly shard?: Shard;
  /** Absent: it was made in one piece. */
  readonly merged?: Merged;
}

export interface EvidenceFile {
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
  readonly evidence: EvidenceFile;
  /** Byte offset of the line `index:`. */
  readonly indexAt: number;
  /** SHA-256 of all octets above the line that states it. */
  readonly digest: string;
}

export function formatHeader(header: RunHeader): string {
  const lines: [string, unknown][] = [
    ['takedown-run', RUN_FORMAT],
    ['id', header.id],
    ['case', header.caseId],
    ['case-sha-256', header.caseDigest],
    ['tool', header.tool],
    ['started', header.started],
    ['simulated', header.simulated],
    ['vantage', header.vantage],
    ...(header.fresh === undefined ? [] : [['fresh', header.fresh] satisfies [string, unknown]]),
    ...(header.restsOn === undefined ? [] : [['rests-on', header.restsOn] satisfies [string, unknown]]),
    ...(header.purpose === undefined ? [] : [['purpose', header.purpose] satisfies [string, unknown]]),
    ...(header.shard === undefined ? [] : [['shard', header.shard] satisfies [string, unknown]]),
    ...(header.merged === undefined ? [] : [['merged', header.merged] satisfies [string, unknown]]),
  ];
  return lines.map(([key, value]) => formatValue(key, value)).join('') + OBSERVATIONS;
}

/** As `formatHeader` and `formatFoot` write them: a year of runs is opened for one status. Other forms are read line by line. */
const USUAL_HEAD =
  /^takedown-run: (?<version>1)\nid: (?<id>[\w-]+)\ncase: (?<case>[\w.-]+)\ncase-sha-256: "?(?<digest>[0-9a-f]{64})"?\ntool: (?<tool>[a-z][\w. -]*)\nstarted: (?<started>\S+)\nsimulated: (?<simulated>true|false)\nvantage: (?<vantage>\{.*\})\n(?:fresh: (?<fresh>\{.*\})\n)?(?:rests-on: (?<restsOn>\{.*\})\n)?(?:purpose: (?<purpose>precheck)\n)?$/;
const USUAL_FOOT =
  /^ended: (\S+)\nnames: (\d{1,15})\ncovers: "?([0-9a-f]{16})"?\n(?:facts: "?([0-9a-f]{16})"?\n)?evidence: \{"file":"([\w.-]+)","sha-256":"([0-9a-f]{64})","length":(\d{1,15})\}\nindex-at: (\d{1,15})\nsha-256: "?([0-9a-f]{64})"?\ncomplete: true\n$/;

function headValues(text: string): Values | undefined {
  const usual = USUAL_HEAD.exec(text)?.groups;
  if (usual === undefined) return readValues(text);
  return new Map<string, unknown>([
    ['takedown-run', Number(usual['version'])],
    ['id', usual['id']],
    ['case', usual['case']],
    ['case-sha-256', usual['digest']],
    ['tool', usual['tool']],
    ['started', usual['started']],
    ['simulated', usual['simulated'] === 'true'],
    ['vantage', readObject(usual['vantage'] ?? '')],
    ['fresh', usual['fresh'] === undefined ? undefined : readObject(usual['fresh'])],
    ['rests-on', usual['restsOn'] === undefined ? undefined : readObject(usual['restsOn'])],
    ['purpose', usual['purpose']],
  ]);
}

/** Taken from the pattern's own groups: everything that is made for a foot is made some hundred times. */
function usualFoot(text: string): RunFoot | undefined {
  const [, endedText = '', names, covers = '', facts, file = '', kept = '', length, indexAt, digest = ''] =
    USUAL_FOOT.exec(text) ?? [];
  const ended = parseInstant(endedText);
  if (ended === undefined) return undefined;
  const evidence = { file, 'sha-256': kept, length: Number(length) };
  const seen = facts === undefined ? {} : { facts };
  return { ended, names: Number(names), covers, ...seen, evidence, indexAt: Number(indexAt), digest };
}

/** The head alone, without `observations:`. `undefined`: not the head of a run that this version reads. */
export function parseHeader(text: string): RunHeader | undefined {
  const values = headValues(text);
  if (values?.get('takedown-run') !== RUN_FORMAT) return undefined;
  const vantage = values.get('vantage');
  const started = instantIn(values, 'started');
  const [id, caseId, caseDigest, tool] = ['id', 'case', 'case-sha-256', 'tool'].map((key) => textIn(values, key));
  const simulated = values.get('simulated');
  if (id === undefined || caseId === undefined || caseDigest === undefined || tool === undefined) return undefined;
  if (started === undefined || typeof simulated !== 'boolean') return undefined;
  const fresh = freshFrom(values.get('fresh'));
  const header = { id, caseId, caseDigest, tool, started, simulated, vantage: vantageFrom(vantage) };
  const restsOn = restsOnFrom(values.get('rests-on'));
  const [shard, merged] = [shardFrom(values.get('shard')), mergedFrom(values.get('merged'))];
  // A shard that does not say which one it is would pass for a whole run.
  if ((values.has('shard') && shard === undefined) || (values.has('merged') && merged === undefined)) return undefined;
  return {
    ...header,
    ...(fresh && { fresh }),
    ...(restsOn && { restsOn }),
    ...(values.get('purpose') === 'precheck' && { purpose: 'precheck' }),
    ...(shard && { shard }),
    ...(merged && { merged }),
  };
}

function freshFrom(value: unknown): FreshTerms | undefined {
  if (!isRecord(value)) return undefined;
  const { 'max-age': maxAge, names, lookups } = value;
  return typeof maxAge === 'string' && isCount(names) && isCount(lookups)
    ? { 'max-age': maxAge, names, lookups }
    : undefined;
}

/** The foot but for its last two lines, which `formatEnd` makes from the digest over everything before them. */
export function formatFoot(foot: Omit<RunFoot, 'digest'>): string {
  const lines: [string, unknown][] = [
    ['ended', foot.ended],
    ['names', foot.names],
    ['covers', foot.covers],
    ...(foot.facts === undefined ? [] : [['facts', foot.facts] satisfies [string, unknown]]),
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

function otherFoot(text: string): RunFoot | undefined {
  const values = readValues(text);
  if (values?.get('complete') !== true) return undefined;
  const ended = instantIn(values, 'ended');
  const [names, indexAt] = [countIn(values, 'names'), countIn(values, 'index-at')];
  const [covers, facts, digest] = [textIn(values, 'covers'), textIn(values, 'facts'), textIn(values, 'sha-256')];
  const evidence = evidenceFile(values.get('evidence'));
  if (ended === undefined || names === undefined || indexAt === undefined) return undefined;
  if (covers === undefined || digest === undefined || evidence === undefined) return undefined;
  return { ended, names, covers, ...(facts !== undefined && { facts }), evidence, indexAt, digest };
}

function evidenceFile(value: unknown): EvidenceFile | undefined {
  if (!isRecord(value)) return undefined;
  const { file, 'sha-256': digest, length } = value;
  if (typeof file !== 'string' || !/^[\w.-]+$/.test(file)) return undefined;
  return typeof digest === 'string' && isCount(length) ? { file, 'sha-256': digest, length } : undefined;
}

export function evidenceRef(value: unknown): EvidenceRef | undefined {
  if (!isRecord(value)) return undefined;
  const { offset, length, 'sha-256': digest } = value;
  return isCount(offset) && isCount(length) && typeof digest === 'string'
    ? { offset, length, 'sha-256': digest }
    : undefined;
}

function textIn(values: Values, key: string): string | undefined {
  const value = values.get(key);
  return typeof value === 'string' ? value : undefined;
}

function countIn(values: Values, key: string): number | undefined {
  const value = values.get(key);
  return isCount(value) ? value : undefined;
}

function instantIn(values: Values, key: string): Instant | undefined {
  const text = textIn(values, key);
  return text === undefined ? undefined : parseInstant(text);
}
