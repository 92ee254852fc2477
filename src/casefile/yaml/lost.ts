// Which places of a file were left out. What does not stand in the rest may have stood there, so a rule that misses
// something asks here first: unknown is not absent.
import type { Path } from './tree.ts';

/** A step of a path that stands for every key or item. */
export const ANY = Symbol('any');

export interface Lost {
  note(path: Path): void;
  /** Whether the place itself, or something around it, was left out. */
  at(path: Path): boolean;
  /** The same, or something inside it. */
  touches(path: Path): boolean;
}

interface Branch {
  gone: boolean;
  readonly below: Map<string, Branch>;
}

export function nothingLost(): Lost {
  const root: Branch = { gone: false, below: new Map() };
  return {
    note(path) {
      let branch = root;
      for (const step of path) {
        const next = branch.below.get(String(step)) ?? { gone: false, below: new Map() };
        branch.below.set(String(step), next);
        branch = next;
      }
      branch.gone = true;
    },
    at: (path) => ends(root, path).some(({ gone }) => gone),
    touches: (path) => ends(root, path).some(({ gone, below }) => gone || below.size > 0),
  };
}

/** Where the path leads: to its end, or to what is gone before it. Every branch leads to something that is gone. */
function ends(root: Branch, path: Path): readonly Branch[] {
  return path.reduce<readonly Branch[]>(
    (branches, step) => branches.flatMap((branch) => (branch.gone ? [branch] : next(branch, step))),
    [root],
  );
}

function next({ below }: Branch, step: PropertyKey): readonly Branch[] {
  if (step === ANY) return [...below.values()];
  const branch = below.get(String(step));
  return branch === undefined ? [] : [branch];
}
