// The questions of an import: one key and Enter each. What was answered stays answered when somebody stops in the middle.
import type { ImportedDoubt } from '../../reports/import/report.ts';
import type { Answer } from '../import/decisions.ts';
import { isInterruption, promptUntil } from './prompts.ts';

/** `stop`: by its key. `interrupted`: by Ctrl-C. */
export type Said =
  | Answer
  | { readonly kind: 'rest' }
  | { readonly kind: 'back' }
  | { readonly kind: 'stop' }
  | { readonly kind: 'interrupted' };

const KEYS = ['2', '3', '4', '5', '6', '7', '8', '9'] as const;
type Key = (typeof KEYS)[number] | 'a' | 'j' | 'n' | 'd' | 's' | 'r' | 'b' | 'q';

export async function askAbout(doubt: ImportedDoubt, title: string, signal: AbortSignal): Promise<Said> {
  const offered = keyed(doubt);
  const choices = [
    ...offered.map(({ key, name, how }) => ({ key, name: `${name} (${how})`, value: `take ${name}` })),
    { key: 'd' as const, name: 'drop it: no name of the order', value: 'drop' },
    { key: 's' as const, name: 'leave it for later', value: 'skip' },
    { key: 'r' as const, name: 'take this and all the rest of its kind as printed', value: 'rest' },
    { key: 'b' as const, name: 'back to the one before', value: 'back' },
    { key: 'q' as const, name: 'stop here; answers are kept, nothing is written', value: 'stop' },
  ];
  try {
    const question = { type: 'expand', name: 'said', message: title, choices, default: 's' } as const;
    const { said } = await promptUntil(signal)<{ said: string }>([question], {});
    const name = doubt.candidates.find((one) => said === `take ${one.name}`)?.name;
    if (name !== undefined) return { kind: 'take', name };
    return said === 'drop' || said === 'skip' || said === 'rest' || said === 'back' ? { kind: said } : { kind: 'stop' };
  } catch (error) {
    if (isInterruption(error)) return { kind: 'interrupted' };
    throw error;
  }
}

/** What each key means, to stand above the question. */
export function keyWords(doubt: ImportedDoubt): string {
  const offered = keyed(doubt).map(({ key, how }) => `${key} ${how}`);
  return [...offered, 'd drop', 's later', 'r rest', 'b back', 'q stop'].join(' · ');
}

/** `a` as printed, `j` joined, `n` joined without the hyphen; what is left gets figures. */
function keyed({ candidates }: ImportedDoubt) {
  const free: Key[] = [...KEYS];
  const taken = new Set<Key>();
  return candidates.flatMap(({ name, how }, at) => {
    const wish: Key = how === 'joined' ? 'j' : how === 'joined without the hyphen' ? 'n' : 'a';
    const key = taken.has(wish) || (wish === 'a' && at > 0 && how !== 'as printed') ? free.shift() : wish;
    if (key === undefined) return [];
    taken.add(key);
    return [{ key, name, how }];
  });
}
