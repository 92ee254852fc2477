// The names and clauses of a letter, gathered from the findings that it is about. Whether it may go is asked afterwards.
import type { Case } from '../../model/case/case.ts';
import type { ParagraphRef } from '../../model/case/order.ts';
import { type Instant, isBefore } from '../../model/instant.ts';
import type { Deadline } from '../../model/judged/deadline.ts';
import type { DatedFinding } from '../../model/judged/progress.ts';
import type { LetterClause, LetterName, PlannedLetter } from '../../model/letter/letter.ts';
import { type Item, type Missing, refOf } from './recipients.ts';
import { ruleWords } from './rule-words.ts';

/** A letter before anything was asked of it. */
export interface Draft extends Omit<PlannedLetter, 'refusals' | 'template'> {
  readonly missing?: Missing;
  /** Of a letter that is past: when the order was served, by whatever way. */
  readonly servedAt?: Instant;
}

interface Gathering {
  readonly theCase: Case;
  /** With the findings that the letter is about, and no others. */
  readonly items: readonly Item[];
  readonly deadline: (item: Item, finding: DatedFinding) => Deadline | undefined;
}

type Gathered = Pick<Draft, 'names' | 'clauses' | 'deadline' | 'seenAt'>;

export function gather({ theCase, items, deadline }: Gathering): Gathered {
  const names = items.map(letterName);
  const clauses = clausesOf(theCase, items, deadline);
  const first = earliestDeadline(clauses.map((clause) => clause.deadline));
  const seenAt = oldest(names);
  return {
    names,
    clauses,
    ...(first === undefined ? {} : { deadline: first }),
    ...(seenAt === undefined ? {} : { seenAt }),
  };
}

export function letterName({ row, seen, findings }: Item): LetterName {
  return {
    name: row.name,
    unicode: row.unicode,
    schedule: row.schedule,
    line: row.line,
    action: row.action,
    paragraphs: [...new Set(findings.map(({ requirement }) => refOf(requirement.clause)))],
    seen,
    open: findings.flatMap(({ requirement: { clause }, verdict, reason, citations }) =>
      verdict === 'met' ? [] : [{ paragraph: refOf(clause), relief: clause.relief, verdict, reason, citations }],
    ),
  };
}

interface Growing {
  readonly relief: Set<string>;
  deadline: Deadline | undefined;
}

function clausesOf(theCase: Case, items: readonly Item[], deadline: Gathering['deadline']): readonly LetterClause[] {
  const growing = new Map<ParagraphRef, Growing>();
  for (const item of items) {
    for (const finding of item.findings) {
      const { clause } = finding.requirement;
      const one = growing.get(refOf(clause)) ?? { relief: new Set(), deadline: undefined };
      growing.set(refOf(clause), one);
      one.relief.add(clause.relief);
      one.deadline = earliestDeadline([one.deadline, deadline(item, finding)]);
    }
  }
  return clausesFor(theCase, growing);
}

/** In the order of the case file, whatever the order of the names. */
export function clausesFor(
  theCase: Case,
  wanted: ReadonlyMap<
    ParagraphRef,
    { readonly relief?: ReadonlySet<string>; readonly deadline?: Deadline | undefined }
  >,
): readonly LetterClause[] {
  return theCase.orders.flatMap((order) =>
    order.paragraphs.flatMap((paragraph): readonly LetterClause[] => {
      const ref: ParagraphRef = `${order.id}/${paragraph.number}`;
      const found = wanted.get(ref);
      if (found === undefined) return [];
      const kinds = [...new Set(paragraph.relief.map(({ kind }) => kind))];
      const { relief, deadline } = found;
      return [
        {
          ref,
          order: order.id,
          paragraph: paragraph.number,
          text: paragraph.text,
          relief: kinds.filter((kind) => relief?.has(kind) ?? true),
          ...(paragraph.due === undefined ? {} : { rule: ruleWords(paragraph.due, theCase.court.timeZone) }),
          ...(deadline === undefined ? {} : { deadline }),
        },
      ];
    }),
  );
}

function earliestDeadline(all: readonly (Deadline | undefined)[]): Deadline | undefined {
  return all.reduce(
    (first, one) => (one !== undefined && (first === undefined || isBefore(one.due, first.due)) ? one : first),
    undefined,
  );
}

/** Absent where one of the names was never looked up. */
function oldest(names: readonly LetterName[]): Instant | undefined {
  let first: Instant | undefined;
  for (const { seen } of names) {
    if (seen.at === undefined) return undefined;
    if (first === undefined || isBefore(seen.at, first)) first = seen.at;
  }
  return first;
}
