// What `takedown report` does alike for every paper for the court, a declaration or a certification: which flags go with it, where it is
// written, what is left out of a public one, and what is told of what is still blank.
import { basename } from 'node:path';
import { sha256OfAll } from '../../model/sha256.ts';
import { TakedownError } from '../../model/takedown-error.ts';
import { show } from '../../model/text/harmless.ts';
import { count, upperFirst } from '../../model/text/phrase.ts';
import type { LetterDocument } from '../../paper/document.ts';
import type { Output } from '../../paper/output.ts';
import { type Declarant, EXECUTED, type Executed } from '../../reports/declaration/declaration.ts';
import type { Redaction } from '../../reports/redaction/redaction.ts';
import { ownFile } from '../../store/disk/package-files.ts';
import type { Call } from '../command.ts';
import { textOf } from '../options.ts';
import { writePieces } from '../typed/output-format.ts';
import { keepLog } from './redacting.ts';

/** With what people call it and which flags say something for it. */
const PAPERS = {
  declaration: {
    called: 'a declaration',
    flags: ['declarant', 'role', 'basis', 'departures', 'executed', 'redacted'],
  },
  certificate: { called: 'a certification', flags: ['declarant', 'role', 'basis', 'custody', 'executed', 'redacted'] },
} as const;
type PaperKind = keyof typeof PAPERS;

const KINDS = Object.keys(PAPERS) as readonly PaperKind[];
const NOT_BESIDE = {
  all: '--all',
  where: '--where',
  since: '--since',
  machine: '--machine',
  format: '--format',
} as const;

/** Which paper is asked for; absent: a report. What is typed and not used would be taken for used. */
export function paperMeant({ terminal, options }: Pick<Call, 'terminal' | 'options'>): PaperKind | undefined {
  const [kind, second] = KINDS.filter((one) => options[one] === true);
  if (second !== undefined) {
    throw misuse('two-papers', `--${kind} and --${second} cannot both be meant.`, 'Make one after the other.');
  }
  refuseStray(options, kind);
  if (kind === undefined) return undefined;
  const [beside] = Object.entries(NOT_BESIDE).filter(([key]) => options[key] !== undefined && options[key] !== false);
  if (beside !== undefined || terminal.json) {
    throw misuse(
      `not-in-a-${kind}`,
      `${beside?.[1] ?? '--json'} does not go with --${kind}.`,
      'It is about one case and all of its names. Leave it out.',
    );
  }
  return kind;
}

function refuseStray(options: Call['options'], kind: PaperKind | undefined): void {
  const own: readonly string[] = kind === undefined ? [] : PAPERS[kind].flags;
  for (const [of, { called, flags }] of Object.entries(PAPERS)) {
    const stray = flags.find((key) => !own.includes(key) && options[key] !== undefined && options[key] !== false);
    if (stray === undefined) continue;
    throw misuse(
      `no-${of}`,
      `--${stray} is about ${called}, and this is ${kind === undefined ? 'a report' : PAPERS[kind].called}.`,
      kind === undefined ? `Add --${of}, or leave it out.` : 'Leave it out.',
    );
  }
}

export interface PaperPlace {
  readonly file: string;
  readonly output: Output;
  /** Where files that belong to it lie: the same name with another ending. */
  beside(ending: string): string;
}

export async function placeOf(kind: PaperKind, { options }: Pick<Call, 'options'>): Promise<PaperPlace> {
  const file = textOf(options['output']);
  const ending = file?.toLowerCase().match(/\.(?:docx|pdf)$/)?.[0];
  if (file === undefined || ending === undefined) {
    const { called } = PAPERS[kind];
    throw misuse(
      `${kind}-ending`,
      `${upperFirst(called)} is a Word file or a PDF.`,
      `Name the file: -o ${kind}.docx or -o ${kind}.pdf`,
    );
  }
  const output =
    ending === '.pdf'
      ? (await import('../../paper/outputs/pdf.ts')).pdf
      : (await import('../../paper/outputs/docx.ts')).docx;
  return { file, output, beside: (other) => `${file.slice(0, -ending.length)}${other}` };
}

/** What was typed of the person who will sign, whichever paper it is. */
export function signerIn(options: Call['options']): Pick<Declarant, 'name' | 'role' | 'basis' | 'executed'> {
  const [name, role, basis] = ['declarant', 'role', 'basis'].map((key) => textOf(options[key]));
  const executed = executedIn(options);
  return {
    ...(name !== undefined && { name }),
    ...(role !== undefined && { role }),
    ...(basis !== undefined && { basis }),
    ...(executed && { executed }),
  };
}

function executedIn(options: Call['options']): Executed | undefined {
  const where = textOf(options['executed']);
  const executed = EXECUTED.find((one) => one === where);
  if (where === undefined || executed !== undefined) return executed;
  throw misuse(
    'unknown-executed',
    `--executed "${show(where)}" is neither within nor without.`,
    'It says where it is signed: within or without the United States.',
  );
}

interface PaperMade {
  readonly place: PaperPlace;
  readonly document: LetterDocument;
  readonly blanks: readonly string[];
  readonly names: number;
  readonly redaction?: Redaction;
  readonly attached?: Attached;
}

export async function writePaper({ context, terminal }: Call, made: PaperMade): Promise<void> {
  const { place, document, blanks, names, redaction, attached } = made;
  const { file, output } = place;
  const paper = redaction === undefined ? document : await redactedBy(redaction, document);
  const octets = await output.make(paper, { fonts: [], own: ownFile });
  // Before anything is written: a log of another paper stops this one.
  const log = redaction && keepLog(redaction, { file: place.beside('.redactions.csv'), from: context.folder });
  if (attached !== undefined) await writePieces({ file: attached.file, from: context.folder }, attached.pieces());
  await writePieces({ file, from: context.folder }, [octets]);
  if (terminal.quiet) return;
  const state =
    blanks.length === 0
      ? 'nothing is blank but date, place and signature'
      : `a draft, ${count(blanks.length, 'thing')} left`;
  await context.err.write(`${show(file)}: ${count(names, 'name')}, ${state}\n`);
  for (const left of blanks) await context.err.write(`  ${show(left)}\n`);
  if (attached !== undefined) await context.err.write(`${show(attached.file)}: every name, to be attached to it\n`);
  if (log === undefined) return;
  await context.err.write(`${show(log.file)}: what ${count(log.marks, 'mark')} stand for, for the team alone\n`);
  await context.err.write(`  ${LOOK_YOURSELF}\n`);
}

/** Nothing that a program can look for. */
const LOOK_YOURSELF =
  'Read it before it is filed: names of minors (Fed. R. Civ. P. 5.2(a)(3)) and of other people in free words are not found by a program.';

async function redactedBy(redaction: Redaction, document: LetterDocument): Promise<LetterDocument> {
  const { redactedDocument } = await import('../../reports/redaction/papers.ts');
  return redactedDocument(document, redaction);
}

/** A file that belongs to a paper: made twice, once to be identified and once to be written, since it need not fit into memory. */
export interface Attached {
  readonly file: string;
  pieces(): Iterable<string>;
}

/** By what a paper names it. */
export function namedBy({ file, pieces }: Attached): { readonly file: string; readonly sha256: string } {
  return { file: basename(file), sha256: sha256OfAll(pieces()) };
}

function misuse(code: string, message: string, hint: string): TakedownError {
  return new TakedownError('use', { code, message, hint });
}
