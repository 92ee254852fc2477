// What a text report is drawn on: colours that are handed in, the width of the terminal, and whether only ASCII may be
// drawn. No report decides any of this by itself, and no meaning hangs on a colour.

export interface Paint {
  good(text: string): string;
  bad(text: string): string;
  doubt(text: string): string;
  dim(text: string): string;
  bold(text: string): string;
}

export interface Surface {
  /** Columns of the terminal; absent when piped, and then nothing is cut. */
  readonly width: number | undefined;
  readonly paint: Paint;
  readonly ascii?: boolean;
}

const same = (text: string): string => text;

export const PLAIN: Paint = { good: same, bad: same, doubt: same, dim: same, bold: same };

const ASCII_FOR: Readonly<Record<string, string>> = {
  '·': '-',
  '…': '~',
  '–': '-',
  '—': '-',
  '→': '>',
  '’': "'",
  '‘': "'",
  '“': '"',
  '”': '"',
  '␛': '^',
  '⏎': '/',
};

/** The last step of every report: our own typography in ASCII where asked, each character for one of the same width. */
export function* finished(lines: Iterable<string>, surface: Surface): Iterable<string> {
  for (const line of lines) {
    const trimmed = line.trimEnd();
    yield surface.ascii === true ? trimmed.replace(/[·…–—→’‘“”␛⏎]/g, (sign) => ASCII_FOR[sign] ?? sign) : trimmed;
  }
}
