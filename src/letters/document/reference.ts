// The reference block below the subject: what a clerk or a legal desk looks for first, label by label.
import { andList, upperFirst } from '../../model/text/phrase.ts';
import type { LetterValues } from '../values/values.ts';
import type { LetterForm } from './forms.ts';
import { courtMoment, orderWords, paragraphWords, scheduleWords } from './labels.ts';

type Row = readonly [label: string, value: string];

export function referenceOf(values: LetterValues, form: LetterForm): readonly Row[] {
  const { case: theCase, letter } = values;
  const rows: readonly (Row | readonly Row[])[] = [
    ['Case', theCase.title],
    ['Court', theCase.court],
    ['Docket', theCase.docket],
    ['Judge', theCase.judge ?? ''],
    values.orders.map((order): Row => ['Order', orderWords(order, theCase.time_zone)]),
    ['In force until', endsOf(values)],
    form.to === 'recipient' ? ['Your status', statusOf(values)] : aboutRecipient(values, form),
    ['Names', namesOf(values)],
    [
      'Paragraphs',
      paragraphWords(
        values.clauses.map(({ ref }) => ref),
        values,
      ),
    ],
    // A follow-up is about a time that has ended: nobody can be asked to reply by it.
    [form.schedule === 'open' ? 'Was due' : 'Reply by', replyOf(values)],
    ['Our reference', letter.id],
  ];
  return rows.flatMap((row) => (isRow(row) ? [row] : row)).filter(([, value]) => value !== '');
}

function isRow(row: Row | readonly Row[]): row is Row {
  return typeof row[0] === 'string';
}

/** On a paper that does not go to the recipient, who it is about. */
function aboutRecipient({ recipient, reach }: LetterValues, { to }: LetterForm): readonly Row[] {
  const iana = recipient.iana_id === undefined ? '' : `, IANA ID ${recipient.iana_id}`;
  const who: Row = ['Recipient', `${recipient.name} (${recipient.role}${iana}; ${reach})`];
  if (to !== 'none') return [who];
  const { general_counsel: counsel } = recipient;
  return [
    who,
    ['Telephone', recipient.phone ?? ''],
    ['E-mail', recipient.email.join(', ')],
    [
      'General counsel',
      [counsel?.name, counsel?.phone, counsel?.email].filter((part) => part !== undefined).join(', '),
    ],
  ];
}

function endsOf({ orders, case: { time_zone } }: LetterValues): string {
  const end = (at: (typeof orders)[number]['in_force_until']) =>
    at === undefined ? 'a further order of the Court' : courtMoment(at, time_zone);
  const [only] = orders;
  if (orders.length === 1 && only !== undefined) return end(only.in_force_until);
  return orders.map(({ title, in_force_until }) => `${title}: ${end(in_force_until)}`).join('; ');
}

/** Never "ordered" to a party that is only asked. */
function statusOf({ reach, recipient }: LetterValues): string {
  const because = recipient.because === undefined ? '' : `: ${recipient.because}`;
  return `${upperFirst(recipient.role)}, ${reach}${because}`;
}

function namesOf({ names, schedules }: LetterValues): string {
  if (names.length === 0) return '';
  const of = schedules.length === 0 ? '' : ` of ${scheduleWords(schedules)}`;
  return `${names.length}${of}, as listed in the schedule to this letter`;
}

/** The instant with its arithmetic; while the period does not run, the rule of each paragraph. */
function replyOf({ letter, deadline, clauses, case: { time_zone } }: LetterValues): string {
  // Of names that are let go nothing is asked any longer.
  if (letter.purpose === 'release') return '';
  if (deadline !== undefined) return `${courtMoment(deadline.due, time_zone)} (${deadline.arithmetic})`;
  const rules = [...new Set(clauses.flatMap(({ rule }) => (rule === undefined ? [] : [rule])))];
  return rules.length === 0 ? '' : `Within ${andList(rules)}`;
}
