// The words of HTML, such as a mail that has no plain text. No page is made of it: tags are left out, and what is in them is not
// looked at.

/** More than any note needs, and little enough for a page that was made to be slow. */
const LONGEST = 64 * 1024;

interface HtmlReading {
  readonly longest?: number;
  /** Lines end where the page has them, cells of a table among them, and not where its source has. */
  readonly asShown?: boolean;
}

const ENTITIES: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
  shy: '\u00ad',
};
const UNSEEN = /<(script|style|head)\b/gi;
const CELLS = /^\/?(?:td|th|pre|dt|dd|ul|ol|section|article|header|footer|hr)\b/i;
const BREAKS = /^\/?(?:p|div|br|tr|li|h[1-6]|blockquote|table)\b/i;

export function textOfHtml(html: string, { longest = LONGEST, asShown = false }: HtmlReading = {}): string {
  const page = withoutUnseen(html.slice(0, longest));
  let text = '';
  for (let at = 0; at < page.length; ) {
    const open = page.indexOf('<', at);
    const close = open === -1 ? -1 : page.indexOf('>', open);
    const words = page.slice(at, open === -1 ? page.length : open);
    text += asShown ? words.replace(/\s+/g, ' ') : words;
    // A tag that never ends hides what is behind it, as it does in a browser.
    if (close === -1) break;
    const tag = page.slice(open + 1, open + 16);
    if (BREAKS.test(tag) || (asShown && CELLS.test(tag))) text += '\n';
    at = close + 1;
  }
  return text.replace(/&(#x?[0-9a-f]{1,6}|\w{1,6});/gi, (whole, name: string) =>
    name.startsWith('#') ? numbered(name, whole) : (ENTITIES[name.toLowerCase()] ?? whole),
  );
}

function numbered(name: string, whole: string): string {
  const code = /^#x/i.test(name) ? Number.parseInt(name.slice(2), 16) : Number.parseInt(name.slice(1), 10);
  return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : whole;
}

function withoutUnseen(page: string): string {
  const folded = page.toLowerCase();
  let seen = '';
  let at = 0;
  for (const { index, 1: tag = '' } of page.matchAll(UNSEEN)) {
    if (index < at) continue;
    const end = folded.indexOf(`</${tag.toLowerCase()}`, index);
    seen += page.slice(at, index);
    at = end === -1 ? page.length : end;
  }
  return seen + page.slice(at);
}
