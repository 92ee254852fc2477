// The words of a mail that has no plain text. No page is made of it: tags are left out, and what is in them is not looked at.

/** More than any note needs, and little enough for a page that was made to be slow. */
const LONGEST = 64 * 1024;
const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: ' ' };
const UNSEEN = /<(script|style|head)\b/gi;
const BREAKS = /^\/?(?:p|div|br|tr|li|h[1-6]|blockquote|table)\b/i;

export function textOfHtml(html: string): string {
  const page = withoutUnseen(html.slice(0, LONGEST));
  let text = '';
  for (let at = 0; at < page.length; ) {
    const open = page.indexOf('<', at);
    const close = open === -1 ? -1 : page.indexOf('>', open);
    text += page.slice(at, open === -1 ? page.length : open);
    // A tag that never ends hides what is behind it, as it does in a browser.
    if (close === -1) break;
    if (BREAKS.test(page.slice(open + 1, open + 16))) text += '\n';
    at = close + 1;
  }
  return text.replace(/&(\w{1,6});/g, (whole, name: string) => ENTITIES[name.toLowerCase()] ?? whole);
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
