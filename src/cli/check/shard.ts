// `--shard 2/8`: which part of the names this machine asks about, and what it sees of them. The whole is judged when the
// shards are joined, so a shard ends with 0 when it is through, unless it is asked for more.
import type { Case } from '../../model/case/case.ts';
import { holds } from '../../model/part.ts';
import { isShard, MOST_SHARDS, partOf, type Shard, shardText } from '../../model/shard.ts';
import { TakedownError } from '../../model/takedown-error.ts';
import type { CasePaths } from '../../store/workspace.ts';

export function shardIn(options: Readonly<Record<string, unknown>>): Shard | undefined {
  const typed = options['shard'];
  if (typeof typed !== 'string') return undefined;
  const [, number, of] = /^(\d{1,3})\/(\d{1,3})$/.exec(typed.trim()) ?? [];
  const shard = { number: Number(number), of: Number(of) };
  if (!isShard(shard.number, shard.of)) {
    throw new TakedownError('use', {
      code: 'bad-shard',
      message: `--shard does not know "${typed}".`,
      hint: `Write which one and of how many, ${MOST_SHARDS} at most: 2/8.`,
    });
  }
  if (options['maxAge'] === undefined) return shard;
  throw new TakedownError('use', {
    code: 'shard-with-max-age',
    message: 'A shard asks all that is to be asked of its names: --max-age belongs to a check of the whole.',
    hint: `Either: takedown check --shard ${shardText(shard)}`,
  });
}

/** Where a shard is written: aside from the runs, since it is none. */
export function shardPaths(paths: CasePaths): CasePaths {
  return { ...paths, runs: paths.shards };
}

/** The case with the names of one shard only. The order's own count is of all of them. */
export function inShard(theCase: Case, shard: Shard): Case {
  const part = partOf(shard);
  const schedules = theCase.schedules.map(({ statedCount: _, names, ...rest }) => ({
    ...rest,
    names: names.filter(({ name }) => holds(part, name)),
  }));
  return { ...theCase, schedules };
}
