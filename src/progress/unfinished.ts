// Runs that were begun and count for nothing yet, in words: each with what finishes it. Shards that wait are told together.
import type { Case } from '../model/case/case.ts';
import type { UnfinishedRun } from '../model/judged/record.ts';
import { type Shard, shardText } from '../model/shard.ts';

type Asked = Pick<Case, 'id' | 'rehearsal'>;

export function unfinishedTexts(theCase: Asked, runs: readonly UnfinishedRun[]): readonly string[] {
  const waiting = new Map<number, Set<number>>();
  const texts: string[] = [];
  for (const { id, shard, waits } of runs) {
    if (shard === undefined) texts.push(`run ${id}: ${finishing(theCase)}`);
    else if (waits === true) waiting.set(shard.of, (waiting.get(shard.of) ?? new Set()).add(shard.number));
    else texts.push(`shard ${shardText(shard)}: finish it with ${resuming(theCase.id, shard)}`);
  }
  return [...texts, ...[...waiting].map(([of, numbers]) => waitingText(theCase.id, of, [...numbers]))];
}

/** The internet of a rehearsal that was broken off is gone with it; only a case that is practised on served servers can go on. */
function finishing({ id, rehearsal }: Asked): string {
  if (!rehearsal) return `finish it with takedown check ${id} --resume`;
  return `its rehearsal was broken off; begin anew with takedown rehearse ${id.replace(/\.rehearsal$/, '')}`;
}

function resuming(caseId: string, shard: Shard): string {
  return `takedown check ${caseId} --shard ${shardText(shard)} --resume`;
}

function waitingText(caseId: string, of: number, numbers: readonly number[]): string {
  const sorted = numbers.toSorted((a, b) => a - b).join(', ');
  const which = numbers.length === 1 ? `shard ${sorted} of ${of} waits` : `shards ${sorted} of ${of} wait`;
  return `${which} to be joined with the others: takedown merge ${caseId}`;
}
