// Files of the record that are not as they were written: noted, shown, and never used.
import type { DamagedFile } from '../../model/judged/record.ts';

/** Each file once, with what was noticed first. */
export function noteDamage(damaged: DamagedFile[], { file }: { readonly file: string }, reason: string): void {
  if (!damaged.some((one) => one.file === file)) damaged.push({ file, reason });
}
