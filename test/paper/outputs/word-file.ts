// Looks into a Word file without Word: its entries, whether each is well-formed XML, and its words in their order.
import { strFromU8, unzipSync } from 'fflate';

export function entriesOf(octets: Uint8Array): Readonly<Record<string, string>> {
  const entries = Object.entries(unzipSync(octets)).filter(([path]) => /\.(xml|rels)$/.test(path));
  return Object.fromEntries(entries.map(([path, entry]) => [path, strFromU8(entry)]));
}

/** Paragraphs of the main part, a tab for each tab. */
export function wordsOf(octets: Uint8Array): readonly string[] {
  const xml = entriesOf(octets)['word/document.xml'] ?? '';
  return xml.split('</w:p>').map((paragraph) =>
    [...paragraph.matchAll(/<w:t(?: [^>]*)?>([^<]*)<\/w:t>|<w:tab\/>/g)]
      .map(([whole, text]) => text ?? (whole === '<w:tab/>' ? '\t' : ''))
      .join('')
      .replaceAll('&lt;', '<')
      .replaceAll('&gt;', '>')
      .replaceAll('&quot;', '"')
      .replaceAll('&apos;', "'")
      .replaceAll('&amp;', '&'),
  );
}

/** `undefined`: well-formed, as far as nesting, attributes and characters go (XML 1.0, sections 2.2 and 3). */
export function mistakeIn(xml: string): string | undefined {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for
  const strange = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|\p{Surrogate}/u.exec(xml);
  if (strange !== null) return `a character that XML has not, at ${strange.index}`;
  const open: string[] = [];
  let rest = xml.replace(/^<\?xml[^>]*\?>/, '');
  while (rest !== '') {
    const text = /^[^<&]*(?:&(?:lt|gt|amp|quot|apos|#\d+|#x[0-9a-f]+);[^<&]*)*/i.exec(rest)?.[0] ?? '';
    rest = rest.slice(text.length);
    if (rest === '') break;
    const tag = /^<(\/?)([\w:.-]+)((?:\s+[\w:.-]+="[^"<]*")*)\s*(\/?)>/.exec(rest);
    if (tag === null) return `no tag and no text: ${rest.slice(0, 60)}`;
    const [whole, closes, name = '', , empty] = tag;
    if (closes === '/' && open.pop() !== name) return `</${name}> closes nothing`;
    if (closes === '' && empty === '') open.push(name);
    rest = rest.slice(whole.length);
  }
  return open.length === 0 ? undefined : `<${open.at(-1)}> is not closed`;
}
