// `takedown report --declaration`: the draft declaration of a case, made of its report, its journal and what was typed of the
// declarant. What is blank is told, so that nobody takes a draft for more.
import { show } from '../model/harmless.ts';
import { isBefore } from '../model/instant.ts';
import { TakedownError } from '../model/takedown-error.ts';
import type { Output } from '../paper/output.ts';
import { openJournal } from '../progress/journal.ts';
import { blanksOf } from '../reports/declaration/blanks.ts';
import { type Declarant, type DeclarationParts, EXECUTED } from '../reports/declaration/declaration.ts';
import { count } from '../reports/say.ts';
import { ownFile } from '../store/fonts.ts';
import { lettersIn } from '../store/letters.ts';
import type { Call } from './command.ts';
import { exhibitsOf } from './exhibits.ts';
import { EXIT } from './exit.ts';
import { textOf } from './options.ts';
import { writePieces } from './output-format.ts';
import { reportedOn } from './reporting.ts';
import { VERSION } from './version.ts';
import { caseMeant } from './workspace.ts';

const OF_THE_DECLARANT = ['declarant', 'role', 'basis', 'departures', 'executed'] as const;
const NOT_BESIDE = {
  all: '--all',
  where: '--where',
  since: '--since',
  machine: '--machine',
  format: '--format',
} as const;

export async function declare(call: Call): Promise<number> {
  const { context, terminal, options } = call;
  const beside = Object.entries(NOT_BESIDE).filter(([key]) => options[key] !== undefined && options[key] !== false);
  const [first] = beside;
  if (first !== undefined || terminal.json) {
    const flag = first?.[1] ?? '--json';
    throw misuse(
      'not-in-a-declaration',
      `${flag} does not go with --declaration.`,
      'It is about one case and all of its names. Leave it out.',
    );
  }
  const { file, output } = await outputOf(textOf(options['output']));
  const declarant = declarantOf(options);
  const parts = await partsOf(call, declarant);
  if (parts === undefined) return EXIT.interrupted;
  const { declarationDocument } = await import('../reports/declaration/document.ts');
  const octets = await output.make(declarationDocument(parts), { fonts: [], own: ownFile });
  await writePieces({ file, from: context.folder }, [octets]);
  if (!terminal.quiet) {
    const blanks = blanksOf(parts);
    const state =
      blanks.length === 0
        ? 'nothing is blank but date, place and signature'
        : `a draft, ${count(blanks.length, 'thing')} left`;
    await context.err.write(`${show(file)}: ${count(parts.report.names.length, 'name')}, ${state}\n`);
    for (const left of blanks) await context.err.write(`  ${show(left)}\n`);
  }
  return EXIT.done;
}

/** What is said of a declarant and not used would be taken for used. */
export function refuseDeclarantAlone(options: Call['options']): void {
  const [lone] = OF_THE_DECLARANT.filter((key) => options[key] !== undefined);
  if (lone === undefined) return;
  throw misuse(
    'no-declaration',
    `--${lone} is about a declaration, and this is a report.`,
    'Add --declaration, or leave it out.',
  );
}

async function partsOf(call: Call, declarant: Declarant): Promise<DeclarationParts | undefined> {
  const { context } = call;
  const paths = caseMeant(call, call.arguments[0]);
  const made = await reportedOn(call, { paths });
  if (made === undefined) return undefined;
  const { report, standing } = made;
  const { theCase, record, asOf } = standing;
  const { letters: issued, problems } = lettersIn(paths, context.folder);
  if (problems.length > 0) {
    const message = `A letter of ${paths.id} is no longer as it was issued, so that nobody can declare what was served.`;
    throw new TakedownError('input', { code: 'letter-changed', message: show(message), problems });
  }
  const letters = issued.filter((letter) => !isBefore(asOf.at, letter.issued));
  const journal = openJournal(theCase, record.journal, asOf.at).entries;
  const exhibits = exhibitsOf({ paths, theCase, report, journal, letters });
  return { report, theCase, journal, letters, declarant, exhibits, toolVersion: VERSION };
}

async function outputOf(file: string | undefined): Promise<{ readonly file: string; readonly output: Output }> {
  const ending = file?.toLowerCase().match(/\.(?:docx|pdf)$/)?.[0];
  if (file === undefined || ending === undefined) {
    throw misuse(
      'declaration-ending',
      'A declaration is a Word file or a PDF.',
      'Name the file: -o declaration.docx or -o declaration.pdf',
    );
  }
  if (ending === '.pdf') return { file, output: (await import('../paper/outputs/pdf.ts')).pdf };
  return { file, output: (await import('../paper/outputs/docx.ts')).docx };
}

function declarantOf(options: Call['options']): Declarant {
  const [name, role, basis, departures, where] = OF_THE_DECLARANT.map((key) => textOf(options[key]));
  const executed = EXECUTED.find((one) => one === where);
  if (where !== undefined && executed === undefined) {
    throw misuse(
      'unknown-executed',
      `--executed "${show(where)}" is neither within nor without.`,
      'It says where it is signed: within or without the United States.',
    );
  }
  return {
    ...(name !== undefined && { name }),
    ...(role !== undefined && { role }),
    ...(basis !== undefined && { basis }),
    ...(departures !== undefined && { departures }),
    ...(executed && { executed }),
  };
}

function misuse(code: string, message: string, hint: string): TakedownError {
  return new TakedownError('use', { code, message, hint });
}
