// The head of a run: what it is and what it rests on; values in, text out and back. A run is valid YAML: the head, one JSON object a
// line for each observation (line.ts), the index (name-index.ts) and the foot (foot.ts). Lines are appended and stay; what is
// known only at the end stands at the end.
import type { Instant } from '../../model/instant.ts';
import type { RunPurpose } from '../../model/judged/record.ts';
import type { Shard } from '../../model/shard.ts';
import { isCount, isRecord, readObject } from '../disk/json-text.ts';
import { type Merged, mergedFrom, shardFrom } from './head-shards.ts';
import { isRunId } from './paths.ts';
import { type RestsOn, restsOnFrom } from './rests-on.ts';
import { formatValue, instantIn, readValues, textIn, type Values } from './values.ts';
import { type Vantage, vantageFrom } from './vantage.ts';

const RUN_FORMAT = 1;
/**
 * Three years of nightly runs. With more neither the writer nor a reader states an order: some of them alone would make those
 * that are left out the newest.
 */
export const MOST_BEGUN_AFTER = 1100;
/** The last line of the head. */
export const OBSERVATIONS = 'observations:\n';

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
  /** Runs that were there when it began, though their ids are of a later time: one of the two clocks was wrong. Absent: there were none. */
  readonly begunAfter?: readonly string[];
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

export function formatHeader(header: RunHeader): string {
  const lines: [string, unknown][] = [
    ['takedown-run', RUN_FORMAT],
    ['id', header.id],
    ['case', header.caseId],
    ['case-sha-256', header.caseDigest],
    ['tool', header.tool],
    ['started', header.started],
    ...(header.begunAfter === undefined ? [] : [['begun-after', header.begunAfter] satisfies [string, unknown]]),
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

/** As `formatHeader` writes it: a year of runs is opened for one status. Other forms are read line by line. */
const USUAL_HEAD =
  /^takedown-run: (?<version>1)\nid: (?<id>[\w-]+)\ncase: (?<case>[\w.-]+)\ncase-sha-256: "?(?<digest>[0-9a-f]{64})"?\ntool: (?<tool>[a-z][\w. -]*)\nstarted: (?<started>\S+)\nsimulated: (?<simulated>true|false)\nvantage: (?<vantage>\{.*\})\n(?:fresh: (?<fresh>\{.*\})\n)?(?:rests-on: (?<restsOn>\{.*\})\n)?(?:purpose: (?<purpose>precheck)\n)?$/;

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
  const begunAfter = begunAfterFrom(values.get('begun-after'));
  const restsOn = restsOnFrom(values.get('rests-on'));
  const [shard, merged] = [shardFrom(values.get('shard')), mergedFrom(values.get('merged'))];
  // A shard that does not say which one it is would pass for a whole run.
  if ((values.has('shard') && shard === undefined) || (values.has('merged') && merged === undefined)) return undefined;
  return {
    ...header,
    ...(begunAfter && { begunAfter }),
    ...(fresh && { fresh }),
    ...(restsOn && { restsOn }),
    ...(values.get('purpose') === 'precheck' && { purpose: 'precheck' }),
    ...(shard && { shard }),
    ...(merged && { merged }),
  };
}

function begunAfterFrom(value: unknown): RunHeader['begunAfter'] {
  if (!Array.isArray(value) || value.length === 0 || value.length > MOST_BEGUN_AFTER) return undefined;
  return value.every((id): id is string => typeof id === 'string' && isRunId(id)) ? value : undefined;
}

function freshFrom(value: unknown): FreshTerms | undefined {
  if (!isRecord(value)) return undefined;
  const { 'max-age': maxAge, names, lookups } = value;
  return typeof maxAge === 'string' && isCount(names) && isCount(lookups)
    ? { 'max-age': maxAge, names, lookups }
    : undefined;
}
