// JSON from outside (RFC 8259), read strictly: a key given twice in one object is refused, since two readers could take
// two meanings from it, and so is nesting that no honest document has.

const DEEPEST = 32;

type JsonReading = { readonly ok: true; readonly value: unknown } | { readonly ok: false; readonly reason: string };

export function readJson(text: string): JsonReading {
  try {
    // First: the parser of the language needs long for what is nested a hundred thousand deep.
    const reason = flaw(text);
    return reason === undefined ? { ok: true, value: JSON.parse(text) } : { ok: false, reason };
  } catch (error) {
    return { ok: false, reason: error instanceof SyntaxError ? 'not JSON' : 'JSON that cannot be held' };
  }
}

/** Walks over text that may be no JSON: then whatever it says, or throws, is a reason to refuse it. */
function flaw(text: string): string | undefined {
  // Of an object the keys so far, of a list nothing.
  const open: (Set<string> | undefined)[] = [];
  for (let at = 0; at < text.length; at += 1) {
    const char = text[at];
    if (char === '{' || char === '[') open.push(char === '{' ? new Set() : undefined);
    else if (char === '}' || char === ']') open.pop();
    else if (char === '"') {
      const end = stringEnd(text, at);
      const key = isKey(text, end) ? String(JSON.parse(text.slice(at, end))) : undefined;
      if (key !== undefined && isAgain(open.at(-1), key)) return `the key "${key.slice(0, 40)}" is given twice`;
      at = end - 1;
    }
    if (open.length > DEEPEST) return `nested deeper than ${DEEPEST}`;
  }
  return undefined;
}

function isAgain(keys: Set<string> | undefined, key: string): boolean {
  const again = keys?.has(key) === true;
  keys?.add(key);
  return again;
}

/** The place behind the closing quote. */
function stringEnd(text: string, start: number): number {
  let at = start + 1;
  while (at < text.length && text[at] !== '"') at += text[at] === '\\' ? 2 : 1;
  return at + 1;
}

function isKey(text: string, end: number): boolean {
  let at = end;
  while (/\s/.test(text[at] ?? '')) at += 1;
  return text[at] === ':';
}

/** A member of an object from outside; never one that every object inherits. */
export function member(value: unknown, key: string): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return undefined;
  return Object.getOwnPropertyDescriptor(value, key)?.value;
}

/** Facts are written down for every name of every run: what is longer than any honest value counts as not stated. */
const LONGEST_TEXT = 1000;

/** A list from outside, which may be missing or something else. */
export function listIn(value: unknown, key: string): readonly unknown[] {
  const found = member(value, key);
  return Array.isArray(found) ? found : [];
}

/** The same where a server may give the one object without a list around it. */
export function itemsIn(value: unknown, key: string): readonly unknown[] {
  const found = member(value, key);
  return Array.isArray(found) ? found : typeof found === 'object' && found !== null ? [found] : [];
}

/** What servers put into a list where there is nothing. Anything else that cannot be read makes the list one of unknown length. */
export function isNothing(item: unknown): boolean {
  if (typeof item === 'string') return item.trim() === '';
  return item === null || item === undefined || (typeof item === 'object' && Object.keys(item).length === 0);
}

export function textIn(value: unknown, key: string): string | undefined {
  return asText(member(value, key));
}

export function asText(value: unknown): string | undefined {
  return typeof value === 'string' && value.length <= LONGEST_TEXT ? value : undefined;
}
