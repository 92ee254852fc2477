// Which pieces a text takes in, and those in turn: for the digest of a template and for the check of its words.
import { byCodeUnit } from '../../model/name.ts';
import type { TemplateSet } from './template.ts';

const RENDER = /\{%-?\s*render\s+(["'])(.*?)\1/g;

/** Names of the pieces that exist, in the order of their names; one that is missing is told when the template is filled. */
export function partialsReached(text: string, partials: TemplateSet['partials']): readonly string[] {
  const reached = new Set<string>();
  const open = [text];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    for (const [, , name = ''] of next.matchAll(RENDER)) {
      const partial = Object.hasOwn(partials, name) ? partials[name] : undefined;
      if (partial === undefined || reached.has(name)) continue;
      reached.add(name);
      open.push(partial.text);
    }
  }
  return [...reached].sort(byCodeUnit);
}
