// The work half of `takedown letter issue`: what is typed stands in commands/letter-issue.ts.
import { frozen } from '../../casefile/issued-letter.ts';
import { renderProblems } from '../../casefile/render-problem.ts';
import { precheckWarnings } from '../../letters/guards/prechecked.ts';
import { isForHouse } from '../../letters/plan/correspondence.ts';
import type { IssuedLetter } from '../../model/letter/letter.ts';
import type { Problem } from '../../model/problem.ts';
import { TakedownError } from '../../model/takedown-error.ts';
import { letterFilesJson, type WrittenLetter } from '../../reports/letter/files-json.ts';
import { letterFilesLines } from '../../reports/letter/files-text.ts';
import { machineOf } from '../../store/disk/lock.ts';
import { type FrozenLetter, issueLetter } from '../../store/letters/issue.ts';
import { labelOf } from '../../store/sources.ts';
import type { Call } from '../command.ts';
import { consentTo } from '../consent.ts';
import { EXIT } from '../exit.ts';
import { type Drafting, makeAll, type Outcome, openDrafting } from '../letter/drafting.ts';
import type { MadeLetter } from '../letter/making.ts';
import { nextAfterIssue } from '../letter/next-after-issue.ts';
import { printLines, printPieces, surfaceOf } from '../print.ts';
import { VERSION } from '../version.ts';
import { envelopeOf } from '../view.ts';

export async function letterIssue(call: Call): Promise<number> {
  const { context, terminal } = call;
  refuseVague(call.options);
  const drafting = await openDrafting(call, { forIssue: true });
  refuseBlocked(drafting.chosen.map((planned) => ({ planned, refusals: planned.refusals, problems: [] })));
  const outcomes = await makeAll(call, drafting);
  refuseBlocked(outcomes);
  // One letter was asked for by name; several are counted once more.
  const count = outcomes.length;
  if (count > 1) {
    await consentTo(call, {
      ready: `${count} letters are ready to be frozen`,
      asks: `Freeze ${count} letters?`,
      does: 'freeze them',
      otherwise: 'nothing was issued',
    });
  }
  const { view } = drafting.workshop;
  const { theCase, record } = view;
  const warnings = precheckWarnings({ theCase, journal: record.journal, chosen: drafting.chosen });
  if (warnings.length > 0 && !terminal.quiet && !terminal.json) {
    await context.err.write(`${renderProblems(warnings, context.err.columns)}\n`);
  }
  const written: WrittenLetter[] = [];
  for (const outcome of outcomes) {
    if (outcome.letter === undefined) throw new Error('a letter that was not made is refused before');
    const freezing = freeze(outcome.letter, { outcome, drafting });
    await issueLetter(view.paths, freezing, machineOf(context.process.pid, context.process.lives));
    written.push(writtenAs(freezing, { call, outcome, drafting }));
  }
  const made = { ...view.report, letters: written, what: 'issue' } as const;
  if (terminal.json)
    await printPieces(context.out, letterFilesJson(made, envelopeOf(context, [...view.problems, ...warnings])));
  else await printLines(context.out, letterFilesLines(made, surfaceOf(terminal)));
  return EXIT.done;
}

function refuseVague({ to, all }: Call['options']): void {
  const some = Array.isArray(to) && to.length > 0;
  if (some !== (all === true)) return;
  throw new TakedownError('use', {
    code: 'which-letters',
    message: some ? '--to and --all say different things.' : 'Which letters are meant was not said.',
    hint: 'Name recipients with --to, or take every letter that is due with --all. What is due: takedown letter plan',
  });
}

/** All or none: what stands in the way of one letter is seen to, or the others are named. */
function refuseBlocked(outcomes: readonly Outcome[]): void {
  const blocked = outcomes.filter(({ refusals, problems }) => refusals.length > 0 || problems.length > 0);
  if (blocked.length === 0) return;
  const problems = blocked.flatMap((outcome) => [...outcome.problems, ...refusalProblems(outcome)]);
  const onlyTemplates = blocked.every(({ refusals }) => refusals.length === 0);
  throw new TakedownError(onlyTemplates ? 'input' : 'guard', {
    code: 'letters-refused',
    message: `${blocked.length} of ${outcomes.length} ${outcomes.length === 1 ? 'letter' : 'letters'} cannot be issued; none was.`,
    hint: 'See to what stands in the way, or name the recipients whose letters are ready with --to.',
    problems,
  });
}

function refusalProblems({ planned, refusals }: Outcome): readonly Problem[] {
  return refusals.map(({ word, text, hint }) => ({
    code: word,
    severity: 'error',
    message: `${planned.recipient.name}, ${planned.purpose}: ${text}.`,
    ...(hint === undefined ? {} : { hint }),
  }));
}

interface Freezing {
  readonly outcome: Outcome;
  readonly drafting: Drafting;
}

function freeze(made: MadeLetter, { outcome: { planned }, drafting }: Freezing): FrozenLetter {
  const { workshop, reason } = drafting;
  const { theCase, paths } = workshop.view;
  const { recipient, about, purpose, clauses, names, deadline } = planned;
  const letter: Omit<IssuedLetter, 'digest' | 'files'> = {
    id: made.id,
    caseId: paths.id,
    recipient: recipient.id,
    ...(about === undefined ? {} : { about: about.id }),
    role: recipient.role,
    reach: recipient.reach,
    purpose,
    template: made.template.id,
    language: made.template.language,
    dated: made.dated,
    issued: workshop.at,
    tool: `takedown ${VERSION}`,
    illustrative: theCase.illustrative,
    rehearsal: theCase.rehearsal,
    sealed: made.values.case.sealed,
    paragraphs: clauses.map(({ ref }) => ref),
    names: names.map(({ name }) => name),
    ...(deadline === undefined ? {} : { deadline }),
    ...(reason === undefined ? {} : { reason }),
    ...(made.mail === undefined ? {} : { mail: made.mail }),
    made: made.made,
  };
  return { manifest: frozen(letter, made.files), files: made.files };
}

function writtenAs(
  { manifest: { letter }, files }: FrozenLetter,
  { call, outcome: { planned }, drafting }: Freezing & { readonly call: Call },
): WrittenLetter {
  const { paths, issued, record } = drafting.workshop.view;
  return {
    planned,
    refusals: [],
    id: letter.id,
    folder: labelOf(`${paths.letters}/${letter.id}`, call.context.folder),
    files,
    ...(letter.mail === undefined ? {} : { mail: letter.mail }),
    digest: letter.digest,
    next: nextAfterIssue(letter, { issued, journal: record.journal, forHouse: isForHouse(letter.purpose) }),
  };
}
