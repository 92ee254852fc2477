// What the head of a run says of shards: which one it is, or which ones it was joined from, with who asked the world for each,
// from where and when. Values in, JSON values out and back; head.ts puts them into the head.
import { type Instant, parseInstant } from '../../model/instant.ts';
import { isShard, type Shard } from '../../model/shard.ts';
import { isCount, isRecord } from '../disk/json-text.ts';
import { type Vantage, vantageFrom } from './vantage.ts';

/** One shard of a run that was joined from several. */
interface MergedShard {
  readonly number: number;
  /** The shard's own id. */
  readonly id: string;
  readonly started: Instant;
  readonly ended: Instant;
  readonly names: number;
  readonly vantage: Vantage;
  /** As the shard states it of its own text: hexadecimal. */
  readonly 'sha-256': string;
}

export interface Merged {
  readonly of: number;
  /** Numbers of those that did not come in; their names stand in the run as unknown. */
  readonly missing: readonly number[];
  readonly shards: readonly MergedShard[];
}

export function shardFrom(value: unknown): Shard | undefined {
  if (!isRecord(value)) return undefined;
  const { number, of } = value;
  return isShard(number, of) ? { number: Number(number), of: Number(of) } : undefined;
}

export function mergedFrom(value: unknown): Merged | undefined {
  if (!isRecord(value) || !isCount(value['of'])) return undefined;
  const { of, missing, shards } = value;
  if (!Array.isArray(missing) || !missing.every(isCount) || !Array.isArray(shards)) return undefined;
  const read = shards.map(mergedShardFrom);
  const whole = read.filter((one) => one !== undefined);
  return whole.length === read.length ? { of, missing, shards: whole } : undefined;
}

function mergedShardFrom(value: unknown): MergedShard | undefined {
  if (!isRecord(value)) return undefined;
  const { number, id, names, vantage, 'sha-256': digest } = value;
  const [started, ended] = [instantFrom(value['started']), instantFrom(value['ended'])];
  if (!isCount(number) || !isCount(names) || typeof id !== 'string' || typeof digest !== 'string') return undefined;
  if (started === undefined || ended === undefined) return undefined;
  return { number, id, started, ended, names, vantage: vantageFrom(vantage), 'sha-256': digest };
}

function instantFrom(value: unknown): Instant | undefined {
  return typeof value === 'string' ? parseInstant(value) : undefined;
}
