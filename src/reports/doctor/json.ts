// `doctor --json`: every thing that was looked at, with its condition.
import type { DoctorDocument } from '../documents.ts';
import { jsonDocument, rowsOf } from '../json.ts';
import type { Envelope } from '../report.ts';
import { problemRow } from '../rows.ts';
import type { DoctorReport } from './text.ts';

export function doctorJson(report: DoctorReport, envelope: Envelope): Iterable<string> {
  const { checks, problems, ...head } = doctorDocument(report, envelope);
  return jsonDocument([...Object.entries(head), ['checks', rowsOf(checks)], ['problems', rowsOf(problems)]]);
}

function doctorDocument({ diagnoses, simulated }: DoctorReport, envelope: Envelope): DoctorDocument {
  return {
    schema: 'takedown/doctor/1',
    toolVersion: envelope.toolVersion,
    generatedAt: envelope.generatedAt,
    simulated,
    complete: diagnoses.every(({ condition }) => condition !== 'unknown'),
    fine: diagnoses.every(({ condition }) => condition === 'fine'),
    checks: diagnoses.map(({ group, check, condition, text, todo }) => ({
      group,
      check,
      condition,
      text,
      ...(todo === undefined ? {} : { todo }),
    })),
    problems: envelope.problems.map(problemRow),
  };
}
