// From where the world was asked, through which resolvers, and whom it was believed for: one value in the head of a run.
import type { DsRecord } from '../../model/seen/delegation.ts';
import { isCount, isRecord } from '../disk/json-text.ts';

export interface Vantage {
  readonly host: string;
  readonly resolvers: readonly string[];
  /** DS of the root's keys that a network file brought; absent: IANA's. */
  readonly anchors?: readonly DsRecord[];
}

export function vantageFrom(value: unknown): Vantage {
  if (!isRecord(value)) return { host: '', resolvers: [] };
  const { host, anchors } = value;
  const resolvers = Array.isArray(value['resolvers']) ? value['resolvers'] : [];
  return {
    host: String(host ?? ''),
    resolvers: resolvers.map(String),
    ...(Array.isArray(anchors) && { anchors: anchors.filter(isDs) }),
  };
}

function isDs(value: unknown): value is DsRecord {
  if (!isRecord(value)) return false;
  const { keyTag, algorithm, digestType, digest } = value;
  return isCount(keyTag) && isCount(algorithm) && isCount(digestType) && typeof digest === 'string';
}
