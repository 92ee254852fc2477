// A finding is made of its word, which says how grave it is, and one sentence.
import type { PrecheckFinding } from '../model/judged/precheck.ts';
import { PRECHECK_WORDS, type PrecheckWord } from './words.ts';

export function found(word: PrecheckWord, text: string, citations: readonly string[] = []): PrecheckFinding {
  return { word, severity: PRECHECK_WORDS[word].severity, text, citations };
}
