// `precheck --json`: a row a name, with everything that was found; and the same document as it is kept when it is signed.
import type { Instant } from '../../model/instant.ts';
import type { PrecheckParty, PrecheckRow, SinkholeServer } from '../../model/judged/precheck.ts';
import type { Problem } from '../../model/problem.ts';
import { isUnclear } from '../../precheck/weigh.ts';
import type { PrecheckDocument } from '../documents.ts';
import { problemRow } from '../rows.ts';
import type { PrecheckReport } from './report.ts';

interface PrecheckEnvelope {
  readonly toolVersion: string;
  /** Absent: the document says nothing of its making. */
  readonly generatedAt?: Instant;
  readonly problems?: readonly Problem[];
}

export function precheckDocument(report: PrecheckReport, envelope: PrecheckEnvelope): PrecheckDocument {
  const { theCase, table } = report;
  const { toolVersion, generatedAt, problems = [] } = envelope;
  const { totals } = table;
  return {
    schema: 'takedown/precheck/1',
    toolVersion,
    ...(generatedAt === undefined ? {} : { generatedAt }),
    case: theCase.id,
    title: theCase.title,
    docket: theCase.docket,
    court: { name: theCase.court.name, timeZone: theCase.court.timeZone },
    asOf: table.asOf,
    illustrative: theCase.illustrative,
    rehearsal: theCase.rehearsal,
    caseDigest: table.caseDigest,
    before: table.before ?? null,
    run: table.run,
    complete: totals.unknown === 0 && !isUnclear(table),
    totals,
    readied: table.readied,
    signed: generatedAt === undefined ? null : signedOf(report),
    findings: table.findings.map((one) => ({ ...one, citations: [...one.citations] })),
    domains: table.domains.map(({ name, verdict, expires, statuses }) => ({
      name,
      verdict,
      expires: expires ?? null,
      statuses: statuses === undefined ? null : [...statuses],
    })),
    servers: table.servers.map(serverRow),
    names: table.names.map(nameRow),
    problems: problems.map(problemRow),
  };
}

function signedOf({ signed }: PrecheckReport): PrecheckDocument['signed'] {
  if (signed?.evidence === undefined) return null;
  const { at, by, note, evidence } = signed;
  return { at, by: by ?? '', note: note ?? null, file: evidence.file, 'sha-256': evidence['sha-256'] };
}

function serverRow({ median, slowest, ...rest }: SinkholeServer): PrecheckDocument['servers'][number] {
  return { ...rest, failures: { ...rest.failures }, medianMs: median ?? null, slowestMs: slowest ?? null };
}

function nameRow(row: PrecheckRow): PrecheckDocument['names'][number] {
  const { name, unicode, schedule, line, action, released, answer, registrar, sinkhole } = row;
  return {
    name,
    unicode,
    schedule,
    line,
    action,
    released,
    answer,
    registered: row.registered.known ? row.registered.value : 'unknown',
    registrar: registrar === undefined ? null : { name: registrar.name ?? null, ianaId: registrar.ianaId ?? null },
    created: row.created ?? null,
    expires: row.expires ?? null,
    registryOperator: partyRow(row.registryOperator),
    sponsor: partyRow(row.sponsor),
    sinkhole,
    findings: row.findings.map((one) => ({ ...one, citations: [...one.citations] })),
  };
}

function partyRow(party: PrecheckParty | undefined): PrecheckDocument['names'][number]['sponsor'] {
  return party === undefined ? null : { ...party };
}
