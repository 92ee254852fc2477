// The marks of numbered clauses by depth: 1., (a), (i). Word numbers by itself in the same way; the other outputs ask here.

export function listMark(number: number, depth: number): string {
  if (depth === 0) return `${number}.`;
  return `(${depth === 1 ? letterMark(number) : roman(number)})`;
}

/** a … z, aa, ab … */
export function letterMark(number: number): string {
  let left = number;
  let made = '';
  while (left > 0) {
    made = String.fromCharCode(97 + ((left - 1) % 26)) + made;
    left = Math.floor((left - 1) / 26);
  }
  return made;
}

const ROMAN: readonly (readonly [number, string])[] = [
  [1000, 'm'],
  [900, 'cm'],
  [500, 'd'],
  [400, 'cd'],
  [100, 'c'],
  [90, 'xc'],
  [50, 'l'],
  [40, 'xl'],
  [10, 'x'],
  [9, 'ix'],
  [5, 'v'],
  [4, 'iv'],
  [1, 'i'],
];

function roman(number: number): string {
  let left = number;
  let made = '';
  for (const [value, mark] of ROMAN) {
    while (left >= value) {
      made += mark;
      left -= value;
    }
  }
  return made;
}
