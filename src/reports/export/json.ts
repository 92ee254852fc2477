// `export --json`: the names of one schedule for scripts, each with the domain that it is registered under and whose service
// that is.
import { servicesOf } from '../../model/tables/services.ts';
import type { ExportDocument } from '../documents.ts';
import { jsonDocument, rowsOf } from '../json.ts';
import type { Envelope } from '../report.ts';
import type { NameList } from './name-list.ts';

interface ExportedList extends Pick<NameList, 'names' | 'schedule'> {
  readonly case: string;
  readonly illustrative: boolean;
  readonly file: string;
  readonly statedCount?: number;
}

export function exportJson(list: ExportedList, envelope: Envelope): Iterable<string> {
  const head: Omit<ExportDocument, 'names'> = {
    schema: 'takedown/export/1',
    toolVersion: envelope.toolVersion,
    generatedAt: envelope.generatedAt,
    case: list.case,
    illustrative: list.illustrative,
    schedule: list.schedule,
    file: list.file,
    statedCount: list.statedCount ?? null,
    count: list.names.length,
  };
  return jsonDocument([...Object.entries(head), ['names', rowsOf(rows(list.names))]]);
}

function* rows(names: NameList['names']): Iterable<ExportDocument['names'][number]> {
  for (const { name, unicode, registrable, line } of names) {
    const services = servicesOf(name).map(({ kind, operator, domain }) => ({ kind, operator, domain }));
    yield { name, unicode, registrable, line, services };
  }
}
