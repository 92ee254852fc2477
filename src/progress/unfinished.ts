// Runs that were begun and count for nothing yet, in words: each with what finishes it. Shards that wait are told together.
import type { UnfinishedRun } from '../model/judged/record.ts';
import { type Shard, shardText } from '../model/shard.ts';

export function unfinishedTexts(caseId: string, runs: readonly UnfinishedRun[]): readonly string[] {
  const waiting = new Map<number, Set<number>>();
  const texts: string[] = [];
  for (const { id, shard, waits } of runs) {
    if (shard === undefined) texts.push(`run ${id}: finish it with takedown check ${caseId} --resume`);
    else if (waits === true) waiting.set(shard.of, (waiting.get(shard.of) ?? new Set()).add(shard.number));
    else texts.push(`shard ${shardText(shard)}: finish it with ${resuming(caseId, shard)}`);
  }
  return [...texts, ...[...waiting].map(([of, numbers]) => waitingText(caseId, of, [...numbers]))];
}

function resuming(caseId: string, shard: Shard): string {
  return `takedown check ${caseId} --shard ${shardText(shard)} --resume`;
}

function waitingText(caseId: string, of: number, numbers: readonly number[]): string {
  const sorted = numbers.toSorted((a, b) => a - b).join(', ');
  const which = numbers.length === 1 ? `shard ${sorted} of ${of} waits` : `shards ${sorted} of ${of} wait`;
  return `${which} to be joined with the others: takedown merge ${caseId}`;
}
