// Lists whose numbers stand against their entries, "10.evil.example" below "9. bad.example": a run of lines that count on, some of
// which have a blank behind the number, is numbered throughout. By itself such a number may be a label of the name.
import type { PlacedLine } from '../placed.ts';

const NUMBER = /^\s*(\d{1,5})([.)])(\s*)(?=\S)/;
/** So many entries with a blank make a numbered list. */
const PLAINLY = 3;

/** The lines with a blank behind the number, where it surely is one. */
export function withNumbersApart(lines: readonly PlacedLine[]): readonly PlacedLine[] {
  const apart = new Set<PlacedLine>();
  let run: { readonly line: PlacedLine; readonly number: number; readonly plain: boolean }[] = [];
  const close = () => {
    const plainly = run.filter(({ plain }) => plain).length;
    if (plainly >= PLAINLY && plainly < run.length) for (const { line, plain } of run) if (!plain) apart.add(line);
    run = [];
  };
  for (const line of lines) {
    if (line.kind !== 'line') continue;
    const [, figures, , blank = ''] = NUMBER.exec(line.text) ?? [];
    // A line without a number may be the rest of an entry.
    if (figures === undefined) continue;
    const number = Number(figures);
    if (number !== (run.at(-1)?.number ?? 0) + 1) close();
    run.push({ line, number, plain: blank !== '' });
  }
  close();
  if (apart.size === 0) return lines;
  return lines.map((line) => (apart.has(line) ? { ...line, text: line.text.replace(NUMBER, '$1$2 ') } : line));
}
