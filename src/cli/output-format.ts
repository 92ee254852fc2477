// `-o FILE`: where a document goes, and in which format: the one that a flag names, or the one of the file's ending. And the
// writing of it, which may fail for reasons that are no bug.
import { extname } from 'node:path';
import { show } from '../model/harmless.ts';
import { TakedownError } from '../model/takedown-error.ts';
import { isCode, writeWhole } from '../store/files.ts';
import { WHY_NOT } from './disk.ts';

export interface OutputQuestion<Format extends string> {
  /** What was typed after -o. */
  readonly output: unknown;
  /** Formats that have a flag, and whether it was typed. */
  readonly flags: Readonly<Partial<Record<Format, boolean>>>;
  /** By ending, with the dot. */
  readonly formats: Readonly<Record<string, Format>>;
  readonly otherwise: Format;
}

export interface OutputMeant<Format extends string> {
  readonly format: Format;
  /** Absent: standard output. */
  readonly file?: string;
}

export function formatIn<Format extends string>(question: OutputQuestion<Format>): OutputMeant<Format> {
  const { output, flags, formats, otherwise } = question;
  const known = Object.values(formats).filter((format, at, all) => all.indexOf(format) === at);
  const [flagged, second] = known.filter((format) => flags[format] === true);
  if (second !== undefined)
    throw misuse('two-formats', `--${flagged} and --${second} cannot both be meant.`, 'Leave one of them out.');
  if (typeof output !== 'string' || output === '-') return { format: flagged ?? otherwise };
  const format = flagged ?? formats[extname(output).toLowerCase()];
  if (format === undefined)
    throw misuse(
      'unknown-ending',
      `-o "${show(output)}" does not say which format.`,
      `Endings: ${Object.keys(formats).join(', ')}.`,
    );
  return { format, file: output };
}

/** `from`: the working folder. */
export function writeOutput({ file, from }: { readonly file: string; readonly from: string }, text: string): void {
  try {
    writeWhole(file, from, text);
  } catch (cause) {
    const code = Object.keys(WHY_NOT).find((one) => isCode(cause, one));
    if (code === undefined) throw cause;
    throw new TakedownError('failed', {
      code: 'not-written',
      message: `${show(file)} cannot be written: ${WHY_NOT[code]}.`,
      cause,
    });
  }
}

function misuse(code: string, message: string, hint: string): TakedownError {
  return new TakedownError('use', { code, message, hint });
}
