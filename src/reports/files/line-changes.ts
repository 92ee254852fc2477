// Two texts of one file, line by line: what has to be taken out and put in. The longest common part stays.
import type { LineChange } from './diff-text.ts';

/** Beyond this many pairs of lines the part between the first and the last difference is told as a whole. */
const PAIRS = 4_000_000;

export function lineChanges(before: string, after: string): readonly LineChange[] {
  const [old, fresh] = [linesOf(before), linesOf(after)];
  let start = 0;
  while (start < old.length && start < fresh.length && old[start] === fresh[start]) start += 1;
  let [oldEnd, freshEnd] = [old.length, fresh.length];
  while (oldEnd > start && freshEnd > start && old[oldEnd - 1] === fresh[freshEnd - 1]) {
    oldEnd -= 1;
    freshEnd -= 1;
  }
  return changesIn({ old: old.slice(start, oldEnd), fresh: fresh.slice(start, freshEnd), line: start + 1 });
}

function linesOf(text: string): readonly string[] {
  return text.match(/[^\n]*\n|[^\n]+$/g) ?? [];
}

interface Middle {
  readonly old: readonly string[];
  readonly fresh: readonly string[];
  /** Of the first old line. */
  readonly line: number;
}

function changesIn({ old, fresh, line }: Middle): readonly LineChange[] {
  const width = fresh.length + 1;
  const common = old.length * fresh.length > PAIRS ? undefined : commonLengths(old, fresh);
  const at = (i: number, j: number) => common?.[i * width + j] ?? 0;
  const changes: LineChange[] = [];
  let [i, j] = [0, 0];
  while (i < old.length || j < fresh.length) {
    const [before, after] = [old[i], fresh[j]];
    if (common !== undefined && before === after && before !== undefined) {
      i += 1;
      j += 1;
    } else if (before !== undefined && (after === undefined || at(i + 1, j) >= at(i, j + 1))) {
      changes.push({ line: line + i, before });
      i += 1;
    } else {
      changes.push({ line: line + i, ...(after === undefined ? {} : { after }) });
      j += 1;
    }
  }
  return changes;
}

/** By position in both: how many lines the rest of the one has in common with the rest of the other. */
function commonLengths(old: readonly string[], fresh: readonly string[]): Uint32Array {
  const width = fresh.length + 1;
  const lengths = new Uint32Array((old.length + 1) * width);
  for (let i = old.length - 1; i >= 0; i -= 1) {
    for (let j = fresh.length - 1; j >= 0; j -= 1) {
      const [down, right] = [lengths[(i + 1) * width + j] ?? 0, lengths[i * width + j + 1] ?? 0];
      const both = 1 + (lengths[(i + 1) * width + j + 1] ?? 0);
      lengths[i * width + j] = old[i] === fresh[j] ? both : Math.max(down, right);
    }
  }
  return lengths;
}
