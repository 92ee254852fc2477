// `takedown amend --json`: the difference that a later order makes, and what was written for it.
import type { AmendDocument } from '../documents.ts';
import { jsonDocument } from '../json.ts';
import type { Envelope } from '../report.ts';
import { problemRow } from '../rows.ts';
import type { OrderDiff } from './diff.ts';
import { caseFields, differenceFields } from './diff-json.ts';

export interface Amendment extends OrderDiff {
  readonly orderText: string;
  readonly files: AmendDocument['files'];
  readonly listed: number;
  readonly statedCount?: number;
  readonly toCheck: AmendDocument['toCheck'];
  readonly refused: AmendDocument['refused'];
}

export function amendJson(
  amendment: Amendment & { readonly written: boolean },
  { toolVersion, generatedAt, problems }: Envelope,
): Iterable<string> {
  const { written, files, orderText, listed, statedCount, toCheck, refused } = amendment;
  const document: AmendDocument = {
    schema: 'takedown/amend/1',
    toolVersion,
    generatedAt,
    ...caseFields(amendment),
    ...{ written, files, orderText, listed, statedCount: statedCount ?? null, toCheck, refused },
    ...differenceFields(amendment),
    problems: problems.map(problemRow),
  };
  return jsonDocument(Object.entries(document));
}
