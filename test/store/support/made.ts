// Hand-made answers, headers and a folder of its own for every test of the store.
import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { LookupAnswer } from '../../../src/model/asking/lookup.ts';
import { type Instant, instantAt, millisecondsOf } from '../../../src/model/instant.ts';
import type { Exchange } from '../../../src/model/seen/exchange.ts';
import type { LookupKind, Sighting } from '../../../src/model/seen/observation.ts';
import type { Shard } from '../../../src/model/shard.ts';
import { beginRun } from '../../../src/store/append/begin.ts';
import type { RunWriter } from '../../../src/store/append/writer.ts';
import { machineOf } from '../../../src/store/disk/lock.ts';
import { formatEnd } from '../../../src/store/run-form/foot.ts';
import type { CasePaths } from '../../../src/store/workspace.ts';
import { at as instant, name } from '../../support/values.ts';

export const STARTED = instant('2019-03-18T14:15:02Z');
export const ENDED = instant('2019-03-18T14:15:41Z');
export const MACHINE = machineOf(process.pid);

export function tempPaths(): CasePaths {
  return pathsIn(mkdtempSync(join(tmpdir(), 'takedown-store-')));
}

export function pathsIn(folder: string): CasePaths {
  return {
    id: 'acme',
    folder,
    caseFile: join(folder, 'case.yaml'),
    journal: join(folder, 'journal.yaml'),
    runs: join(folder, 'runs'),
    shards: join(folder, 'shards'),
    letters: join(folder, 'letters'),
    recipients: join(folder, 'recipients.yaml'),
  };
}

/** 'Random' octets that count up from `from`. */
export function counting(from = 0): (count: number) => Uint8Array {
  let next = from;
  return (count) => {
    next += 1;
    return Uint8Array.from({ length: count }, (_, i) => (i === count - 1 ? next & 255 : next >> 8));
  };
}

export interface Made {
  readonly started?: Instant;
  readonly random?: (count: number) => Uint8Array;
  readonly caseDigest?: string;
  readonly shard?: Shard;
}

export function begin(paths: CasePaths, made: Made = {}): RunWriter {
  const { started = STARTED, random = counting(), caseDigest = 'ab'.repeat(32), shard } = made;
  const vantage = { host: 'ops-1', resolvers: ['192.0.2.53'] };
  const header = { caseDigest, tool: 'takedown 0.0.0', started, simulated: true, vantage, ...(shard && { shard }) };
  return beginRun({ paths, machine: MACHINE, random, header });
}

export function exchange(over: Partial<Exchange> = {}): Exchange {
  return {
    protocol: 'whois',
    uri: 'whois://whois.example/outlook.example',
    at: STARTED,
    took: 12,
    dialled: '192.0.2.43:43',
    transport: 'tcp',
    sent: Buffer.from('outlook.example\r\n'),
    received: Buffer.from('Domain Name: OUTLOOK.EXAMPLE\r\nRegistrar: Ex\u00e4mple\u001b[31m\r\n', 'latin1'),
    end: 'complete',
    ...over,
  };
}

export function sighting(about: string, lookup: LookupKind, over: Record<string, unknown> = {}): Sighting {
  const made: unknown = {
    name: name(about),
    lookup,
    authority: 'registry',
    question: `question ${about}`,
    server: 'whois.example',
    at: STARTED,
    took: 12,
    reader: 'test/1',
    outcome: 'facts',
    facts: { registrar: { name: 'Ex\u00e4mple \u202e\u0085 Inc.', ianaId: 292 }, statuses: ['ok'] },
    ...over,
  };
  return made as Sighting;
}

export function answers(
  about: string,
  lookup: LookupKind,
  count = 1,
  over: Record<string, unknown> = {},
): LookupAnswer[] {
  return Array.from({ length: count }, (_, i) => ({
    sighting: sighting(about, lookup, { server: `s${i}.example`, ...over }),
    exchanges: [exchange()],
  }));
}

/** A finished run in which each of the names has WHOIS with one answer and delegation with two. */
export function finishedRun(
  paths: CasePaths,
  names: readonly string[],
  made: Made & { readonly facts?: unknown } = {},
): string {
  const writer = begin(paths, made);
  const over = made.facts === undefined ? {} : { facts: made.facts };
  for (const one of names) {
    writer.append(name(one), 'whois-registry', answers(one, 'whois-registry', 1, over));
    writer.append(
      name(one),
      'delegation',
      answers(one, 'delegation', 2, { facts: { zone: 'example', nameServers: [], glue: {} } }),
    );
  }
  writer.finish(instantAt(millisecondsOf(made.started ?? STARTED) + 39_000));
  return writer.id;
}

/** What one who means it does: changes a run, and makes the digest over its text anew. */
export function madeAnew(run: string, change: (text: string) => string): void {
  const [above = ''] = change(readFileSync(run, 'latin1')).split(/^sha-256: .*\ncomplete: true\n$/m);
  writeFileSync(run, above + formatEnd(createHash('sha256').update(above, 'latin1').digest('hex')), 'latin1');
}
