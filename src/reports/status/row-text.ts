// A row of `status --json` as text, put together from pieces. What its findings have in common with those of other rows is
// stood in for (finding-text.ts), since that is most of the text of a hundred thousand rows; row-pieces.ts puts it back.
// The text then is the one that JSON.stringify makes of `nameRow`.
import type { DatedFinding, NameProgress } from '../../model/judged/progress.ts';
import { resolverFields } from '../rows.ts';
import { openFindingTexts } from './finding-text.ts';
import { jsonOf, openQuoting, quoted } from './quoted.ts';
import type { Repeated } from './stand-in.ts';

/** How a row begins: its name follows, up to a quote. */
export const ROW_START = '{"name":"';

interface RowTexts {
  of(row: NameProgress): string;
  /** By number, what was stood in for so far. */
  repeated(): readonly Repeated[];
}

export function openRowTexts(): RowTexts {
  const findings = openFindingTexts();
  const write: Writers = {
    finding: findings.of,
    registry: openQuoting(),
    schedule: openQuoting(),
    expires: openQuoting(),
    observedAt: openQuoting(),
  };
  return { of: (row) => rowText(row, write), repeated: findings.repeated };
}

type Write = (text: string) => string;

interface Writers {
  readonly finding: (finding: DatedFinding) => string;
  readonly registry: Write;
  readonly schedule: Write;
  readonly expires: Write;
  readonly observedAt: Write;
}

function rowText(row: NameProgress, write: Writers): string {
  const { name, unicode, expires, observedAt, findings, notes, resolvers } = row;
  // A name is written with nothing that JSON would escape.
  let text = `${ROW_START}${name}","unicode":${unicode === name ? `"${name}"` : quoted(unicode)}`;
  text += `,"registry":${write.registry(row.registry)},"schedule":${write.schedule(row.schedule)},"line":${row.line}`;
  text += `,"action":"${row.action}","released":${row.released}`;
  text += `,"transferred":"${row.transferred}","sinkholed":"${row.sinkholed}","done":${row.done === 'met'}`;
  text += `,"doneVerdict":"${row.done}","reverted":${row.reverted},"overdue":${row.overdue}`;
  text += `,"expiring":${row.expiring},"expires":${expires === undefined ? 'null' : write.expires(expires)}`;
  text += `,"observedAt":${observedAt === undefined ? 'null' : write.observedAt(observedAt)},"findings":[`;
  let between = '';
  for (const finding of findings) {
    text += between + write.finding(finding);
    between = ',';
  }
  text += `],"notes":${notes.length === 0 ? '[]' : jsonOf(notes)}`;
  return resolvers === undefined ? `${text}}` : `${text}${fieldsOf(resolverFields(row))}}`;
}

/** After other fields, and without the brace. */
function fieldsOf(more: object): string {
  const text = jsonOf(more).slice(1, -1);
  return text === '' ? '' : `,${text}`;
}
