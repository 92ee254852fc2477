// `takedown letter plan`: who is to be written to now, about how many names, until when, and what stands in the way.

import type { Role } from '../../model/case/party.ts';
import { isBefore } from '../../model/instant.ts';
import { isSettled, type PlannedLetter } from '../../model/letter/letter.ts';
import { show } from '../../model/text/harmless.ts';
import { count, firstFew } from '../../model/text/phrase.ts';
import { aheadLines, headingLines } from '../heading.ts';
import { hang } from '../layout.ts';
import { finished, type Surface } from '../paint.ts';
import { courtWords } from '../say.ts';
import { type Column, tableLines } from '../table.ts';
import type { LetterPlan } from './plan.ts';
import { letterWords } from './purpose-words.ts';

export function letterPlanLines(plan: LetterPlan, surface: Surface): Iterable<string> {
  return finished(sections(plan, surface), surface);
}

function* sections(plan: LetterPlan, surface: Surface): Iterable<string> {
  yield* headingLines(plan, surface);
  yield '';
  const due = plan.planned.filter((letter) => !isSettled(letter));
  if (due.length === 0) yield 'No letter is due.';
  else yield* dueLines(plan, due, surface);
  yield* settledLines(plan, surface);
  yield* stepLines(plan, surface);
  yield* nowhereLines(plan, surface);
  yield* aheadLines([plan], surface);
}

const ROLE_WORDS: Readonly<Record<Role, string>> = {
  'registry-operator': 'registry operator',
  registrar: 'registrar',
  provider: 'provider',
};

function* dueLines(plan: LetterPlan, due: readonly PlannedLetter[], surface: Surface): Iterable<string> {
  const columns: readonly Column[] = [
    { title: 'Letters due', titlePaint: surface.paint.bold, gives: true },
    { title: 'role' },
    { title: 'reach' },
    { title: 'letter' },
    { title: 'names', align: 'right' },
    ...(isWide(surface) ? [{ title: 'paragraphs' }] : []),
  ];
  const rows = due.map((letter) => [
    `  ${show(letter.recipient.name)}`,
    ROLE_WORDS[letter.recipient.role],
    isUnlisted(letter) ? 'unlisted' : letter.recipient.reach,
    letterWords(letter.purpose, letter.recipient),
    String(letter.names.length),
    ...(isWide(surface) ? [paragraphWords(letter)] : []),
  ]);
  const [head = '', ...lines] = tableLines(columns, rows, { ...surface, indent: 0 });
  yield head;
  for (const [at, letter] of due.entries()) {
    yield lines[at] ?? '';
    yield* moreLines(letter, plan, surface);
  }
}

/** Enough for the paragraphs of each letter beside it; else they stand below. */
function isWide({ width }: Surface): boolean {
  return width === undefined || width >= 110;
}

function isUnlisted({ refusals }: PlannedLetter): boolean {
  return refusals.some(({ word }) => word === 'no-recipient' || word === 'registrar-not-seen');
}

/** `tro 2(a), 2(b)`; each order named once. */
function paragraphWords({ clauses }: PlannedLetter): string {
  const byOrder = new Map<string, string[]>();
  for (const { order, paragraph } of clauses) byOrder.set(order, [...(byOrder.get(order) ?? []), show(paragraph)]);
  return [...byOrder].map(([order, paragraphs]) => `${show(order)} ${paragraphs.join(', ')}`).join('; ');
}

function* moreLines(letter: PlannedLetter, plan: LetterPlan, surface: Surface): Iterable<string> {
  const indent = ' '.repeat(4);
  const { template, about, unconfirmed = [], refusals } = letter;
  const first = [
    template === undefined ? '' : `template ${show(template)}`,
    isWide(surface) ? '' : `paragraphs ${paragraphWords(letter)}`,
    about === undefined ? '' : `about ${show(about.name)}`,
  ].filter((part) => part !== '');
  if (first.length > 0) yield* hang(indent, first.join(' · '), surface.width);
  yield* hang(indent, deadlineWords(letter, plan), surface.width);
  if (unconfirmed.length > 0)
    yield* hang(
      indent,
      `${count(unconfirmed.length, 'more name')} not confirmed: told apart, not chased`,
      surface.width,
    );
  for (const { word, text, hint } of refusals) {
    const said = `${show(text)}${hint === undefined ? '' : `. ${show(hint)}`}`;
    const [line = '', ...rest] = hang(`${indent}blocked  `, `${word}: ${said}`, surface.width);
    yield `${indent}${surface.paint.bad('blocked')}${line.slice(indent.length + 7)}`;
    yield* rest;
  }
}

/** While a period does not run, its rule is all that can be said. */
function deadlineWords({ deadline, clauses, purpose }: PlannedLetter, { theCase, progress }: LetterPlan): string {
  if (purpose === 'release') return 'no deadline: the names are released';
  if (deadline !== undefined) {
    const passed = isBefore(deadline.due, progress.asOf) ? 'was due' : 'due';
    return `${passed} ${courtWords(deadline.due, theCase.court.timeZone, progress.asOf)}: ${show(deadline.arithmetic)}`;
  }
  const rules = [...new Set(clauses.flatMap(({ rule }) => rule ?? []))];
  return rules.length === 0
    ? 'no deadline: no paragraph sets a time'
    : `due within ${rules.map((rule) => show(rule)).join(', ')}; the time does not run yet`;
}

function* settledLines(plan: LetterPlan, surface: Surface): Iterable<string> {
  const settled = plan.planned.filter(isSettled);
  if (settled.length === 0) return;
  yield '';
  yield surface.paint.bold('Written before');
  for (const { recipient, names, sent, refusals } of settled) {
    const [last] = sent;
    const text = refusals.find(({ word }) => word === 'already-sent' || word === 'already-issued')?.text ?? '';
    const { timeZone } = plan.theCase.court;
    const when =
      last === undefined ? text : `${last.letter}, sent ${courtWords(last.at, timeZone, plan.progress.asOf)}`;
    yield* hang('  ', `${show(recipient.name)}: ${count(names.length, 'name')} · ${show(when)}`, surface.width);
  }
}

/** Those whose letter is not due yet, and those that wait for the first letter still. */
function* stepLines({ steps, theCase, progress }: LetterPlan, surface: Surface): Iterable<string> {
  const later = steps.filter(({ from }) => isBefore(progress.asOf, from));
  if (later.length === 0) return;
  yield '';
  yield surface.paint.bold('Next steps');
  for (const { recipient, step, from, because, names } of later) {
    const when = courtWords(from, theCase.court.timeZone, progress.asOf);
    const text = `${show(recipient.name)}: ${letterWords(step, recipient)} from ${when} · ${count(names.length, 'name')} · ${show(because)}`;
    yield* hang('  ', text, surface.width);
  }
}

function* nowhereLines({ withoutLetter: names }: LetterPlan, surface: Surface): Iterable<string> {
  if (names.length === 0) return;
  yield '';
  const text = `${firstFew(names, 6)}: no paragraph in force directs anybody who could be written to about them`;
  yield* hang(`${count(names.length, 'name')} in no letter  `, text, surface.width);
}
