// JSON as the files of a run hold it: one line, ASCII only, so that no control, bidi or invisible character of an answer
// reaches a terminal or a diff through them, every line is YAML 1.2 too, and octets are characters when it is read back.

/** Everything outside printable ASCII; JSON escapes the controls below a blank by itself. */
const BEYOND_ASCII = /[\u007f-\uffff]/g;

export function jsonLine(value: unknown): string {
  return JSON.stringify(value).replace(BEYOND_ASCII, escaped);
}

function escaped(character: string): string {
  return `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
}

/** The same text for equal values, whatever the order of their keys; without the keys left out, at any depth. */
export function canonicalJson(value: unknown, leftOut: ReadonlySet<string>): string {
  if (Array.isArray(value)) return `[${value.map((item) => canonicalJson(item, leftOut)).join(',')}]`;
  if (!isRecord(value)) return JSON.stringify(value);
  let text = '';
  for (const key of Object.keys(value).sort()) {
    if (value[key] === undefined || leftOut.has(key)) continue;
    text += `${text === '' ? '' : ','}${JSON.stringify(key)}:${canonicalJson(value[key], leftOut)}`;
  }
  return `{${text}}`;
}

/** The value of one line, or `undefined` where it is no JSON object. */
export function readObject(text: string): Readonly<Record<string, unknown>> | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return isRecord(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

export function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

export function isCount(value: unknown): value is number {
  return typeof value === 'number' && Number.isSafeInteger(value) && value >= 0;
}

/** A string of its own, of ASCII: a part of a larger one would keep the whole of that in memory. */
export function copyOf(text: string): string {
  return Buffer.from(text, 'latin1').toString('latin1');
}
