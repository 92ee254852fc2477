// The SHA-256 that names what a run has checked: over case.yaml and its schedules, each with its length, so that moving a
// line from one file to another makes another digest.
import { sha256OfAll } from '../model/sha256.ts';
import type { SourceText } from './source.ts';

export function digestOfSources(sources: readonly SourceText[]): string {
  return sha256OfAll(sources.flatMap(({ octets }) => [`${octets.length}\n`, octets]));
}
