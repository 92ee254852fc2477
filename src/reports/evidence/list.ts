// `evidence list`: a row an observation, with the place of its records. A row is made when its turn comes: a run may have a
// million.

import type { Observation } from '../../model/seen/observation.ts';
import { runOf } from '../../model/seen/observation-id.ts';
import type { StampSeen } from '../../model/seen/time-stamp.ts';
import { show } from '../../model/text/harmless.ts';
import { count } from '../../model/text/phrase.ts';
import { jsonDocument, rowsOf } from '../json.ts';
import { finished, type Surface } from '../paint.ts';
import type { Envelope } from '../report.ts';
import { type Column, tableLines } from '../table.ts';
import { stampLines, stampRow } from './stamps.ts';

interface EvidenceList {
  readonly caseId: string;
  readonly observations: Iterable<Observation>;
  /** Of the runs that the observations are of. */
  readonly stamps: readonly StampSeen[];
  /** How many runs that are. */
  readonly runs: number;
}

export function evidenceListJson({ caseId, observations, stamps }: EvidenceList, envelope: Envelope): Iterable<string> {
  return jsonDocument([
    ['schema', 'takedown/evidence-list/1'],
    ['toolVersion', envelope.toolVersion],
    ['generatedAt', envelope.generatedAt],
    ['case', caseId],
    ['observations', rowsOf(rowsFor(observations))],
    ['stamps', stamps.map(stampRow)],
    ['problems', []],
  ]);
}

function* rowsFor(observations: Iterable<Observation>) {
  for (const { id, name, lookup, server, at, outcome, evidence } of observations) {
    yield {
      observation: id,
      run: runOf(id),
      name,
      lookup,
      server,
      at,
      outcome,
      evidence: evidence === undefined ? null : { file: `runs/${runOf(id)}.warc.gz`, ...evidence },
    };
  }
}

const COLUMNS: readonly Column[] = [
  { title: 'observation' },
  { title: 'name' },
  { title: 'lookup', drop: 3 },
  { title: 'server', gives: true },
  { title: 'outcome', drop: 2 },
  { title: 'octet', align: 'right' },
  { title: 'octets', align: 'right', drop: 4 },
  { title: 'sha-256', drop: 1 },
];

/** So many rows share the widths of their columns. */
const BLOCK = 2000;

export function evidenceListLines(list: EvidenceList, surface: Surface): Iterable<string> {
  return finished(allLines(list, surface), surface);
}

function* allLines({ observations, stamps, runs }: EvidenceList, surface: Surface): Iterable<string> {
  yield* lines(observations, surface);
  yield '';
  for (const seen of stamps) yield* stampLines(seen, surface.width);
  const stamped = new Set(stamps.map(({ run }) => run)).size;
  if (runs === 1 && stamped === 0) yield 'This run has no time stamp (takedown evidence seal).';
  else if (runs > 1) yield `${stamped} of ${count(runs, 'run')} with a time stamp.`;
}

function* lines(observations: Iterable<Observation>, surface: Surface): Iterable<string> {
  let rows: string[][] = [];
  let any = false;
  for (const observation of observations) {
    any = true;
    rows.push(cellsOf(observation, surface));
    if (rows.length < BLOCK) continue;
    yield* tableLines(COLUMNS, rows, surface);
    rows = [];
  }
  if (rows.length > 0) yield* tableLines(COLUMNS, rows, surface);
  if (!any) yield 'Nothing was observed.';
}

/** Digits of a digest that people compare by eye. */
const SHORT = 12;

function cellsOf({ id, name, lookup, server, evidence, ...rest }: Observation, surface: Surface): string[] {
  const digest = evidence?.['sha-256'] ?? '';
  const outcome = rest.outcome === 'failure' ? `failure, ${rest.failure}` : rest.outcome;
  return [
    show(id),
    name,
    lookup,
    show(server),
    outcome,
    evidence === undefined ? '–' : String(evidence.offset),
    evidence === undefined ? '' : String(evidence.length),
    show(surface.width === undefined ? digest : digest.slice(0, SHORT)),
  ];
}
