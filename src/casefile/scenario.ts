// rehearsal.yaml as a scenario: days and hours become instants, and each key of a day becomes what it names. With a case at
// hand it is also checked that every registry, name and count is one of that case.
import type { Case } from '../model/case/case.ts';
import type { JournalEntry } from '../model/case/journal.ts';
import {
  NAME_FAULTS,
  type NameFault,
  type Scenario,
  type ScenarioDay,
  type ScenarioStep,
  SERVER_FAULTS,
  type ServerFault,
} from '../model/case/scenario.ts';
import { type Instant, instantAt, millisecondsOf, parseInstant } from '../model/instant.ts';
import { nameOrNone } from '../model/name.ts';
import type { Checked, Problem } from '../model/problem.ts';
import { present } from './present.ts';
import { inFileOrder, problem } from './problems.ts';
import { checkAgainstCase } from './rules/scenario.ts';
import { type DayAsWritten, type ScenarioFile, type StepAsWritten, scenarioSchema } from './schema/scenario.ts';
import type { SourceText } from './source.ts';
import type { Partly } from './yaml/loosen.ts';
import { readYamlPartly, type YamlReading } from './yaml.ts';

type Reading = YamlReading<ScenarioFile>;

/** Keys of a day that are its own; every other key is a subject. */
const DAY_KEYS = new Set(['day', 'at', 'check', 'journal']);
/** Registries act during the working day, the check comes after. */
const BEFORE_THE_CHECK = 3 * 3_600_000;

export function parseScenario(source: SourceText, theCase?: Case): Checked<Scenario> {
  const file = readYamlPartly(source, scenarioSchema);
  if (file.reading === undefined) return { ok: false, problems: file.problems };
  const problems = [...file.problems, ...wrongDays(file.reading)];
  const reading = file.whole ? file.reading : { ...file.reading, value: completed(file.reading.value) };
  const scenario = scenarioOf(reading, problems);
  if (theCase !== undefined) problems.push(...checkAgainstCase(scenario, theCase, reading));
  const ok = file.whole && !problems.some(({ severity }) => severity === 'error');
  return ok ? { ok, value: scenario, problems } : { ok, problems: inFileOrder(problems) };
}

/** Any start and any day: with these the rules can look at the steps of a scenario that lacks its own. Nobody plays it. */
function completed(rest: Partly<ScenarioFile>): ScenarioFile {
  const at = instantAt(0);
  const { registries = {}, before = {} } = rest as Pick<ScenarioFile, 'registries' | 'before'>;
  const days = rest.days.map((day) => Object.assign({}, day, { day: day.day ?? 0, check: true, journal: [] }));
  return { registries, before, start: { at, local: at.slice(0, 16), offset: 'Z' }, days: days as DayAsWritten[] };
}

function scenarioOf(reading: Reading, problems: Problem[]): Scenario {
  const { start, registries, before, days } = reading.value;
  const last = Math.max(...days.map(({ day }) => day));
  return {
    start: start.at,
    registries: Object.fromEntries(Object.entries(registries).map(([id, setup]) => [id, present(setup)])),
    before: Object.fromEntries(
      Object.entries(before).map(([name, beginning]) => [nameOrNone(name) ?? name, present(beginning)]),
    ),
    days: days.map((day, index) => dayOf(day, { reading, index, last, problems })),
  };
}

interface DayContext {
  readonly reading: Reading;
  readonly index: number;
  readonly last: number;
  readonly problems: Problem[];
}

function dayOf(day: DayAsWritten, context: DayContext): ScenarioDay {
  const { reading } = context;
  const clock = (time: string) => timeOn(reading.value.start, day.day, time);
  const at = clock(day.at ?? reading.value.start.local.slice(11));
  const subjects = Object.keys(day).filter((key) => !DAY_KEYS.has(key));
  const steps = subjects.flatMap((subject) => {
    const written = day[subject];
    const list = Array.isArray(written) ? (written as readonly StepAsWritten[]) : [];
    return list.flatMap((step, item) => stepOf(step, { ...context, day, at, clock, subject, item }) ?? []);
  });
  return { day: day.day, at, steps, journal: day.journal.map((entry) => entryOf(entry, clock)), check: day.check };
}

