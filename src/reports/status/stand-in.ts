// What stands in a kept row for a piece of JSON that many rows have around their name. JSON text has no control character: one,
// and two characters that spell a number, stand for what is before the name, the name, and what is behind it.

/** JSON text around a name. */
export interface Repeated {
  readonly before: string;
  readonly after: string;
}

/** With what a stand-in begins. */
export const MARK = '\u0001';

/** The two characters behind it stay within ASCII. */
const FIRST = 0x20;
const MANY = 0x7f - FIRST;

export interface StandIns {
  /** `undefined`: there are as many as can be told apart, and the text has to be written out. */
  take(text: Repeated): string | undefined;
  /** By number, what was stood in for so far. */
  repeated(): readonly Repeated[];
}

export function openStandIns(): StandIns {
  const repeated: Repeated[] = [];
  return {
    take(text) {
      const number = repeated.length;
      if (number === MANY * MANY) return undefined;
      repeated.push(text);
      return MARK + String.fromCharCode(FIRST + Math.floor(number / MANY), FIRST + (number % MANY));
    },
    repeated: () => repeated,
  };
}

/** The number that stands at the beginning of what follows a mark. */
export function numberIn(text: string): number {
  return (text.charCodeAt(0) - FIRST) * MANY + text.charCodeAt(1) - FIRST;
}

/** Without its mark. */
export const NUMBER_LENGTH = 2;
