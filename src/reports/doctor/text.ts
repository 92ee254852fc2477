// `takedown doctor`: a line for each thing, under the group that it belongs to, and below it what to do where it is not fine.
import { type Condition, DIAGNOSIS_GROUPS, type Diagnosis, type DiagnosisGroup } from '../../model/asking/diagnosis.ts';
import { show } from '../../model/text/harmless.ts';
import { hang, padEnd, widest } from '../layout.ts';
import { finished, type Paint, type Surface } from '../paint.ts';

export interface DoctorReport {
  readonly diagnoses: readonly Diagnosis[];
  /** True when a network that is not the internet was asked. */
  readonly simulated: boolean;
}

const TITLES: Readonly<Record<DiagnosisGroup, string>> = {
  network: 'Ways out',
  answers: 'What is answered',
  machine: 'This machine',
};

const CONDITION_WORDS: Readonly<Record<Condition, string>> = {
  fine: 'fine',
  'not-so': 'not so',
  unknown: 'unknown',
};

const PAINTS: Readonly<Record<Condition, keyof Paint>> = { fine: 'good', 'not-so': 'bad', unknown: 'doubt' };

export function doctorLines(report: DoctorReport, surface: Surface): Iterable<string> {
  return finished(lines(report, surface), surface);
}

function* lines({ diagnoses, simulated }: DoctorReport, surface: Surface): Iterable<string> {
  if (simulated) yield* [surface.paint.doubt('SIMULATED NETWORK'), ''];
  const words = widest(Object.values(CONDITION_WORDS));
  const checks = widest(diagnoses.map(({ check }) => show(check)));
  for (const group of DIAGNOSIS_GROUPS) {
    const own = diagnoses.filter((one) => one.group === group);
    if (own.length === 0) continue;
    yield surface.paint.bold(TITLES[group]);
    for (const one of own) yield* diagnosisLines(one, { words, checks, surface });
    yield '';
  }
  yield summary(diagnoses);
}

interface Columns {
  readonly words: number;
  readonly checks: number;
  readonly surface: Surface;
}

function* diagnosisLines(
  { condition, check, text, todo }: Diagnosis,
  { words, checks, surface }: Columns,
): Iterable<string> {
  const word = padEnd(CONDITION_WORDS[condition], words);
  const label = `  ${word}  ${padEnd(show(check), checks)}  `;
  for (const [at, line] of hang(label, show(text), surface.width).entries())
    yield at === 0 ? line.replace(word, () => surface.paint[PAINTS[condition]](word)) : line;
  if (todo !== undefined) yield* hang(' '.repeat(label.length), show(todo), surface.width);
}

function summary(diagnoses: readonly Diagnosis[]): string {
  const counts = (['fine', 'not-so', 'unknown'] as const).flatMap((condition) => {
    const number = diagnoses.filter((one) => one.condition === condition).length;
    return number === 0 ? [] : [`${number} ${CONDITION_WORDS[condition]}`];
  });
  return counts.join(', ');
}
