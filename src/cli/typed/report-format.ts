// In which format a report is written, and where to: by `--format`, by the ending of the file, or as text for a person.
import { nearest } from '../../casefile/nearest.ts';
import { TakedownError } from '../../model/takedown-error.ts';
import { show } from '../../model/text/harmless.ts';
import { type ReportFormat, reportFormats } from '../../reports/formats/index.ts';
import type { Call } from '../command.ts';
import { textOf } from '../options.ts';

interface ReportOutput {
  readonly format: ReportFormat;
  /** Absent: standard output. */
  readonly file?: string;
}

const DEFAULT = 'md';

export function reportOutput({
  context,
  terminal,
  options,
}: Pick<Call, 'context' | 'terminal' | 'options'>): ReportOutput {
  const output = textOf(options['output']);
  const file = output === '-' ? undefined : output;
  const format =
    named(textOf(options['format']), terminal.json) ?? (file === undefined ? byName(DEFAULT) : byEnding(file));
  if (options['machine'] === true && format.name !== 'csv') throw machineIsCsv(format);
  if (file !== undefined) return { format, file };
  if (!format.text && context.out.isTerminal) throw notForTerminals(format);
  return { format };
}

function named(typed: string | undefined, json: boolean): ReportFormat | undefined {
  if (typed === undefined) return json ? byName('json') : undefined;
  if (!json || typed === 'json') return byName(typed);
  throw misuse('two-formats', `--json and --format ${show(typed)} cannot both be meant.`, 'Leave one of them out.');
}

function byName(typed: string): ReportFormat {
  const found = reportFormats.find(({ name }) => name === typed.toLowerCase());
  if (found !== undefined) return found;
  const names = reportFormats.map(({ name }) => name);
  const near = nearest(typed, names);
  const there = `Formats: ${names.join(', ')}.`;
  throw misuse(
    'unknown-format',
    `There is no format "${show(typed)}".`,
    near === undefined ? there : `Did you mean ${near}? ${there}`,
  );
}

function byEnding(file: string): ReportFormat {
  const found = reportFormats.find(({ extension }) => file.toLowerCase().endsWith(extension));
  if (found !== undefined) return found;
  const endings = reportFormats.map(({ extension }) => extension).join(', ');
  throw misuse(
    'unknown-ending',
    `-o "${show(file)}" does not say which format.`,
    `Endings: ${endings}; or name one with --format.`,
  );
}

function machineIsCsv({ name }: ReportFormat): TakedownError {
  return misuse(
    'machine-without-csv',
    `--machine is about CSV, and this is ${name}.`,
    'Leave it out, or use --format csv.',
  );
}

function notForTerminals({ name, extension }: ReportFormat): TakedownError {
  return misuse('not-for-terminals', `${name} is no text for a terminal.`, `Write it to a file: -o report${extension}`);
}

function misuse(code: string, message: string, hint: string): TakedownError {
  return new TakedownError('use', { code, message, hint });
}
