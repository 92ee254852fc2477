// `takedown diff`, and what `takedown amend` shows before it writes: names, paragraphs, dates, and who needs a letter.
import { ORDER_TITLES } from '../../calendar/expiries.ts';
import type { Order } from '../../model/case/order.ts';
import type { Instant } from '../../model/instant.ts';
import type { Clause } from '../../model/judged/requirement.ts';
import { show } from '../../model/text/harmless.ts';
import { count } from '../../model/text/phrase.ts';
import type { NameChange, NameGroup, ParagraphChange } from '../../progress/order-difference.ts';
import { hang } from '../layout.ts';
import { finished, type Surface } from '../paint.ts';
import { caseWords, courtWords, nameWords } from '../say.ts';
import { concernedName, type OrderDiff, ROLES_IN_WORDS } from './diff.ts';
import { dueText } from './diff-json.ts';

export function orderDiffLines(diff: OrderDiff, surface: Surface): Iterable<string> {
  return finished(sections(diff, surface), surface);
}

function* sections(diff: OrderDiff, surface: Surface): Iterable<string> {
  const { theCase, from, to, difference } = diff;
  const marks = [theCase.rehearsal ? 'REHEARSAL' : '', theCase.illustrative ? 'illustrative' : ''].filter(Boolean);
  const mark = marks.length === 0 ? '' : `   ${surface.paint.doubt(marks.join(' · '))}`;
  yield `${surface.paint.bold(`${caseWords(theCase.id)} · ${show(theCase.title)}`)}${mark}`;
  yield `from ${from === undefined ? 'the orders before it' : orderWords(from, diff)}`;
  yield `to   ${orderWords(to, diff)}`;
  const { groups, covered } = difference;
  yield '';
  yield `${surface.paint.bold('Names')}   ${covered.before} covered before, ${covered.after} after`;
  if (groups.length === 0) yield '  none changes';
  for (const group of groups) yield* groupLines(group, surface);
  yield* paragraphLines(difference.paragraphs, surface);
  yield* dateLines(diff, surface);
  yield* recipientLines(diff, surface);
}

function orderWords({ id, kind, entered, docketEntry }: Order, { theCase }: OrderDiff): string {
  const entry = docketEntry === undefined ? '' : `, docket entry ${docketEntry}`;
  return `${show(id)}: ${ORDER_TITLES[kind]}${entry}, entered ${courtWords(entered, theCase.court.timeZone)}`;
}

/** On a screen; piped, nothing is left out. */
const NAMES_SHOWN = 20;
const SIGNS: Readonly<Record<NameChange, string>> = { added: '+', dropped: '-', changed: '~' };

function* groupLines({ change, names, gains, loses, released }: NameGroup, surface: Surface): Iterable<string> {
  const { paint, width } = surface;
  const painted = { added: paint.good, dropped: paint.bad, changed: paint.doubt }[change];
  const word = change === 'dropped' ? (released ? 'released' : 'no longer covered') : change;
  yield `  ${painted(`${SIGNS[change]} ${count(names.length, 'name')} ${word}`)}`;
  if (change !== 'dropped') yield* askLines('asked', gains, surface);
  if (change === 'changed') yield* askLines('no longer asked', loses, surface);
  const most = width === undefined ? names.length : NAMES_SHOWN;
  for (const name of names.slice(0, most)) yield `      ${SIGNS[change]} ${nameWords(name)}`;
  if (names.length > most) yield `      … and ${names.length - most} more; piped, all are shown`;
}

function askLines(word: string, clauses: readonly Clause[], { width }: Surface): readonly string[] {
  if (clauses.length === 0) return [];
  const byParagraph = new Map<string, Clause[]>();
  for (const clause of clauses) {
    const ref = `${clause.order}/${clause.paragraph}`;
    byParagraph.set(ref, [...(byParagraph.get(ref) ?? []), clause]);
  }
  return [...byParagraph].flatMap(([ref, of]) => {
    const due = of[0]?.due === undefined ? '' : `, due ${dueText(of[0].due)}`;
    const text = `${of.map(({ relief }) => relief).join(', ')}${due}`;
    return hang(`      ${word} by ${show(ref)}: `, text, width);
  });
}

function* paragraphLines(changes: readonly ParagraphChange[], { paint }: Surface): Iterable<string> {
  if (changes.length === 0) return;
  yield '';
  yield paint.bold('Paragraphs');
  for (const change of changes) yield `  ${show(change.ref)}   ${paragraphWords(change)}`;
}

function paragraphWords({ change, replacedBy, schedules = [] }: ParagraphChange): string {
  const over = schedules.map(show).join(', ');
  if (change === 'new') return over === '' ? 'new' : `new, over ${over}`;
  if (change === 'replaced') return `replaced by ${show(replacedBy ?? '')}`;
  return change === 'more names' ? `now over ${over} as well` : change;
}

function* dateLines({ theCase, difference }: OrderDiff, { paint }: Surface): Iterable<string> {
  if (difference.ends.length === 0) return;
  const until = (end: Instant | undefined) =>
    end === undefined ? 'a further order' : courtWords(end, theCase.court.timeZone);
  yield '';
  yield paint.bold('In force until');
  for (const { order, before, after } of difference.ends) {
    const was = before === undefined ? '' : `${until(before.end)} → `;
    yield `  ${show(order)}   ${was}${until(after.end)}`;
  }
}

function* recipientLines({ difference }: OrderDiff, { paint }: Surface): Iterable<string> {
  if (difference.recipients.length === 0) return;
  yield '';
  yield paint.bold('Who needs a letter');
  for (const concerned of difference.recipients) {
    const { role, recipient, counts } = concerned;
    const unlisted = concerned.missing === undefined ? 'takedown check sees it' : 'nobody is listed';
    const part = recipient === undefined ? unlisted : `${ROLES_IN_WORDS[role]}, ${recipient.reach}`;
    const numbers = (['added', 'changed', 'dropped'] as const)
      .filter((change) => counts[change] > 0)
      .map((change) => `${counts[change]} ${change === 'dropped' ? 'let go' : change}`);
    yield `  ${show(concernedName(concerned))} (${part}): ${numbers.join(', ')}`;
  }
}
