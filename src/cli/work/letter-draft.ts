// The work half of `takedown letter draft`: what is typed stands in commands/letter-draft.ts.
import { renderProblems } from '../../casefile/render-problem.ts';
import { letterFilesJson, type WrittenLetter } from '../../reports/letter/files-json.ts';
import { letterFilesLines } from '../../reports/letter/files-text.ts';
import { draftsOf, refuseAmongLetters, writeDraft } from '../../store/letters/drafts.ts';
import type { Call } from '../command.ts';
import { EXIT } from '../exit.ts';
import { makeAll, type Outcome, openDrafting } from '../letter/drafting.ts';
import { textOf } from '../options.ts';
import { printLines, printPieces, surfaceOf } from '../print.ts';
import { envelopeOf } from '../view.ts';

export async function letterDraft(call: Call): Promise<number> {
  const { context, terminal, options } = call;
  const drafting = await openDrafting(call, { forIssue: false });
  const { view } = drafting.workshop;
  const output = textOf(options['output']);
  if (output !== undefined) refuseAmongLetters(view.paths, output, context.folder);
  const outcomes = await makeAll(call, drafting);
  const drafts = outcomes.length === 0 ? '' : (output ?? draftsOf(view.paths));
  const written = outcomes.map((outcome) => writtenTo(drafts, outcome, context.folder));
  const problems = outcomes.flatMap((outcome) => outcome.problems);
  const envelope = envelopeOf(context, [...view.problems, ...problems]);
  const made = { ...view.report, letters: written, what: 'draft' } as const;
  if (terminal.json) await printPieces(context.out, letterFilesJson(made, envelope));
  else {
    await printLines(context.out, letterFilesLines(made, surfaceOf(terminal)));
    if (problems.length > 0) await context.err.write(`${renderProblems(problems, context.err.columns)}\n`);
  }
  return exitOf(outcomes);
}

function writtenTo(drafts: string, outcome: Outcome, from: string): WrittenLetter {
  const { planned, letter, refusals } = outcome;
  if (letter === undefined) return { planned, refusals };
  const { id, files, mail } = letter;
  const folder = writeDraft(drafts, { id, files }, from);
  return { planned, refusals, id, folder, files, ...(mail === undefined ? {} : { mail }) };
}

/** A draft may have something in its way: it is there to be looked at. */
function exitOf(outcomes: readonly Outcome[]): number {
  if (outcomes.some(({ problems }) => problems.length > 0)) return EXIT.input;
  if (outcomes.length > 0 && outcomes.every(({ letter }) => letter === undefined)) return EXIT.guard;
  return EXIT.done;
}
