// Why shards are not joined: everything that keeps them from being one run, told at once. Pure: what the files say in,
// sentences out. A run that was joined wrongly would be believed for years, so there is no way past but the missing ones.
import type { Name } from '../../model/name.ts';
import { holds } from '../../model/part.ts';
import { partOf, type Shard, shardText } from '../../model/shard.ts';
import type { RunHeader } from '../run-form/head.ts';

export interface ShardStated {
  readonly header: RunHeader;
  readonly shard: Shard;
  /** As a person would find it. */
  readonly path: string;
  /** As its foot counts them. */
  readonly counted: number;
  /** The names that its index has. */
  readonly names: readonly string[];
}

export interface MergeQuestion {
  readonly shards: readonly [ShardStated, ...ShardStated[]];
  /** Of the case as it is now. */
  readonly theCase: { readonly id: string; readonly digest: string; readonly names: ReadonlySet<Name> };
  /** This program: the one that wrote a line knows what it meant. */
  readonly tool: string;
  readonly allowMissing: boolean;
}

export interface MergeRefusal {
  readonly code: string;
  readonly message: string;
}

export function mergeRefusals(question: MergeQuestion): readonly MergeRefusal[] {
  return [mixed, missing, doubled, names].flatMap((rule) => [...rule(question)]);
}

function* mixed({ shards, theCase, tool }: MergeQuestion): Iterable<MergeRefusal> {
  const [first] = shards;
  const cases = shards.filter(({ header }) => header.caseId !== theCase.id);
  if (cases.length > 0) yield told('mixed-cases', `Not about the case ${theCase.id}: ${pathsOf(cases)}.`);
  const digests = new Set(shards.map(({ header }) => header.caseDigest));
  if (digests.size > 1) yield told('mixed-case-files', `The shards looked at ${digests.size} states of the case.`);
  else if (first.header.caseDigest !== theCase.digest)
    yield told('case-changed', 'The case was changed since the shards were checked: its names may be others now.');
  const tools = new Set(shards.map(({ header }) => header.tool));
  if (tools.size > 1) yield told('mixed-versions', `The shards were made by ${[...tools].sort().join(' and by ')}.`);
  else if (first.header.tool !== tool)
    yield told('other-version', `The shards were made by ${first.header.tool}, and this is ${tool}.`);
  const networks = new Set(shards.map(({ header }) => networkOf(header)));
  if (networks.size > 1) yield told('mixed-networks', 'The shards did not ask the same network.');
}

/** Simulated or not, and whom its answers were believed for. */
function networkOf({ simulated, vantage }: RunHeader): string {
  return JSON.stringify([simulated, vantage.anchors]);
}

function* missing({ shards, allowMissing }: MergeQuestion): Iterable<MergeRefusal> {
  const counts = [...new Set(shards.map(({ shard }) => shard.of))].sort((a, b) => a - b);
  if (counts.length > 1) return yield told('mixed-counts', `Some are of ${counts.join(' shards and some of ')}.`);
  const numbers = missingOf(shards);
  if (numbers.length === 0 || allowMissing) return;
  const [one] = shards;
  const which = numbers.map((number) => shardText({ number, of: one.shard.of })).join(', ');
  yield told('missing-shard', `Missing: ${which}. With --allow-missing their names become unknown.`);
}

export function missingOf(shards: MergeQuestion['shards']): readonly number[] {
  const there = new Set(shards.map(({ shard }) => shard.number));
  return Array.from({ length: shards[0].shard.of }, (_, at) => at + 1).filter((number) => !there.has(number));
}

function* doubled({ shards }: MergeQuestion): Iterable<MergeRefusal> {
  for (const number of new Set(shards.map(({ shard }) => shard.number))) {
    const same = shards.filter(({ shard }) => shard.number === number);
    const [one] = same;
    if (one === undefined || same.length === 1) continue;
    yield told('double-shard', `Shard ${shardText(one.shard)} is there ${same.length} times: ${pathsOf(same)}.`);
  }
}

/** A foreign name would be counted, and one that is missing would keep what an older run saw of it. */
function* names({ shards, theCase }: MergeQuestion): Iterable<MergeRefusal> {
  for (const { header, shard, path, counted, names: stated } of shards) {
    if (header.caseDigest !== theCase.digest) continue;
    const part = partOf(shard);
    const own = new Set([...theCase.names].filter((name) => holds(part, name)).map(String));
    const foreign = stated.filter((name) => !own.has(name));
    const [first] = foreign;
    if (first !== undefined)
      yield told('foreign-name', `${path}: ${first} is no name of shard ${shardText(shard)}${more(foreign.length)}.`);
    const lost = own.size - (stated.length - foreign.length);
    if (lost > 0 || counted !== stated.length)
      yield told(
        'counts-differ',
        `${path}: it says ${counted} names and has ${stated.length}, and the case has ${own.size} for it.`,
      );
  }
}

function more(count: number): string {
  return count > 1 ? `, and ${count - 1} more` : '';
}

function pathsOf(shards: readonly ShardStated[]): string {
  return shards.map(({ path }) => path).join(', ');
}

function told(code: string, message: string): MergeRefusal {
  return { code, message };
}
