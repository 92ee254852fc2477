// What people say of the doubtful names of an import: on the command line, in a file of answers, at the terminal. Each answer is
// bound to its document and place, so that it can be given before, and taken up again later.

import { type ImportEntry, placeWords } from '../../model/case/import.ts';
import { parseName } from '../../model/name.ts';
import { TakedownError } from '../../model/takedown-error.ts';
import { drop } from '../../model/text/harmless.ts';
import type { ImportedDoubt } from '../../reports/import/report.ts';

export type Answer = NonNullable<ImportedDoubt['answer']>;
export type Answers = ReadonlyMap<ImportedDoubt, Answer>;

const ACCEPT = ['sure', 'all'] as const;
export type Accept = (typeof ACCEPT)[number];

export function acceptTyped(typed: unknown): Accept | undefined {
  const found = ACCEPT.find((one) => one === typed);
  if (typed === undefined || found !== undefined) return found;
  throw new TakedownError('use', {
    code: 'bad-accept',
    message: `--accept takes sure or all, not "${String(typed)}".`,
    hint: 'sure: what is beyond doubt. all: also what is to check, as it is printed, unless a line end may have broken it.',
  });
}

/** `page 3, line 14=evil.example`, `line 7=drop`; with the document in front and what is printed behind, where that is needed. */
export function answersTyped(typed: readonly string[], doubts: readonly ImportedDoubt[]): Answers {
  const answers = new Map<ImportedDoubt, Answer>();
  for (const text of typed) {
    const at = text.lastIndexOf('=');
    const [where, said] = [text.slice(0, at).trim(), text.slice(at + 1).trim()];
    const there = doubts.filter((one) => calledSo(one, where));
    if (at === -1 || there.length === 0) throw noSuchPlace(text, doubts);
    const answer = answerFrom(said);
    const meant = there.length === 1 ? there : there.filter((one) => offers(one, answer));
    if (answer === undefined || meant.length === 0) throw badAnswer(text, there);
    for (const one of meant) answers.set(one, answer);
  }
  return answers;
}

function calledSo({ file, where, printed }: ImportedDoubt, typed: string): boolean {
  const [place, exact] = [`${file}: ${where}`, ` "${printed.replace(/[\r\n]+/g, ' ')}"`];
  return [where, place, where + exact, place + exact].includes(typed);
}

/** As it is kept between two sittings. */
export function answerLine({ file, where, printed }: ImportedDoubt, { kind, name }: Answer): string {
  return `${file}: ${where} "${printed.replace(/[\r\n]+/g, ' ')}"=${kind === 'take' ? (name ?? '') : kind}`;
}

/** What was kept and still fits; a document's digest is the same, but the program's rules may have changed. */
export function answersKept(lines: readonly string[], doubts: readonly ImportedDoubt[]): Answers {
  const answers = new Map<ImportedDoubt, Answer>();
  for (const line of lines) {
    const at = line.lastIndexOf('=');
    const answer = answerFrom(line.slice(at + 1));
    const doubt = doubts.find((one) => calledSo(one, line.slice(0, at)));
    // What was left for later is asked about again.
    if (doubt !== undefined && answer !== undefined && answer.kind !== 'skip') answers.set(doubt, answer);
  }
  return answers;
}

/** What was said of the same octets when they were imported before: nobody is asked twice. */
export function answersOf(entries: readonly ImportEntry[], doubts: readonly ImportedDoubt[]): Answers {
  const answers = new Map<ImportedDoubt, Answer>();
  for (const { answers: said } of entries) {
    for (const one of said) {
      const doubt = doubts.find(({ where, printed }) => where === placeWords(one) && drop(printed) === one.printed);
      if (doubt === undefined) continue;
      answers.set(doubt, one.name === undefined ? { kind: 'drop' } : { kind: 'take', name: one.name });
    }
  }
  return answers;
}

function offers({ candidates }: ImportedDoubt, answer: Answer | undefined): boolean {
  return answer?.kind !== 'take' || candidates.some(({ name }) => name === answer.name);
}

function answerFrom(said: string): Answer | undefined {
  if (said === 'drop' || said === 'skip') return { kind: said };
  const reading = parseName(said);
  return reading.ok ? { kind: 'take', name: reading.name } : undefined;
}

function noSuchPlace(text: string, doubts: readonly ImportedDoubt[]): TakedownError {
  const places = [...new Set(doubts.map(({ where }) => where))].slice(0, 8);
  return new TakedownError('use', {
    code: 'no-such-doubt',
    message: `--answer "${text}": nothing is to be checked there.`,
    hint: places.length === 0 ? 'Nothing is to be checked at all.' : `Places: ${places.join('; ')}.`,
  });
}

function badAnswer(text: string, there: readonly ImportedDoubt[]): TakedownError {
  const names = there.flatMap(({ candidates }) => candidates.map(({ name }) => name));
  return new TakedownError('use', {
    code: 'bad-answer',
    message: `--answer "${text}" is no answer to what stands there.`,
    hint: `One of ${[...new Set(names)].join(', ')}, drop or skip.`,
  });
}

/** As printed, for those that no line end may have broken: of those the rest may be a stranger's. */
export function acceptedAsPrinted(
  doubts: readonly ImportedDoubt[],
  mayBeBroken: (doubt: ImportedDoubt) => boolean,
): Answers {
  const answers = new Map<ImportedDoubt, Answer>();
  for (const doubt of doubts) {
    const first = doubt.candidates[0];
    if (first !== undefined && !mayBeBroken(doubt)) answers.set(doubt, { kind: 'take', name: first.name });
  }
  return answers;
}
