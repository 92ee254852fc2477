// Labels written from right to left (RFC 5893 section 2). JavaScript knows no directions of characters; of those that IDNA 2008
// allows at all, blocks and categories tell them. Held against Unicode 15 for every allowed character.

type Direction = 'left' | 'right' | 'figure' | 'arabic-figure' | 'mark' | 'neutral';

const RIGHT = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufeff\u{10800}-\u{10fff}\u{1e800}-\u{1efff}]/u;
/** Joiners, and some letters that stand between others, have no direction. */
const NEUTRAL = /[-\u00b7\u02b9\u02ba\u02c2-\u02cf\u02ec\u0375\ua67f\ua717-\ua71f\ua788\u30fb]|\u200c|\u200d/u;

function directionOf(char: string): Direction {
  if (/[0-9\u06f0-\u06f9]/.test(char)) return 'figure';
  if (/[\u0660-\u0669\u{10d30}-\u{10d39}]/u.test(char)) return 'arabic-figure';
  if (/\p{Mn}/u.test(char)) return 'mark';
  if (NEUTRAL.test(char)) return 'neutral';
  return RIGHT.test(char) ? 'right' : 'left';
}

/** Whether a label that has letters from right to left keeps the rule; one without them always does. */
export function keepsDirection(label: string): boolean {
  if (!RIGHT.test(label)) return true;
  const directions = [...label].map(directionOf);
  if (!directions.some((one) => one === 'right' || one === 'arabic-figure')) return true;
  const last = directions.findLast((one) => one !== 'mark');
  return (
    directions[0] === 'right' &&
    !directions.includes('left') &&
    (last === 'right' || last === 'figure' || last === 'arabic-figure') &&
    !(directions.includes('figure') && directions.includes('arabic-figure'))
  );
}
