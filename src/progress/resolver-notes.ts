// What of the resolvers' views is worth a note, in the words of the closed list. A view decides no requirement.
import type { FacetVerdict, Note } from '../model/judged/progress.ts';
import type { ResolverClass, ResolverState } from '../model/judged/resolver-state.ts';
import type { Word } from '../relief/words.ts';

const WORD_OF = {
  'old-cached': 'cached-old-answer',
  'old-delegation-cached': 'cached-old-delegation',
  bogus: 'fails-at-resolver',
  'bogus-cached': 'cached-ds',
  nxdomain: 'absent-at-resolver',
  lame: 'lame-at-resolver',
  'stale-served': 'stale-at-resolver',
  'other-answer': 'other-at-resolver',
  rewriting: 'rewritten-answers',
  refused: 'refused-by-resolver',
  'no-answer': 'silent-resolver',
} as const satisfies Partial<Record<ResolverClass, Word>>;

/** What the former servers gave is no news as long as the name is with them. */
const OF_THE_PAST: ReadonlySet<ResolverClass> = new Set([
  'old-cached',
  'old-delegation-cached',
  'stale-served',
  'other-answer',
]);

export function resolverNotes(states: readonly ResolverState[], sinkholed: FacetVerdict): readonly Note[] {
  const notes: Note[] = [];
  for (const { class: found, text, citations } of states) {
    if (text === undefined || !(found in WORD_OF)) continue;
    if (sinkholed === 'unmet' && OF_THE_PAST.has(found)) continue;
    notes.push({ word: WORD_OF[found as keyof typeof WORD_OF], text, citations });
  }
  return notes;
}
