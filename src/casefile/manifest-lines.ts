// The quick way to read a manifest that is exactly as the program wrote it: line by line, without a library for YAML. A case
// has a manifest for every letter, and a status screen reads them all. Whatever is not as written is left to the slow way.

/** `undefined`: not one of ours. */
export function manifestLines(text: string): Readonly<Record<string, unknown>> | undefined {
  const found: Record<string, unknown> = {};
  let list: unknown[] | undefined;
  let block: Record<string, unknown> | undefined;
  try {
    for (const line of text.split('\n').slice(0, -1)) {
      if (line.startsWith('- ') && list !== undefined) list.push(read(line.slice(2)));
      else {
        const inside = line.startsWith('  ');
        const at = line.indexOf(':');
        const target = inside ? block : found;
        const key = line.slice(inside ? 2 : 0, at);
        if (target === undefined || !KEY.test(key) || key in target) return undefined;
        if (line.length > at + 1) target[key] = read(line.slice(at + 2));
        else if (inside) return undefined;
        else [list, block] = opened(found, key);
      }
    }
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
  return found;
}

const KEY = /^[a-z][a-z0-9-]*$/;

/** The one key whose lines are items; below every other one are keys of its own. */
const LISTS = new Set(['names', 'files']);

function opened(
  found: Record<string, unknown>,
  key: string,
): [unknown[] | undefined, Record<string, unknown> | undefined] {
  if (LISTS.has(key)) {
    const list: unknown[] = [];
    found[key] = list;
    return [list, undefined];
  }
  const block: Record<string, unknown> = {};
  found[key] = block;
  return [undefined, block];
}

/** What is no JSON is a text without quotes. */
function read(written: string): unknown {
  return /^["[{]|^(?:true|false|\d+)$/.test(written) ? JSON.parse(written) : written;
}
