// Programs that people open our documents with, and whether they are to be tried here: TAKEDOWN_LAB=1 asks for them.
import { spawnSync } from 'node:child_process';

export interface Readers {
  readonly asked: boolean;
  readonly missing: readonly string[];
  /** Why they are left out, where they are. */
  readonly reason: string;
}

/** `besides`: what else they need, by name, with whether it is there. */
export function readersHere(programs: readonly string[], besides: Readonly<Record<string, boolean>> = {}): Readers {
  const asked = process.env['TAKEDOWN_LAB'] === '1';
  const missing = [
    ...programs.filter((name) => spawnSync('sh', ['-c', `command -v ${name}`]).status !== 0),
    ...Object.keys(besides).filter((name) => besides[name] !== true),
  ];
  return { asked, missing, reason: asked ? `not installed: ${missing.join(', ')}` : 'TAKEDOWN_LAB=1 asks for it' };
}
