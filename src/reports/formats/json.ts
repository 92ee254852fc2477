// The report as the published document: `takedown schema report`, and `report-all` of several cases.
import { type Field, jsonDocument, rowsOf } from '../json.ts';
import type { CaseReport, Reports } from '../report/case-report.ts';

export function* render({ cases, all, toolVersion, unread }: Reports): Iterable<string> {
  const [only] = cases;
  if (!all && only !== undefined) {
    yield* jsonDocument([['schema', 'takedown/report/1'], ['toolVersion', toolVersion], ...fieldsOf(only)]);
    return;
  }
  yield* several(cases, { toolVersion, unread });
}

/** Lists that are written a row a line. */
const LISTS: ReadonlySet<string> = new Set([
  'attention',
  'registries',
  'registrars',
  'due',
  'expiries',
  'paragraphs',
  'sinkholes',
  'names',
  'problems',
]);

/** What is short stands first and the names last, where a reader who stops early has missed least. */
function fieldsOf({ names, problems, ...before }: CaseReport): readonly Field[] {
  return Object.entries({ ...before, problems, names }).map(([key, value]) => [
    key,
    LISTS.has(key) ? rowsOf(value as Iterable<unknown>) : value,
  ]);
}

/** The document of several cases; each of them is written on its own and set in. */
function* several(cases: readonly CaseReport[], rest: Pick<Reports, 'toolVersion' | 'unread'>): Iterable<string> {
  const head = { schema: 'takedown/report-all/1', toolVersion: rest.toolVersion };
  yield `{\n  "schema": ${JSON.stringify(head.schema)},\n  "toolVersion": ${JSON.stringify(head.toolVersion)},\n  "cases": [`;
  let between = '\n';
  for (const one of cases) {
    yield between;
    yield* jsonDocument(fieldsOf(one));
    between = ',\n';
  }
  yield ['],\n', ...tail({ unread: rest.unread })].join('');
}

function tail(rest: Pick<Reports, 'unread'>): Iterable<string> {
  return [[...jsonDocument([['unread', rowsOf(rest.unread)]])].join('').slice('{\n'.length)];
}