interface StepContext extends DayContext {
  readonly day: DayAsWritten;
  readonly at: Instant;
  readonly clock: (time: string) => Instant;
  readonly subject: string;
  /** Which of the subject's steps. */
  readonly item: number;
}

function stepOf(step: StepAsWritten, context: StepContext): ScenarioStep | undefined {
  const { index, subject, item } = context;
  // What was left out may be what is missed: then something is done.
  const { whole, place } = context.reading;
  const path = ['days', index, subject, item];
  const does = step.do ?? (whole([...path, 'do']) ? undefined : []);
  // A step with a fault and without what is done may be one of a server.
  const either = step.do === undefined && (step.fault !== undefined || !whole([...path, 'fault']));
  if (does !== undefined && either) return undefined;
  if (does === undefined && isServerFault(step.fault)) return serverStep(step, step.fault, context);
  const wrong = whole(path) ? wrongStep(step) : undefined;
  if (wrong !== undefined) {
    context.problems.push(problem('wrong-value', wrong, { place: place(['days', index, subject], 'key') }));
  }
  return does === undefined || wrong !== undefined ? undefined : namesStep(step, does, context);
}

function concernedIn({ names, but }: StepAsWritten, { subject }: StepContext) {
  return { subject, names: names ?? { choice: 'all' }, but: but ?? [] } as const;
}

function serverStep(step: StepAsWritten, fault: ServerFault, context: StepContext): ScenarioStep {
  const until = step.until === 'end' ? context.last : (step.until ?? context.day.day);
  return { ...concernedIn(step, context), step: 'server', fault, until };
}

function namesStep(step: StepAsWritten, does: NonNullable<StepAsWritten['do']>, context: StepContext): ScenarioStep {
  const { fault, to, at } = step;
  return {
    ...concernedIn(step, context),
    step: 'names',
    at: at === undefined ? instantAt(millisecondsOf(context.at) - BEFORE_THE_CHECK) : context.clock(at),
    do: does,
    ...(isNameFault(fault) ? { fault } : {}),
    ...(to === undefined ? {} : { to }),
  };
}

function wrongStep(step: StepAsWritten): string | undefined {
  if (step.do === undefined && step.fault === undefined) return 'A step says what is done ("do") or what goes wrong.';
  if (step.do === undefined) return `"${step.fault}" goes wrong with a name while something is done to it: add "do".`;
  if (isServerFault(step.fault)) return `"${step.fault}" is a fault of a server: write it under the server's host.`;
  if (step.until !== undefined) return '"until" belongs to the fault of a server.';
  if (step.to !== undefined && !step.do.includes('revert')) return '"to" belongs to "revert".';
  return undefined;
}

function wrongDays(reading: YamlReading<Partly<ScenarioFile>>): readonly Problem[] {
  const days = reading.value.days.map(({ day }): number | undefined => day);
  return days.flatMap((day, index) => {
    const before = days[index - 1] ?? -1;
    if (day === undefined || day > before) return [];
    const place = reading.place(['days', index, 'day']);
    return [
      problem('wrong-value', `Day ${day} stands after day ${before}.`, { place, hint: 'Write the days in order.' }),
    ];
  });
}

/** A time of day on so many days after the start, at the start's own offset; a whole instant is taken as it stands. */
function timeOn(start: ScenarioFile['start'], day: number, time: string): Instant {
  const whole = parseInstant(time);
  if (whole !== undefined) return whole;
  const date = new Date(Date.parse(`${start.local.slice(0, 10)}T00:00:00Z`) + day * 86_400_000).toISOString();
  return parseInstant(`${date.slice(0, 10)}T${time}:00${start.offset ?? 'Z'}`) ?? start.at;
}

function entryOf(written: DayAsWritten['journal'][number], clock: (time: string) => Instant): JournalEntry {
  const { at, event, 'message-id': messageId, ...rest } = written;
  return { at: clock(at), event, ...present({ ...rest, messageId }) };
}

function isServerFault(fault: string | undefined): fault is ServerFault {
  return fault !== undefined && fault in SERVER_FAULTS;
}

function isNameFault(fault: string | undefined): fault is NameFault {
  return fault !== undefined && fault in NAME_FAULTS;
}
