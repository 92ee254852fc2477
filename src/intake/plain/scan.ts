// One pass over the octets of a list: where each line begins and ends, and whether it is written as a name is, without a letter
// or a blank too many. A million lines pass here, so nothing is made of one that is not asked for.

/** What the octets of a line come to. Small letters only, at least two labels, a last label of letters. */
type Looks = 'name' | 'nothing' | 'other';

export interface Line {
  looks: Looks;
  /** Counted from 1. */
  number: number;
  start: number;
  /** Behind the last octet, without the line break. */
  end: number;
  /** Where the last label begins, of a name. */
  top: number;
  /** Of its octets (FNV-1a, 32 bits). */
  hash: number;
}

const [FEED, RETURN, SPACE, TAB, HASH, DOT, HYPHEN, UNDERSCORE] = [10, 13, 32, 9, 35, 46, 45, 95];
const LONGEST_LABEL = 63;
const LONGEST_NAME = 253;
const FNV_PRIME = 0x01000193;
const FNV_START = 0x811c9dc5;

/** The same object again and again: whoever keeps something of it copies it. */
export function* linesOf(octets: Uint8Array): Generator<Line> {
  const line: Line = { looks: 'nothing', number: 0, start: 0, end: 0, top: 0, hash: 0 };
  for (let start = 0; start < octets.length; ) {
    const feed = octets.indexOf(FEED, start);
    const next = feed === -1 ? octets.length : feed;
    line.number += 1;
    line.start = start;
    line.end = feed !== -1 && next > start && octets[next - 1] === RETURN ? next - 1 : next;
    look(octets, line);
    yield line;
    start = next + 1;
  }
}

function look(octets: Uint8Array, line: Line): void {
  const { start, end } = line;
  if (isNothing(octets, start, end)) line.looks = 'nothing';
  else line.looks = end - start <= LONGEST_NAME && isName(octets, line) ? 'name' : 'other';
}

/** Marks with which nothing is a name, an address or a word in brackets: `" # ' , - ; _` and the blanks. */
const QUIET = new Set([SPACE, TAB, 34, HASH, 39, 44, HYPHEN, 59, UNDERSCORE]);

/** Blank, or a comment in which nothing could be taken for a name or for the number of an entry. */
function isNothing(octets: Uint8Array, start: number, end: number): boolean {
  const comment = octets[start] === HASH;
  let numbered = comment;
  for (let at = start; at < end; at += 1) {
    const octet = octets[at] ?? 0;
    if (octet === SPACE || octet === TAB) continue;
    if (!comment || (numbered && isFigure(octet))) return false;
    if (octet !== HASH) numbered = false;
    if (!QUIET.has(octet) && !isFigure(octet) && !isLetter(octet | 32)) return false;
  }
  return true;
}

function isName(octets: Uint8Array, line: Line): boolean {
  const { start, end } = line;
  let hash = FNV_START;
  let label = start;
  let labels = 1;
  let numbered = true;
  let letters = true;
  for (let at = start; at < end; at += 1) {
    const octet = octets[at] ?? 0;
    hash = Math.imul(hash ^ octet, FNV_PRIME);
    if (octet === DOT) {
      if (!isWholeLabel(octets, label, at)) return false;
      if (labels === 1) numbered = areFigures(octets, start, at);
      labels += 1;
      label = at + 1;
      letters = true;
    } else if (isFigure(octet) || octet === HYPHEN || octet === UNDERSCORE) letters = false;
    else if (!isLetter(octet)) return false;
  }
  // "12.evil.example" may be the twelfth entry.
  if (numbered && labels > 2) return false;
  line.top = label;
  line.hash = hash >>> 0;
  return labels > 1 && letters && isWholeLabel(octets, label, end);
}

/** Of a name that does not stand in the octets: what `hash` would be. */
export function hashOf(name: Uint8Array): number {
  let hash = FNV_START;
  for (const octet of name) hash = Math.imul(hash ^ octet, FNV_PRIME);
  return hash >>> 0;
}

/** Neither empty nor too long, no hyphen at its ends, and not in the form of another writing. */
function isWholeLabel(octets: Uint8Array, start: number, end: number): boolean {
  if (end <= start || end - start > LONGEST_LABEL) return false;
  if (octets[start] === HYPHEN || octets[end - 1] === HYPHEN) return false;
  return !(
    octets[start + 2] === HYPHEN &&
    octets[start + 3] === HYPHEN &&
    octets[start] === 120 &&
    octets[start + 1] === 110
  );
}

function areFigures(octets: Uint8Array, start: number, end: number): boolean {
  for (let at = start; at < end; at += 1) if (!isFigure(octets[at] ?? 0)) return false;
  return true;
}

function isFigure(octet: number): boolean {
  return octet >= 48 && octet <= 57;
}

function isLetter(octet: number): boolean {
  return octet >= 97 && octet <= 122;
}
