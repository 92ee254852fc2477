// The work half of `takedown merge`: what is typed stands in commands/merge.ts.

import { TakedownError } from '../../model/takedown-error.ts';
import { show } from '../../model/text/harmless.ts';
import { findShards, type ShardsFound } from '../../store/runs/shards.ts';
import { caseIds } from '../../store/workspace.ts';
import { reportCheck } from '../check/ending.ts';
import { gateCodeAfter, gatesIn } from '../check/gate.ts';
import { keepLittleMemory } from '../check/little-memory.ts';
import { carryOutMerge, type MergeDone } from '../check/merging.ts';
import { codeAfter, openNotifying } from '../check/notifying.ts';
import { reporting, type Tell } from '../check/reporters.ts';
import { seenIn } from '../check/seen.ts';
import type { Call } from '../command.ts';
import { askingOf } from '../network.ts';
import { beforeIn, lookOf, standingOf } from '../view.ts';
import { caseIn, caseMeant, workspaceOf } from '../workspace.ts';

export function merge(call: Call): Promise<number> {
  return reporting(call, (tell) => merged(call, tell));
}

async function merged(call: Call, tell: Tell): Promise<number> {
  keepLittleMemory();
  const { context, options, terminal } = call;
  const gates = gatesIn(options['failOn'], ['reverted', 'overdue']);
  const { shards, broken } = found(call);
  const [first] = shards;
  if (first === undefined) throw noShards(broken);
  const paths = caseMeant(call, first.header.caseId);
  const loaded = await caseIn(paths, { quick: false, from: context.folder });
  const notifying = await openNotifying(call, { loaded, asking: askingOf(call, workspaceOf(call).root) });
  const before = beforeIn(await standingOf(paths, lookOf(call)));
  const done = joined(broken, () =>
    carryOutMerge({ paths, loaded, shards, allowMissing: options['allowMissing'] === true, context }),
  );
  if (!terminal.quiet && !terminal.json) await context.err.write(`${doneText(done)}\n`);
  const after = seenIn(await standingOf(paths, lookOf(call)), call);
  await reportCheck(call, { after, compared: { before, answers: after.answers } });
  const heard = await notifying.tell(after);
  return tell(after, codeAfter(gateCodeAfter(done.run, after.progress, gates), heard));
}

function found(call: Call): ShardsFound {
  const { folder } = call.context;
  const typed = call.arguments.length === 0 ? [undefined] : call.arguments;
  const shards = findShards(
    typed.map((one) => (one === undefined || isCase(call, one) ? caseMeant(call, one).shards : one)),
    folder,
  );
  const [stray] = shards.without;
  if (stray === undefined || shards.shards.length > 0) return shards;
  throw new TakedownError('use', {
    code: 'no-shards',
    message: `There is no shard in ${stray}.`,
    hint: 'A shard is made by: takedown check --shard 1/8. Its two files go where the others are joined.',
  });
}

/** Shards are mostly brought from elsewhere: a folder of that name is meant before a case. */
function isCase(call: Call, typed: string): boolean {
  return findShards([typed], call.context.folder).without.length > 0 && caseIds(workspaceOf(call)).includes(typed);
}

/** Where some are missing, the ones that are not whole are most likely those. */
function joined(broken: ShardsFound['broken'], join: () => MergeDone): MergeDone {
  try {
    return join();
  } catch (error) {
    if (!(error instanceof TakedownError) || error.code !== 'missing-shard' || broken.length === 0) throw error;
    const { code, message } = error;
    throw new TakedownError('guard', { code, message: [message, ...brokenTexts(broken)].join('\n') });
  }
}

function noShards(broken: ShardsFound['broken']): TakedownError {
  const message = ['No shard is whole.', ...brokenTexts(broken)].join('\n');
  return new TakedownError('guard', { code: 'no-shards', message });
}

function brokenTexts(broken: ShardsFound['broken']): readonly string[] {
  return broken.map(({ path, reason }) => `${path}: ${reason}.`);
}

function doneText({ run, already, joined: count, of }: MergeDone): string {
  const which = count === of ? `${count} shards` : `${count} of ${of} shards`;
  const told = already ? 'were joined before, in' : 'joined to';
  return `${which} ${told} run ${show(run.id)}: ${run.names} names.`;
}
