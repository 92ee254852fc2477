// The answers that a new case is made of: from flags, from questions on a terminal, from defaults; each checked as it comes.
import type { NewCaseAnswers } from '../casefile/new-case.ts';
import { HOLIDAY_CALENDARS, type HolidayCalendar } from '../model/case.ts';
import { ORDER_KINDS, type OrderKind } from '../model/order.ts';
import { TakedownError } from '../model/takedown-error.ts';
import type { Call } from './command.ts';
import { type Answers, QUESTIONS } from './new-questions.ts';

export async function answersFor(call: Call): Promise<NewCaseAnswers> {
  const typed: Record<string, string> = {};
  for (const [key, value] of Object.entries({ id: call.arguments[0], ...call.options })) {
    if (typeof value === 'string') typed[key] = value;
  }
  refuseWrong(typed);
  const asks = call.terminal.asks && call.options['yes'] !== true;
  const answers = asks ? await (await import('./terminal/prompts.ts')).askFor(QUESTIONS, typed) : typed;
  refuseMissing(answers, call.terminal.asks);
  return assembled(answers);
}

function refuseWrong(typed: Answers): void {
  const wrong = QUESTIONS.flatMap(({ key, flag, check }) => {
    const value = typed[key];
    const fault = value === undefined ? undefined : check(value);
    return fault === undefined ? [] : [`${flag} "${value}" ${fault}.`];
  });
  if (wrong.length === 0) return;
  throw new TakedownError('use', { code: 'bad-answer', message: wrong.join('\n'), hint: 'See: takedown help new' });
}

function refuseMissing(answers: Answers, terminal: boolean): void {
  const missing = QUESTIONS.filter(({ key, needed }) => needed && answers[key] === undefined).map(({ flag }) => flag);
  if (missing.length === 0) return;
  throw new TakedownError('use', {
    code: 'missing-answers',
    message: `Missing: ${missing.join(', ')}.`,
    hint: terminal ? 'Without --yes they are asked for.' : 'On a terminal they are asked for.',
  });
}

function assembled(answers: Answers): NewCaseAnswers {
  const { courtShort, expires, due, statedCount } = answers;
  return {
    id: answers['id'] ?? '',
    title: answers['title'] ?? '',
    docket: answers['docket'] ?? '',
    court: {
      name: answers['court'] ?? '',
      timeZone: answers['timeZone'] ?? 'America/New_York',
      holidays: calendars(answers['holidays'] ?? 'us-federal'),
      ...(courtShort === undefined ? {} : { short: courtShort }),
    },
    petitioner: answers['petitioner'] ?? '',
    order: {
      id: answers['order'] ?? 'tro',
      kind: kindOf(answers['orderKind']),
      entered: answers['entered'] ?? '',
      ...(expires === undefined ? {} : { expires }),
    },
    ...(due === undefined ? {} : { due }),
    ...registrarOf(answers),
    ...sinkholeOf(answers),
    ...(statedCount === undefined ? {} : { statedCount: Number(statedCount) }),
  };
}

function calendars(text: string): readonly HolidayCalendar[] {
  const given = listOf(text);
  return HOLIDAY_CALENDARS.filter((calendar) => given.includes(calendar));
}

function kindOf(text: string | undefined): OrderKind {
  return ORDER_KINDS.find((kind) => kind === text) ?? 'temporary-restraining-order';
}

function registrarOf({ registrar, ianaId }: Answers): Pick<NewCaseAnswers, 'registrar'> {
  return registrar === undefined || ianaId === undefined
    ? {}
    : { registrar: { name: registrar, ianaId: Number(ianaId) } };
}

function sinkholeOf({
  sinkholeOperator,
  nameServers,
  prefixes,
  petitioner,
}: Answers): Pick<NewCaseAnswers, 'sinkhole'> {
  if (nameServers === undefined || prefixes === undefined) return {};
  const operator = sinkholeOperator ?? petitioner ?? '';
  return { sinkhole: { operator, nameServers: listOf(nameServers), prefixes: listOf(prefixes) } };
}

function listOf(text: string): readonly string[] {
  return text
    .split(',')
    .map((one) => one.trim())
    .filter((one) => one !== '');
}
