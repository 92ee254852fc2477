// The words for what recursive resolvers show of a name: part of the closed list of words.ts. None of them decides anything.
import type { Urgency, WordRow } from './words.ts';

function row(urgency: Urgency, means: string, ask: string): WordRow {
  return { means, ask, urgency };
}

/** Watched in the order of what ends by itself; what says nothing of the name is quiet. */
export const RESOLVER_WORDS = {
  'cached-old-answer': row(
    'watch',
    'a resolver still gives an old answer from its cache',
    'Wait until the time to live has run out, then check again.',
  ),
  'cached-old-delegation': row(
    'watch',
    'a resolver still goes to the old name servers, whatever host it is asked for',
    'Wait until the time to live has run out, then check again; its operator can empty its cache for the name.',
  ),
  'cached-ds': row(
    'watch',
    'a resolver that validates still goes by a DS that the parent zone no longer has, and answers SERVFAIL',
    'Wait until the time to live has run out, then check again; its operator can empty its cache for the name.',
  ),
  'absent-at-resolver': row(
    'watch',
    'a resolver says that a delegated name does not exist: an absence in its cache, or blocked by its operator',
    'Check again in an hour; if it stays, ask the resolver’s operator whether it blocks the name.',
  ),
  'lame-at-resolver': row(
    'watch',
    'a resolver answers SERVFAIL with validation and without: it gets no answer from the name’s servers',
    'See what the delegated name servers answer; a resolver keeps a failure for some minutes.',
  ),
  'stale-at-resolver': row(
    'watch',
    'a resolver gives an old answer past its time, since it reaches no delegated name server',
    'See what the delegated name servers answer, and whether the resolver can reach them.',
  ),
  'other-at-resolver': row(
    'watch',
    'a resolver gives what no server in authority gives, and not from a cache: it makes the answer itself',
    'Ask the resolver’s operator whether it blocks or rewrites answers for the name.',
  ),
  'fails-at-resolver': row(
    'watch',
    'a resolver that validates refuses an answer which it would give without validation',
    'See whether a DS is stale; after a DS was removed, wait until its time to live has run out.',
  ),
  'refused-by-resolver': row(
    'quiet',
    'a resolver refuses to answer this machine, which says nothing of the name',
    'Ask a resolver that serves this machine: resolvers in takedown.yaml.',
  ),
  'silent-resolver': row(
    'quiet',
    'a resolver did not answer, which is no SERVFAIL and says nothing of the name',
    'Check again; if it stays, see what the delegated name servers answer: some resolvers wait for a dead one.',
  ),
} as const satisfies Record<string, WordRow>;
