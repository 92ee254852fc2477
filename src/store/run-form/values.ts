// The lines of a run's head and foot, `key: value` each: valid YAML, and read here without a YAML parser, since a year of
// runs is opened for one status. A value is a plain word, an instant, a number, true or false, or JSON.
import { type Instant, parseInstant } from '../../model/instant.ts';
import { jsonLine, readObject } from '../disk/json-text.ts';

/** Words and file names that no YAML reader takes for anything but text. */
const PLAIN =
  /^(?!(?:true|false|null|yes|no|on|off|y|n)$)[a-z][\w./+-]*(?: [\w./+-]+)*$|^\d{8}T\d{6}Z[\w.-]+$|^\d{4}-\d\d-\d\dT[\d:.]+Z$/i;

export type Values = ReadonlyMap<string, unknown>;

export function formatValue(key: string, value: unknown): string {
  const text = typeof value === 'string' && PLAIN.test(value) ? value : jsonLine(value);
  return `${key}: ${text}\n`;
}

/** `undefined` where a line is no `key: value`, or a key comes twice. Comment lines are passed over. */
export function readValues(text: string): Values | undefined {
  const values = new Map<string, unknown>();
  for (const line of text.split('\n')) {
    if (line === '' || line.startsWith('#')) continue;
    const parts = /^([a-z][a-z0-9-]*): (.+)$/.exec(line);
    const [, key, written] = parts ?? [];
    if (key === undefined || written === undefined || values.has(key)) return undefined;
    const value = readValue(written);
    if (value === undefined) return undefined;
    values.set(key, value);
  }
  return values;
}

function readValue(written: string): unknown {
  if (written.startsWith('{')) return readObject(written);
  if (PLAIN.test(written)) return written;
  try {
    return JSON.parse(written);
  } catch {
    return undefined;
  }
}

export function textIn(values: Values, key: string): string | undefined {
  const value = values.get(key);
  return typeof value === 'string' ? value : undefined;
}

export function instantIn(values: Values, key: string): Instant | undefined {
  const text = textIn(values, key);
  return text === undefined ? undefined : parseInstant(text);
}
