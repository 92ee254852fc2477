// A piece of YAML that is to become a part of a case file: its text without what belongs to a file of its own, and the keys
// that it has. What they say is checked where they come to stand.
import type { Checked } from '../model/problem.ts';
import { problem } from './problems.ts';
import { readText, type SourceText } from './source.ts';
import { CASE_LIMITS, compose } from './yaml/document.ts';
import { isHolder, treeOf } from './yaml/tree.ts';

interface WrittenKeys {
  readonly text: string;
  /** By key: its text, where it is one; otherwise an empty one. */
  readonly keys: ReadonlyMap<string, string>;
}

export function writtenKeys(source: SourceText): Checked<WrittenKeys> {
  const text = readText(source, CASE_LIMITS.octets);
  if (!text.ok) return text;
  const composed = compose(text.value, CASE_LIMITS);
  if (!composed.ok) return { ok: false, problems: composed.problems };
  const tree = treeOf(text.value, composed.document.contents);
  const value = tree.value;
  if (!isHolder(value) || Array.isArray(value)) {
    const message = `${source.file} has to hold one order: keys with values, as below "orders" of a case file.`;
    return { ok: false, problems: [problem('wrong-type', message, { place: text.value.place(0) })] };
  }
  const keys = Object.entries(value).map(([key, said]) => [key, typeof said === 'string' ? said : ''] as const);
  const plain = text.value.text.replaceAll('\r\n', '\n').replace(/^---[ ]*\n/m, '');
  return { ok: true, value: { text: plain, keys: new Map(keys) }, problems: [] };
}
