// What only a person can say and has not said: marked so that nobody reads over it.
export function blank(what: string): string {
  return `[BLANK: ${what}]`;
}
