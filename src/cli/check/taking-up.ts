// `check --resume`: the unfinished run that is gone on with, or why it cannot be and what to do then.
import type { RunPurpose } from '../../model/judged/record.ts';
import type { Shard } from '../../model/shard.ts';
import { TakedownError } from '../../model/takedown-error.ts';
import { type Refusal, type Resumed, resumeRun } from '../../store/append/resume.ts';
import type { CasePaths } from '../../store/workspace.ts';
import type { Context } from '../context.ts';
import { machineFor } from '../lock-holder.ts';
import { shardPaths } from './shard.ts';

interface TakingUp {
  readonly paths: CasePaths;
  readonly caseDigest: string;
  /** The run. */
  readonly id: string;
  readonly shard?: Shard;
  readonly purpose?: RunPurpose;
}

/** Its writer, or what it came to where only its name was left to change. */
export function takeUp(
  { paths, shard, ...wanted }: TakingUp,
  context: Context,
): Extract<Resumed, { readonly ok: true }> {
  const { id } = wanted;
  const where = shard === undefined ? paths : shardPaths(paths);
  const resumed = resumeRun({ paths: where, ...wanted, machine: machineFor(context), at: context.clock.now() });
  if (resumed.ok) return resumed;
  const { refusal } = resumed;
  const kind = refusal.because === 'no-such-run' ? 'use' : 'guard';
  throw new TakedownError(kind, { code: `resume-${refusal.because}`, ...refusalWords(id, refusal) });
}

function refusalWords(id: string, refusal: Refusal): { readonly message: string; readonly hint?: string } {
  switch (refusal.because) {
    case 'no-such-run':
      return { message: `There is no unfinished run ${id}.`, hint: 'The newest one: takedown check --resume' };
    case 'case-changed':
      return {
        message: `The case was changed since the run ${id} began; a run looks at one state of the case.`,
        hint: anew(id),
      };
    case 'other-purpose':
      return {
        message: `The run ${id} was begun for something else: a check and a look before service are not mixed.`,
        hint: 'Finish it with the command that began it: takedown check or takedown precheck',
      };
    case 'evidence-missing':
      return { message: `The evidence file of the run ${id} is missing.`, hint: anew(id) };
    case 'torn-head':
      return {
        message: `The run ${id} was torn before its first observation: there is nothing to take up.`,
        hint: anew(id),
      };
    case 'damaged':
      return { message: `Line ${refusal.line} of the run ${id} cannot be read; nothing was changed.`, hint: anew(id) };
    case 'held': {
      const { holder, file } = refusal;
      const who = holder === undefined ? 'another process' : `process ${holder.pid} on ${holder.host}`;
      return { message: `The run ${id} is being written by ${who}.`, hint: `If that process is gone, remove ${file}` };
    }
    default:
      return refusal satisfies never;
  }
}

/** It would be listed as unfinished for good. */
function anew(id: string): string {
  return `Begin a new one with takedown check, and set this one aside: takedown check --set-aside ${id}`;
}
