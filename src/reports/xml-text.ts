// Text from outside inside XML: without what XML 1.0 cannot hold, and with its markup as entities.
import { drop } from '../model/text/harmless.ts';

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** Control characters have no form at all there, not even as references, and neither have U+FFFE and U+FFFF. */
export function xmlText(text: string): string {
  // Nearly all text is plain, and this test is far quicker than the replacements.
  if (PLAIN.test(text)) return text;
  return drop(text)
    .replace(/[\ufffe\uffff]/g, '')
    .replace(/[&<>"]/g, (character) => ENTITIES[character] ?? '');
}

const PLAIN = /^[ !#-%'-;=?-~]*$/;
