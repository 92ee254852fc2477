// A tag that stands alone on its line leaves no empty line behind, which would end a list or a table of the letter; a piece
// that is taken in keeps its line. The end of
// the line and the blanks before the tag are moved into the tag, where they mean nothing: every place stays what it was.

const ALONE = /^([ \t]*)(\{%-?)((?!\s*render\b)(?:(?!%\}|\{%).)*?)(-?%\})([ \t]*)(\n|$(?![\s\S]))/gm;

export function standalone(text: string): string {
  return text.replace(
    ALONE,
    (_, before: string, open: string, inside: string, close: string, after: string, end: string) =>
      `${open}${before}${inside}${after}${end}${close}`,
  );
}
