// The SHA-256 that names what a run has checked: over case.yaml and its schedules, each with its length, so that moving a
// line from one file to another makes another digest.
import { createHash } from 'node:crypto';
import type { SourceText } from './source.ts';

export function digestOfSources(sources: readonly SourceText[]): string {
  const hash = createHash('sha256');
  for (const { octets } of sources) hash.update(`${octets.length}\n`).update(octets);
  return hash.digest('hex');
}
