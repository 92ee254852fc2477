// `lookup --json`: every sighting of every name that was asked for.
import { unicodeOf } from '../../model/name.ts';
import type { Sighting } from '../../model/seen/observation.ts';
import type { TraceRow } from '../../model/seen/trace.ts';
import type { LookupDocument } from '../documents.ts';
import { jsonDocument, rowsOf } from '../json.ts';
import type { Envelope } from '../report.ts';
import { problemRow } from '../rows.ts';
import { wasIdle } from './sighting-words.ts';
import type { LookupReport } from './text.ts';

export function lookupJson(report: LookupReport, envelope: Envelope): Iterable<string> {
  const { names, problems, ...head } = lookupDocument(report, envelope);
  return jsonDocument([...Object.entries(head), ['names', rowsOf(names)], ['problems', rowsOf(problems)]]);
}

function lookupDocument({ names, simulated }: LookupReport, envelope: Envelope): LookupDocument {
  return {
    schema: 'takedown/lookup/1',
    toolVersion: envelope.toolVersion,
    generatedAt: envelope.generatedAt,
    simulated,
    complete: names.every(({ sightings }) => isComplete(sightings)),
    names: names.map(({ name, sightings, notes, trace }) => ({
      name,
      unicode: unicodeOf(name),
      sightings: sightings.map(sightingRow),
      notes: notes.map(({ word, text }) => ({ word, text })),
      ...(trace === undefined ? {} : { trace: trace.map(traceRow) }),
    })),
    problems: envelope.problems.map(problemRow),
  };
}

/** Every question had an answer. */
export function isComplete(sightings: readonly Sighting[]): boolean {
  return sightings.every((seen) => seen.outcome !== 'failure' || wasIdle(seen));
}

function sightingRow(sighting: Sighting): LookupDocument['names'][number]['sightings'][number] {
  return sighting.outcome === 'facts' ? { ...sighting, facts: { ...sighting.facts } } : sighting;
}

function traceRow({ sent, received, printed, ...row }: TraceRow) {
  const octets = { octetsSent: sent.length, octetsReceived: received.length };
  return printed === undefined
    ? { ...row, ...octets }
    : { ...row, ...octets, sent: base64(sent), received: base64(received) };
}

function base64(octets: Uint8Array): string {
  return Buffer.from(octets).toString('base64');
}
