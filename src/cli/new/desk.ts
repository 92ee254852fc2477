// `takedown new` on a terminal: the questions, with a way back; the case file shown before it is written, with a way to any
// answer; and every answer kept, so that Ctrl-C loses nothing.
import { renderProblems } from '../../casefile/render-problem.ts';
import { TakedownError } from '../../model/takedown-error.ts';
import { show } from '../../model/text/harmless.ts';
import { count } from '../../model/text/phrase.ts';
import { keepDraft } from '../../store/case/new-draft.ts';
import type { Workspace } from '../../store/workspace.ts';
import type { Call } from '../command.ts';
import { printLines } from '../print.ts';
import { draftText } from './answers.ts';
import { askAll, without } from './asking.ts';
import type { Answers, Question } from './question.ts';
import { questionsFor } from './questions.ts';
import type { Planned } from './starting.ts';
import type { World } from './world.ts';

interface NewDesk {
  readonly call: Call;
  readonly workspace: Workspace;
  readonly world: World;
  plan(answers: Answers): Promise<Planned>;
}

/** Comes back with what is to be written, after a yes. */
export async function settledAtDesk(desk: NewDesk, given: Answers): Promise<Planned> {
  await printLines(desk.call.context.err, HOW);
  try {
    return await askedUntilSettled(desk, given);
  } catch (error) {
    throw error instanceof TakedownError && error.code === 'stopped' ? kept(error) : error;
  }
}

async function askedUntilSettled(desk: NewDesk, given: Answers): Promise<Planned> {
  let answers = await askedAtDesk(desk, given);
  for (;;) {
    const planned = await desk.plan(answers);
    const next = await shownAndAsked(desk, planned);
    if (next === 'write') return planned;
    if (next === 'stop') throw new TakedownError('failed', { code: 'stopped', message: 'Stopped.' });
    const key = await whichAnswer(desk, answers);
    answers = await askedAtDesk(desk, without(answers, key), { [key]: answers[key] ?? '' });
  }
}

const HOW = ['An answer of < goes one question back, - leaves one empty;', 'Ctrl-C stops and keeps the answers.', ''];

async function askedAtDesk(desk: NewDesk, given: Answers, changed: Answers = {}): Promise<Answers> {
  const { askOne, BACK } = await import('../terminal/prompts.ts');
  const { world, workspace, call } = desk;
  const signal = call.context.interruption;
  return askAll(given, {
    questions: (answers) => questionsFor(answers, world.unlisted(answers)).map((one) => checkedBy(one, desk)),
    async ask(question, answers, earlier) {
      const previous = earlier ?? changed[question.key];
      const answer = await askOne(question, answers, { previous, back: true, signal });
      return answer === BACK ? undefined : answer;
    },
    keep: (answers) => keepDraft(workspace, draftText(answers)),
  });
}

/** With what only files can tell. */
function checkedBy(question: Question, { world, workspace }: NewDesk): Question {
  const { key, check } = question;
  const taken = (id: string) => (world.exists(workspace, id) ? 'is a case already' : undefined);
  return {
    ...question,
    check: (answer) => check(answer) ?? world.fault(key, answer) ?? (key === 'id' ? taken(answer) : undefined),
  };
}

async function shownAndAsked({ call }: NewDesk, { caseYaml, files, problems }: Planned) {
  const { err } = call.context;
  const errors = problems.filter(({ severity }) => severity === 'error').length;
  await printLines(err, ['', ...caseYaml.trimEnd().split('\n').map(show), '']);
  if (problems.length > 0) await err.write(`${renderProblems(problems, call.terminal.width)}\n`);
  const names = files[1]?.text.split('\n').filter((line) => line !== '' && !line.startsWith('#')).length ?? 0;
  await printLines(err, [`The list has ${names === 0 ? 'no name yet' : count(names, 'name')}.`]);
  const { chosen } = await import('../terminal/prompts.ts');
  const write = errors > 0 ? [] : [{ value: 'write' as const, words: 'Write this case' }];
  return chosen(
    'What now?',
    [...write, { value: 'change', words: 'Change an answer' }, { value: 'stop', words: 'Stop, and keep the answers' }],
    call.context.interruption,
  );
}

async function whichAnswer({ world, call }: NewDesk, answers: Answers): Promise<string> {
  const { chosen } = await import('../terminal/prompts.ts');
  const rows = questionsFor(answers, world.unlisted(answers)).map(({ key, asks }) => ({
    value: key,
    words: `${asks.replace(/ \(may stay empty[^)]*\)/, '')}: ${show(answers[key] ?? '')}`,
  }));
  return chosen('Which answer?', rows, call.context.interruption);
}

function kept(cause: TakedownError): TakedownError {
  return new TakedownError(cause.kind, {
    code: 'stopped',
    message: 'Stopped; no case was written. The answers are kept.',
    hint: 'Go on with them: takedown new --continue',
    cause,
  });
}
