// The answers that a new case is made of: from flags, from a file, from a draft; each checked as it comes.
import { answersText, readAnswers } from '../../casefile/written-answers.ts';
import { TakedownError } from '../../model/takedown-error.ts';
import { readDraft } from '../../store/case/new-draft.ts';
import { readSource } from '../../store/sources.ts';
import type { Workspace } from '../../store/workspace.ts';
import type { Call } from '../command.ts';
import { sound } from '../workspace.ts';
import type { Answers } from './question.ts';
import { QUESTIONS, questionsFor } from './questions.ts';
import type { World } from './world.ts';

const KEYS = QUESTIONS.map(({ key }) => key);

/** A flag wins over the file of answers, that over the draft. */
export function givenAnswers(call: Call, workspace: Workspace): Answers {
  const { answers: file } = call.options;
  const typed: Record<string, string> = {};
  for (const [key, value] of Object.entries({ id: call.arguments[0], ...call.options })) {
    if (typeof value === 'string' && KEYS.includes(key)) typed[key] = value;
  }
  const written = typeof file === 'string' ? answersIn(call, file) : {};
  return { ...draftOf(call, workspace), ...written, ...typed };
}

function answersIn({ context }: Call, file: string): Answers {
  const source = readSource(file, context.folder);
  if (source === undefined) throw use('no-such-file', `There is no file ${file}.`);
  return sound(readAnswers(source, KEYS), file).value;
}

function draftOf({ context, options }: Call, workspace: Workspace): Answers {
  if (options['continue'] !== true) return {};
  const draft = readDraft(workspace, context.folder);
  if (draft === undefined)
    throw use('no-draft', 'There is no case that was begun and not written.', 'Begin one: takedown new');
  return sound(readAnswers(draft, KEYS), draft.file).value;
}

export function draftText(answers: Answers): string {
  return `# Answers given to "takedown new" so far; takedown new --continue goes on with them.\n${answersText(answers)}`;
}

export function refuseWrong(answers: Answers, world: World): void {
  const wrong = questionsFor(answers, world.unlisted(answers)).flatMap(({ key, flag, check }) => {
    const value = answers[key];
    const fault = value === undefined || value === '' ? undefined : (check(value) ?? world.fault(key, value));
    return fault === undefined ? [] : [`${flag === '--answers' ? key : flag} "${value}" ${fault}.`];
  });
  if (wrong.length > 0) throw use('bad-answer', wrong.join('\n'));
}

export function refuseMissing(answers: Answers, terminal: boolean): void {
  const missing = QUESTIONS.filter(({ key, needed }) => needed && !answers[key]).map(({ flag }) => flag);
  if (missing.length === 0) return;
  const hint = terminal ? 'Without --yes they are asked for.' : 'On a terminal they are asked for.';
  throw use('missing-answers', `Missing: ${missing.join(', ')}.`, hint);
}

function use(code: string, message: string, hint = 'See: takedown help new'): TakedownError {
  return new TakedownError('use', { code, message, hint });
}
