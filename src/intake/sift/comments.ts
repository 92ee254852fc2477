// Comments at the end of a list's lines, as schedules have them: what stands behind `#` is no part of the list, and is kept apart.
import type { DocumentText, PlacedLine } from '../placed.ts';

/** `#` and a number would be an entry's number. */
const COMMENT = /\s#(?!\s*\d+[.)]?\s).*$/;

export function withoutComments({ lines, format }: DocumentText): readonly PlacedLine[] {
  if (format !== 'text' || !lines.some(({ text }) => text.includes(' #') || text.includes('\t#'))) return lines;
  return lines.flatMap((line): readonly PlacedLine[] => {
    const said = line.kind === 'line' ? COMMENT.exec(line.text)?.[0] : undefined;
    if (said === undefined) return [line];
    const { block: _, end: __, ...rest } = line;
    const comment: PlacedLine = { ...rest, text: said.trim(), kind: 'furniture', what: 'comment' };
    return [{ ...line, text: line.text.slice(0, -said.length) }, comment];
  });
}
