// A line of which anybody may leave: first come first at its head, whoever leaves in the middle costs nothing. A Set keeps the
// same order, but finding its first one walks over all the places of those who have left.

export interface Standing<T> {
  before?: T | undefined;
  behind?: T | undefined;
  inLine?: boolean;
}

export interface Line<T extends Standing<T>> {
  join(one: T): void;
  /** False when it did not stand here. */
  leave(one: T): boolean;
  head(): T | undefined;
  length(): number;
}

export function openLine<T extends Standing<T>>(): Line<T> {
  let head: T | undefined;
  let tail: T | undefined;
  let length = 0;
  return {
    join(one) {
      one.before = tail;
      one.behind = undefined;
      one.inLine = true;
      if (tail === undefined) head = one;
      else tail.behind = one;
      tail = one;
      length += 1;
    },
    leave(one) {
      if (one.inLine !== true) return false;
      const { before, behind } = one;
      if (before === undefined) head = behind;
      else before.behind = behind;
      if (behind === undefined) tail = before;
      else behind.before = before;
      one.before = undefined;
      one.behind = undefined;
      one.inLine = false;
      length -= 1;
      return true;
    },
    head: () => head,
    length: () => length,
  };
}
