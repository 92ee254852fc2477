// A case folder's texts to a Case, or to every problem at once: text, schema, schedules, then the rules between them.
// Reads no files: octets are handed in, and `read` gives those of a schedule by its name in the case folder.
import type { Case } from '../model/case/case.ts';
import type { Checked, Problem } from '../model/problem.ts';
import { assembleCase } from './assemble.ts';
import { digestOfSources } from './digest.ts';
import { type Draft, definedIn } from './draft.ts';
import { present } from './present.ts';
import { bounded, inFileOrder } from './problems.ts';
import { listRecipients, type RecipientsReading } from './recipients.ts';
import { ALWAYS, type Rule, THOROUGH } from './rules/index.ts';
import { missingSchedule, readSchedule, type ScheduleReading } from './schedule.ts';
import { type CaseFile, caseSchema } from './schema/case.ts';
import type { SourceText } from './source.ts';
import { loadSuffixes, registrableWithoutList } from './suffixes.ts';
import type { Partly } from './yaml/loosen.ts';
import { readYamlPartly, type YamlReading } from './yaml.ts';

export interface CaseTexts {
  /** The name of the case's folder. */
  readonly id: string;
  readonly caseFile: SourceText;
  /** A schedule by its name in the case folder; `undefined` when there is none. */
  read(file: string): SourceText | undefined;
  /** Of a schedule that `read` does not give: what stands in its place, in words behind "no file but"; `undefined` for nothing. */
  instead?(file: string): string | undefined;
  readonly recipients?: SourceText;
  /** The octets of an order's copy, by its name in the case folder. Absent: copies are not looked at. */
  copy?(file: string): Uint8Array | undefined;
  /** Leaves out the rules that take time on many names and make no value wrong. */
  readonly quick?: boolean;
  /** Tells also of what is read all the same and could be written better: what `validate --fix` sets right. */
  readonly tidy?: boolean;
}

export async function parseCase(texts: CaseTexts): Promise<Checked<Case>> {
  const partial = readYamlPartly(texts.caseFile, caseSchema);
  const { reading, problems } = partial;
  const recipients = recipientsOf(texts, reading);
  if (reading === undefined) return { ok: false, problems: inFileOrder([...problems, ...recipients.problems]) };
  const schedules = readSchedules(texts, reading);
  const thorough = texts.quick !== true;
  const { place, whole, there } = reading;
  const draft: Draft = {
    id: texts.id,
    file: reading.value,
    ...{ place, whole, there },
    defined: definedIn(reading),
    schedules: schedules.readings,
    ...present({ operated: recipients.operated }),
    recipients: recipients.listed,
    ...(texts.copy && { copy: texts.copy }),
    ...(thorough || needsList(schedules.readings) || serversNeedList(reading.value)
      ? { suffixes: await loadSuffixes() }
      : {}),
  };
  const rules = thorough ? [...ALWAYS, ...THOROUGH] : ALWAYS;
  const tidy = texts.tidy === true ? await untidy(texts, schedules.sources) : [];
  const found = [...problems, ...schedules.problems, ...applied(rules, draft), ...recipients.problems, ...tidy];
  const all = inFileOrder(bounded(found));
  if (!partial.whole || all.some(({ severity }) => severity === 'error')) return { ok: false, problems: all };
  const digest = digestOfSources([texts.caseFile, ...schedules.sources]);
  return { ok: true, value: assembleCase({ ...draft, file: partial.reading.value }, digest), problems: all };
}

function recipientsOf(
  { recipients: shared }: CaseTexts,
  reading: YamlReading<Partly<CaseFile>> | undefined,
): RecipientsReading {
  if (reading === undefined) return listRecipients(shared);
  const { recipients: entries, illustrative = false } = reading.value;
  return listRecipients(shared, { ...reading, entries: entries ?? {}, illustrative });
}

function applied(rules: readonly Rule[], draft: Draft): readonly Problem[] {
  return rules.flatMap((rule) => rule(draft));
}

async function untidy({ caseFile, recipients }: CaseTexts, lists: readonly SourceText[]): Promise<readonly Problem[]> {
  const { fixable } = await import('./fixes/fixed-file.ts');
  return [
    ...fixable(caseFile, 'case'),
    ...lists.flatMap((list) => fixable(list, 'list')),
    ...(recipients === undefined ? [] : fixable(recipients, 'recipients')),
  ];
}

interface Schedules {
  readonly readings: ReadonlyMap<string, ScheduleReading>;
  readonly sources: readonly SourceText[];
  readonly problems: readonly Problem[];
}

function readSchedules(texts: CaseTexts, { value, place }: YamlReading<Partly<CaseFile>>): Schedules {
  const readings = new Map<string, ScheduleReading>();
  const sources: SourceText[] = [];
  const problems: Problem[] = [];
  for (const [id, { file }] of Object.entries(value.schedules ?? {})) {
    if (file === undefined) continue;
    const source = texts.read(file);
    if (source === undefined) {
      problems.push(missingSchedule(file, place(['schedules', id, 'file']), texts.instead?.(file)));
      continue;
    }
    sources.push(source);
    const schedule = readSchedule(source);
    problems.push(...schedule.problems);
    if (schedule.ok) readings.set(id, schedule.value);
  }
  return { readings, sources, problems };
}

function needsList(readings: ReadonlyMap<string, ScheduleReading>): boolean {
  return [...readings.values()].some(({ names }) =>
    names.some(({ name }) => registrableWithoutList(name) === undefined),
  );
}

/** Of a sinkhole's name servers it matters what they are registered under. */
function serversNeedList({ sinkholes = {} }: Partly<CaseFile>): boolean {
  return Object.values(sinkholes).some((sinkhole) =>
    sinkhole['name-servers']?.some((server) => server !== undefined && registrableWithoutList(server) === undefined),
  );
}
