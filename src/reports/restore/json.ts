// `restore plan --json`: both pictures with their observations, and the steps between them.
import type { Picture } from '../../model/judged/restore.ts';
import type { RestorePlanDocument } from '../documents.ts';
import { jsonDocument } from '../json.ts';
import type { Envelope } from '../report.ts';
import { problemRow } from '../rows.ts';
import type { RestoreReport } from './report.ts';

export function restoreJson(report: RestoreReport, envelope: Envelope): Iterable<string> {
  return jsonDocument(Object.entries(restoreDocument(report, envelope)));
}

function restoreDocument({ theCase, plan, simulated }: RestoreReport, envelope: Envelope): RestorePlanDocument {
  const { name, unicode, asOf, kind, bound, steps, unknowns, dates } = plan;
  return {
    schema: 'takedown/restore-plan/1',
    toolVersion: envelope.toolVersion,
    generatedAt: envelope.generatedAt,
    case: theCase.id,
    title: theCase.title,
    docket: theCase.docket,
    illustrative: theCase.illustrative,
    rehearsal: theCase.rehearsal,
    simulated,
    asOf,
    name,
    unicode,
    served: plan.served ?? null,
    kind,
    before: pictureRow(plan.before),
    now: pictureRow(plan.now),
    release: plan.release ?? null,
    bound,
    steps,
    unknowns,
    dates,
    problems: envelope.problems.map(problemRow),
  };
}

function pictureRow(picture: Picture | undefined): RestorePlanDocument['now'] {
  return picture ?? null;
}
