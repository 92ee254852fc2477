// `-o FILE`: where a document goes, and in which format: the one that a flag names, or the one of the file's ending. And the
// writing of it, which may fail for reasons that are no bug.
import { extname } from 'node:path';
import { TakedownError } from '../../model/takedown-error.ts';
import { show } from '../../model/text/harmless.ts';
import { writeWhole, writeWholeFrom } from '../../store/disk/asked-files.ts';
import type { Pieces } from '../../store/disk/blocks.ts';
import { isCode } from '../../store/disk/files.ts';
import { WHY_NOT } from '../disk.ts';

interface OutputQuestion<Format extends string> {
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

interface Place {
  readonly file: string;
  /** The working folder. */
  readonly from: string;
}

export function writeOutput({ file, from }: Place, text: string): void {
  try {
    writeWhole(file, from, text);
  } catch (cause) {
    throw notWritten(file, cause);
  }
}

/** The same of a document that comes in pieces and need not fit into memory. */
export async function writePieces({ file, from }: Place, pieces: Pieces): Promise<void> {
  try {
    await writeWholeFrom(file, from, pieces);
  } catch (cause) {
    throw notWritten(file, cause);
  }
}

/** What is no refusal of the disk stays what it is. */
function notWritten(file: string, cause: unknown): unknown {
  const code = Object.keys(WHY_NOT).find((one) => isCode(cause, one));
  if (code === undefined) return cause;
  return new TakedownError('failed', {
    code: 'not-written',
    message: `${show(file)} cannot be written: ${WHY_NOT[code]}.`,
    cause,
  });
}

function misuse(code: string, message: string, hint: string): TakedownError {
  return new TakedownError('use', { code, message, hint });
}
