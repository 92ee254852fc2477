// Pieces of sentences that every room makes alike: a list that is cut, a list with "and", a beginning, a number of things. How
// many of a list are shown is the affair of whoever shows it.

/** The first so many, then how many more: `a, b and 38 more`. */
export function firstFew(items: readonly string[], most: number, between = ', '): string {
  if (items.length <= most) return items.join(between);
  return `${items.slice(0, most).join(between)} and ${items.length - most} more`;
}

/** `a`, `a and b`, `a, b and c`: nothing is left out. */
export function andList(items: readonly string[]): string {
  if (items.length < 2) return items.join('');
  return `${items.slice(0, -1).join(', ')} and ${items.at(-1)}`;
}

export function upperFirst(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

export function lowerFirst(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}

/** `1 name`, `2 names` */
export function count(number: number, what: string): string {
  return `${number} ${what}${number === 1 ? '' : 's'}`;
}
