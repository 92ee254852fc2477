// The quick way to read a manifest that is exactly as the program wrote it: line by line, without a library for YAML. A case
// has a manifest for every letter, and a status screen reads them all. Whatever is not as written is left to the slow way.

type Values = Record<string, unknown>;

/** `undefined`: not one of ours. */
export function manifestLines(text: string): Readonly<Values> | undefined {
  const manifest: Manifest = { found: {} };
  try {
    const ours = text
      .split('\n')
      .slice(0, -1)
      .every((line) => take(manifest, line));
    return ours ? manifest.found : undefined;
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

interface Manifest {
  readonly found: Values;
  /** What the key above is: lines below it are items of the one, or keys of the other. */
  list?: unknown[] | undefined;
  block?: Values | undefined;
}

const ITEM = '- ';
const INDENT = '  ';
/** A key, and what stands behind it on its line. */
const PAIR = /^([a-z][a-z0-9-]*):(?: ([\s\S]+))?$/;

/** False for a line that is not one of ours. */
function take(manifest: Manifest, line: string): boolean {
  const { found, list, block } = manifest;
  if (line.startsWith(ITEM)) {
    list?.push(read(line.slice(ITEM.length)));
    return list !== undefined;
  }
  const inside = line.startsWith(INDENT);
  const target = inside ? block : found;
  const [, key, written] = PAIR.exec(inside ? line.slice(INDENT.length) : line) ?? [];
  if (target === undefined || key === undefined || key in target) return false;
  if (written !== undefined) target[key] = read(written);
  else if (inside) return false;
  else open(manifest, key);
  return true;
}

/** The keys whose lines are items; below every other one are keys of its own. */
const LISTS = new Set(['names', 'files']);

function open(manifest: Manifest, key: string): void {
  const isList = LISTS.has(key);
  manifest.list = isList ? [] : undefined;
  manifest.block = isList ? undefined : {};
  manifest.found[key] = manifest.list ?? manifest.block;
}

/** What is no JSON is a text without quotes. */
function read(written: string): unknown {
  return /^["[{]|^(?:true|false|\d+)$/.test(written) ? JSON.parse(written) : written;
}
