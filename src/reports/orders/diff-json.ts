// `takedown diff --json`: what changes between two orders, as rows.
import type { DueRule, Order } from '../../model/case/order.ts';
import type { Clause } from '../../model/judged/requirement.ts';
import type { DiffDocument } from '../documents.ts';
import { jsonDocument } from '../json.ts';
import type { Envelope } from '../report.ts';
import { problemRow } from '../rows.ts';
import { concernedName, type OrderDiff } from './diff.ts';

export function orderDiffJson(diff: OrderDiff, { toolVersion, generatedAt, problems }: Envelope): Iterable<string> {
  const document: DiffDocument = {
    schema: 'takedown/diff/1',
    toolVersion,
    generatedAt,
    ...caseFields(diff),
    ...differenceFields(diff),
    problems: problems.map(problemRow),
  };
  return jsonDocument(Object.entries(document));
}

export function caseFields({ theCase }: OrderDiff): Pick<DiffDocument, 'case' | 'illustrative' | 'rehearsal'> {
  return { case: theCase.id, illustrative: theCase.illustrative, rehearsal: theCase.rehearsal };
}

type DifferenceFields = Omit<
  DiffDocument,
  'schema' | 'toolVersion' | 'generatedAt' | 'case' | 'illustrative' | 'rehearsal' | 'problems'
>;

export function differenceFields({ from, to, difference }: OrderDiff): DifferenceFields {
  const { covered, groups, paragraphs, ends, recipients } = difference;
  return {
    from: from === undefined ? null : orderRow(from),
    to: orderRow(to),
    covered,
    changes: groups.map(({ change, released, gains, loses, names }) => ({
      change,
      released,
      gains: gains.map(clauseRow),
      loses: loses.map(clauseRow),
      names,
    })),
    paragraphs: paragraphs.map(({ ref, change, replacedBy = null, schedules = [] }) => ({
      paragraph: ref,
      change,
      replacedBy,
      schedules,
    })),
    ends: ends.map(({ order, before, after }) => ({
      order,
      isNew: before === undefined,
      before: before?.end ?? null,
      after: after.end ?? null,
    })),
    recipients: recipients.map((concerned) => ({
      recipient: concerned.recipient?.id ?? null,
      name: concernedName(concerned),
      role: concerned.role,
      reach: concerned.recipient?.reach ?? null,
      ...concerned.counts,
    })),
  };
}

function orderRow({ id, kind, docketEntry, entered }: Order): DiffDocument['to'] {
  return { id, kind, docketEntry: docketEntry ?? null, entered };
}

function clauseRow({ order, paragraph, relief, due }: Clause): DiffDocument['changes'][number]['gains'][number] {
  return { paragraph: `${order}/${paragraph}`, relief, due: due === undefined ? null : dueText(due) };
}

/** `within 3 business days of receipt` */
export function dueText(due: DueRule): string {
  return 'by' in due ? `by ${due.by}` : `within ${due.within.count} ${due.within.unit} of ${due.of}`;
}
