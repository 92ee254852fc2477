// `show CASE NAME --json`: one name with its findings and everything that was seen of it, run by run.
import type { Origin } from '../../model/case/import.ts';
import type { Observation } from '../../model/seen/observation.ts';
import type { ObservationRow, ShowDocument } from '../documents.ts';
import { type Field, jsonDocument, rowsOf } from '../json.ts';
import type { Envelope } from '../report.ts';
import { caseHead, nameRow, problemRow } from '../rows.ts';
import type { NameReport } from './name.ts';
import { type EarlierRun, journalOf } from './name-history.ts';

export function showJson(report: NameReport, envelope: Envelope): Iterable<string> {
  return jsonDocument(fields(report, envelope));
}

function* fields(report: NameReport, envelope: Envelope): Iterable<Field> {
  const head: Pick<ShowDocument, 'schema' | 'toolVersion' | 'generatedAt'> = {
    schema: 'takedown/show/1',
    toolVersion: envelope.toolVersion,
    generatedAt: envelope.generatedAt,
  };
  yield* Object.entries({ ...head, ...caseHead(report) });
  yield ['names', rowsOf([nameRow(report.row)])];
  if (report.origin !== undefined) yield ['origin', report.origin === 'unknown' ? null : originRow(report.origin)];
  yield ['observations', rowsOf((report.latest?.observations ?? []).map(observationRow))];
  yield ['history', rowsOf(historyRows(report.earlier))];
  if (report.lingers !== undefined) yield ['lingering', report.lingers];
  yield ['journal', rowsOf(journalOf(report.journal, report.row.name))];
  yield ['problems', rowsOf(envelope.problems.map(problemRow))];
}

function originRow({ entry, where, printed }: Origin): ShowDocument['origin'] {
  const { file, sha256, by, at } = entry;
  return { file, sha256, where, printed: printed ?? null, by, at };
}

function observationRow(observation: Observation): ObservationRow {
  return observation.outcome === 'facts' ? { ...observation, facts: { ...observation.facts } } : observation;
}

function* historyRows(earlier: Iterable<EarlierRun>): Iterable<ShowDocument['history'][number]> {
  for (const { run, observations } of earlier) {
    yield {
      run: run.id,
      started: run.started,
      simulated: run.simulated,
      observations: observations.map(observationRow),
    };
  }
}
