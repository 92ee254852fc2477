// Values as YAML on one line. Whatever any YAML reader might take for something else than a text is put in quotes, and
// what a screen would not show is escaped, so that a line means the same to every reader and to every eye.

/** A word that stays a text for every reader, YAML 1.1 included. */
const PLAIN = /^[A-Za-z][A-Za-z0-9 ._()/@+-]*$/;
const INSTANT = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?Z$/;
const TRAP = /^(?:y|n|yes|no|on|off|true|false|null|nan|inf)$/i;

/** Controls, line separators and everything invisible that JSON leaves as it is. */
const UNSEEN = /[\u007f-\u009f\u00ad\u061c\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff]/g;

export function flowText(value: unknown): string {
  if (typeof value === 'string') return textForm(value);
  if (Array.isArray(value)) return `[${value.map(flowText).join(', ')}]`;
  if (typeof value !== 'object' || value === null) return String(value);
  const pairs = Object.entries(value).filter(([, member]) => member !== undefined);
  return pairs.length === 0
    ? '{}'
    : `{ ${pairs.map(([key, member]) => `${textForm(key)}: ${flowText(member)}`).join(', ')} }`;
}

export function textForm(text: string): string {
  const plain = (PLAIN.test(text) && !TRAP.test(text) && !text.endsWith(' ')) || INSTANT.test(text);
  return plain ? text : quotedForm(text);
}

/** In double quotes; JSON's escapes are YAML's too. */
export function quotedForm(text: string): string {
  return jsonForm(text);
}

/** Any value as JSON, which is YAML too. */
export function jsonForm(value: unknown): string {
  return JSON.stringify(value).replace(UNSEEN, (letter) => `\\u${letter.charCodeAt(0).toString(16).padStart(4, '0')}`);
}
