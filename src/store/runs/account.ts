// What the runs of a case say of themselves, for reports: when, with what, from where, with which digests; and by what two of
// them can be told to have seen the same, without reading what they saw.
import { createHash } from 'node:crypto';
import type { LookupKind } from '../../model/seen/observation.ts';
import { withFile } from '../disk/open-file.ts';
import type { RunFoot } from '../run-form/foot.ts';
import type { RunHeader } from '../run-form/head.ts';
import { nameIn, parseRow } from '../run-form/name-index.ts';
import { readHead } from './ends.ts';
import type { WholeRun } from './list.ts';
import { rowTextsOf } from './pieces.ts';

interface RunAccount {
  readonly header: RunHeader;
  readonly foot: RunFoot;
}

/** A run whose head cannot be read is no run that anything is said from. */
export function accountsOf(runs: readonly WholeRun[]): readonly RunAccount[] {
  return runs.flatMap(({ id, path, foot }) => {
    const header = readHead(path);
    return header?.id === id ? [{ header, foot }] : [];
  });
}

interface LookupCount {
  readonly lookup: LookupKind;
  readonly names: number;
}

/** Read from the index. */
export function lookupsIn(run: WholeRun, leftOut: ReadonlySet<string>): readonly LookupCount[] {
  const counts = new Map<LookupKind, number>();
  withFile(run.path, (handle) => {
    for (const text of rowTextsOf(run, handle)) {
      if (leftOut.has(nameIn(text) ?? '')) continue;
      for (const lookup of parseRow(text)?.lookups ?? []) counts.set(lookup, (counts.get(lookup) ?? 0) + 1);
    }
  });
  return [...counts].map(([lookup, names]) => ({ lookup, names }));
}

/** An index up to this size is read for its digest. */
const SMALL = 1 << 18;
const FACTS = /^- \{"name":"([^"]+)","facts":"([0-9a-f]{16})","lookups":(\[[^\]]*\])/;

/** Over every name, its lookups and the fingerprint of what they came to; `undefined` where that is not quickly had. */
export function factsDigest(run: WholeRun): string | undefined {
  if (run.size - run.foot.indexAt > SMALL) return undefined;
  const hash = createHash('sha256');
  for (const text of withFile(run.path, (handle) => [...rowTextsOf(run, handle)])) {
    const stated = FACTS.exec(text);
    if (stated === null) return undefined;
    hash.update(`${stated[1]} ${stated[2]} ${stated[3]}\n`);
  }
  return hash.digest('hex');
}
