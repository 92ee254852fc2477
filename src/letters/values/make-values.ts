// Everything that a template may say, as plain data: from the plan, the case and what went before. No value is null or blank,
// and every text has been made harmless, since a registrar's name is whatever somebody typed at a registry.
import type { Case } from '../../model/case/case.ts';
import type { JournalEntry } from '../../model/case/journal.ts';
import { ACTIONS } from '../../model/case/order.ts';
import { type Instant, isBefore, type LocalDate } from '../../model/instant.ts';
import type { IssuedLetter, LetterName, PlannedLetter } from '../../model/letter/letter.ts';
import type { DsRecord } from '../../model/seen/delegation.ts';
import { drop } from '../../model/text/harmless.ts';
import { upperFirst } from '../../model/text/phrase.ts';
import { correspondenceOf } from '../plan/correspondence.ts';
import type { Template } from '../templates/template.ts';
import { answersOf, earlierOf } from './history.ts';
import { enclosuresOf, orderValuesOf } from './order-values.ts';
import { type Asked, askedOf, dsToRemove, holdsOf } from './steps.ts';
import { actionFor, NO_TARGETS, type Targets, targetsOf } from './targets.ts';
import {
  caseValues,
  counselValues,
  deadlineValues,
  personOrNone,
  recipientValues,
  registrarWords,
  targetValues,
  without,
} from './value-parts.ts';
import type { ClauseValues, LetterValues, NameValues } from './values.ts';

export interface ValueContext {
  readonly theCase: Case;
  readonly asOf: Instant;
  readonly letterId: string;
  /** The date on the letter, at the court. */
  readonly date: LocalDate;
  /** As it was read. */
  readonly journal: readonly JournalEntry[];
  readonly issued: readonly IssuedLetter[];
  readonly template: Pick<Template, 'encloses' | 'language'>;
}

export function valuesOf(planned: PlannedLetter, context: ValueContext): LetterValues {
  const { theCase, asOf, letterId, date, template } = context;
  const { letters } = theCase;
  const asked = askedOf(planned, theCase);
  const correspondence = correspondenceOf(context);
  const orders = orderValuesOf(planned, context);
  const targets = planned.purpose === 'release' ? NO_TARGETS : targetsOf(planned.names, asked.targetOf);
  const names = planned.names.map((name) => nameValues(name, asked, targets));
  const values: LetterValues = {
    letter: { id: letterId, date, purpose: planned.purpose, language: template.language },
    case: caseValues(theCase, asOf),
    counsel: counselValues(theCase),
    ...personOrNone('technical_contact', theCase.contacts?.technical),
    ...personOrNone('emergency_contact', theCase.contacts?.emergency),
    recipient: recipientValues(planned.recipient),
    ...(planned.about === undefined ? {} : { about: recipientValues(planned.about) }),
    reach: planned.recipient.reach,
    orders,
    clauses: planned.clauses.map((clause) => clauseValues(clause, planned, asked)),
    names,
    ...(planned.unconfirmed === undefined
      ? {}
      : { unconfirmed: planned.unconfirmed.map((name) => nameValues(name, asked, targets)) }),
    actions: ACTIONS.map((action) => ({
      action,
      count: names.filter((one) => one.action === action).length,
    })).filter(({ count }) => count > 0),
    schedules: schedulesOf(planned.names, theCase),
    target: {
      ...targetValues(targets.common),
      registrar_differs: targets.differs('registrar'),
      name_servers_differ: targets.differs('nameServers'),
    },
    targets: targets.all.map(({ id, count, figures }) => ({ id, count, ...targetValues(figures) })),
    ...(planned.deadline === undefined ? {} : { deadline: deadlineValues(planned.deadline) }),
    ...nonDisclosureOf(theCase, asOf),
    ...(letters.preservation === undefined ? {} : { preservation: letters.preservation }),
    ...(letters.costs === undefined ? {} : { costs: letters.costs }),
    ...(letters.objections === undefined ? {} : { objections: letters.objections }),
    earlier: earlierOf(planned, { correspondence, except: letterId }),
    answers: answersOf(planned, correspondence),
    enclosures: enclosuresOf(template, orders),
  };
  return harmless(values);
}

function clauseValues(clause: PlannedLetter['clauses'][number], planned: PlannedLetter, asked: Asked): ClauseValues {
  const { ref, order, paragraph, text, relief, rule, deadline } = clause;
  return {
    ref,
    order,
    paragraph,
    text,
    asks: planned.purpose === 'release' ? [] : asked.ofClause(ref),
    relief,
    ...(rule === undefined ? {} : { rule }),
    ...(deadline === undefined ? {} : { deadline: deadlineValues(deadline) }),
    count: planned.names.filter(({ paragraphs }) => paragraphs.includes(ref)).length,
  };
}

function nameValues(name: LetterName, asked: Asked, targets: Targets): NameValues {
  const { seen, open, unicode, schedule, line, action, paragraphs } = name;
  const of = (wanted: 'unmet' | 'unknown') =>
    open.filter(({ verdict }) => verdict === wanted).map(({ reason }) => reason);
  return {
    name: name.name,
    unicode,
    is_idn: unicode !== name.name,
    schedule,
    line,
    action: targets.of(name) === undefined ? action : actionFor(action, asked.targetOf(name)),
    paragraphs,
    ...without({ target: targets.of(name) }),
    steps: asked.ofName(name),
    ...(seen.registrar === undefined ? {} : without({ registrar: registrarWords(seen.registrar) })),
    remove_ds: dsToRemove(name).map(dsWords),
    held: holdsOf(name).length > 0,
    open: of('unmet'),
    unknown: of('unknown'),
    ...(seen.at === undefined ? {} : { seen_at: seen.at }),
    ...(name.before === undefined || name.before.length === 0 ? {} : { before: name.before }),
  };
}

function dsWords({ keyTag, algorithm, digestType, digest }: DsRecord): string {
  return `${keyTag} ${algorithm} ${digestType} ${digest.toUpperCase()}`;
}

function schedulesOf(names: PlannedLetter['names'], { schedules }: Case): LetterValues['schedules'] {
  return schedules.flatMap(({ id }) => {
    const count = names.filter(({ schedule }) => schedule === id).length;
    return count === 0 ? [] : [{ id, title: titleOf(id), count }];
  });
}

/** `appendix-a` is called Appendix A. */
function titleOf(id: string): string {
  return id
    .split('-')
    .map((word) => upperFirst(word))
    .join(' ');
}

function nonDisclosureOf({ letters, seal }: Case, asOf: Instant): Pick<LetterValues, 'non_disclosure'> {
  if (letters.nonDisclosure === undefined) return {};
  const { paragraph, text } = letters.nonDisclosure;
  const until = seal !== undefined && isBefore(asOf, seal.until) ? { until: seal.until } : {};
  return { non_disclosure: { paragraph, text, ...until } };
}

/** Drops what is invisible or would be obeyed from every text, whatever it came from. */
function harmless<T>(value: T): T {
  if (typeof value === 'string') return drop(value).trim() as T;
  if (Array.isArray(value)) return value.map(harmless) as T;
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, member]) => [key, harmless(member)])) as T;
}
