// The words of an unknown verdict that comes from a failure: one row for each kind in model/seen/failure.ts.
// A failure decides nothing (law 4), save `lame`, which is a statement about the server: its row is in words.ts.
import { FAILURES, type FailureKind } from '../model/seen/failure.ts';

interface FailureWord {
  readonly means: string;
  readonly ask: string;
  readonly urgency: 'act' | 'watch' | 'quiet';
}

function failed(kind: FailureKind, ask: string): FailureWord {
  return { means: FAILURES[kind], ask, urgency: 'watch' };
}

const LATER = 'Check again later.';
const EVIDENCE =
  'Look at the bytes in the run’s evidence file (`takedown show CASE NAME --json` says where), then ask who runs the server.';

export const FAILURE_WORDS = {
  timeout: failed('timeout', LATER),
  refused: failed('refused', LATER),
  unreachable: failed('unreachable', 'Check again from a machine that has this network (often IPv6 is missing).'),
  reset: failed('reset', LATER),
  'rate-limited': failed('rate-limited', 'Check again later, or with a lower rate for this server.'),
  denied: failed('denied', 'Ask the registry operator for access.'),
  'server-error': failed('server-error', LATER),
  unparsable: failed('unparsable', EVIDENCE),
  incomplete: failed('incomplete', LATER),
  'too-large': failed('too-large', EVIDENCE),
  'wrong-object': failed('wrong-object', EVIDENCE),
  contradictory: failed('contradictory', EVIDENCE),
  tls: failed('tls', 'Look at the certificate before anything else: somebody may sit in between.'),
  unresolvable: failed('unresolvable', LATER),
  'no-server': failed('no-server', 'Name the server in the network file or the configuration, or ask the registry.'),
  'not-asked': failed('not-asked', 'Check again: an earlier question has to be answered first.'),
  'not-needed': failed('not-needed', 'Nothing: another answer has it already.'),
  guarded: failed('guarded', 'An address that may not be dialled was named as a server: find out who put it there.'),
  // What came by such a path decides nothing, however well it reads: see the control questions in lookups/controls/.
  'path-intercepted': {
    means: FAILURES['path-intercepted'],
    ask: 'Check from another network: `takedown doctor` says what a control question met on the way here.',
    urgency: 'act',
  },
  'rewritten-answers': {
    means: FAILURES['rewritten-answers'],
    ask: 'Name another resolver in takedown.yaml, or check from another network; `takedown doctor` says who does it.',
    urgency: 'act',
  },
  // As the case wants it: it belongs to the counts, and is no fault that somebody could mend.
  'excluded-by-seal': {
    means: FAILURES['excluded-by-seal'],
    ask: 'Wait until the seal is lifted, or widen what it lets us touch.',
    urgency: 'quiet',
  },
  interrupted: failed('interrupted', 'Finish the run with `takedown check --resume`.'),
  'missing-shard': failed('missing-shard', 'Check again, or have the missing shard made and join all of them anew.'),
  defect: failed('defect', 'Report it with the run and its evidence file.'),
} as const satisfies Record<Exclude<FailureKind, 'lame'>, FailureWord>;
