// A resolver that gave no answer that counts: it refuses this machine, nothing came at all, or the control questions showed
// that it rewrites answers. None of that says anything of the name.

import type { ResolverClass, ResolverState } from '../model/judged/resolver-state.ts';
import type { FailureKind } from '../model/seen/failure.ts';
import type { Unknown } from './facts.ts';

const CLASSES: Partial<Readonly<Record<FailureKind, ResolverClass>>> = {
  denied: 'refused',
  'rate-limited': 'refused',
  timeout: 'no-answer',
  refused: 'no-answer',
  unreachable: 'no-answer',
  reset: 'no-answer',
  incomplete: 'no-answer',
  tls: 'no-answer',
  unresolvable: 'no-answer',
  'server-error': 'no-answer',
  'rewritten-answers': 'rewriting',
};

const REWRITING = 'gives addresses for names that do not exist, so what it says is not counted';

export function silentState(server: string, { word, reason, citations }: Unknown): ResolverState {
  const known: Readonly<Record<string, ResolverClass | undefined>> = CLASSES;
  const found = Object.hasOwn(CLASSES, word) ? (known[word] ?? 'unknown') : 'unknown';
  const text = found === 'rewriting' ? `${server} ${REWRITING}` : reason;
  return { server, class: found, ...(found === 'unknown' ? {} : { text }), citations };
}
