// What an import says, before and after it writes. In the log of a CI job nobody reads the names of a sealed case.
import type { Case } from '../../model/case/case.ts';
import { sealInForce } from '../../model/case/seal.ts';
import { type Hide, hideNames, hostsIn, type SealedName } from '../../model/case/sealed-names.ts';
import { type Name, unicodeOf } from '../../model/name.ts';
import { TakedownError } from '../../model/takedown-error.ts';
import { count } from '../../model/text/phrase.ts';
import { importJson } from '../../reports/import/json.ts';
import type { ImportReport } from '../../reports/import/report.ts';
import { importLines } from '../../reports/import/text.ts';
import type { Call } from '../command.ts';
import { printLines, printPieces, surfaceOf } from '../print.ts';
import { envelopeOf } from '../view.ts';

interface Told {
  readonly report: ImportReport;
  readonly theCase: Case;
  /** Absent: nothing was written yet. */
  readonly outcome?: Outcome;
  /** What is doubtful is asked about next. */
  readonly asked?: boolean;
}

interface Outcome {
  readonly added: number;
  readonly left: number;
  readonly by: string;
  /** Copies of documents, in the case's folder. */
  readonly kept: readonly string[];
}

export async function tell(call: Call, { report: whole, theCase, outcome: ended, asked = false }: Told): Promise<void> {
  const { context, terminal } = call;
  const hide = hiding(call, theCase, whole);
  const report = hide === undefined ? whole : withoutTitles(whole);
  const outcome = hide === undefined || ended === undefined ? ended : { ...ended, kept: ended.kept.map(withoutTitle) };
  if (terminal.json) return printPieces(context.out, hidden(importJson(report, envelopeOf(context, [])), hide));
  const said = outcome === undefined ? [] : ['', ...outcomeLines(report, outcome)];
  const lines = importLines(report, { ...surfaceOf(terminal), all: terminal.verbose, asked });
  await printLines(context.out, hidden(joined(lines, said), hide));
}

/** What a document is called may be a name without its dots. */
function withoutTitles(report: ImportReport): ImportReport {
  const documents = report.documents.map((one) =>
    one.copy === undefined ? one : { ...one, copy: withoutTitle(one.copy) },
  );
  return { ...report, documents };
}

function withoutTitle(copy: string): string {
  return copy.replace(/-.*$/, '');
}

function* joined(lines: Iterable<string>, more: readonly string[]): Iterable<string> {
  yield* lines;
  yield* more;
}

function* hidden(pieces: Iterable<string>, hide: Hide | undefined): Iterable<string> {
  for (const piece of pieces) yield hide === undefined ? piece : hide(piece);
}

export function outcomeLines({ file }: ImportReport, { added, left, by, kept }: Outcome): readonly string[] {
  const rest = left === 0 ? [] : [`  ${left} left to check: on a terminal they are asked about; else --answer`];
  if (added === 0) return [`Nothing was added to ${file}`, ...rest];
  const copies = kept.map((copy) => `  kept as ${copy}`);
  return [`${count(added, 'name')} added to ${file}, accepted by ${by}`, ...copies, ...rest];
}

/** Whether nobody may read the names where this is printed. */
export function areHidden({ context }: Pick<Call, 'context'>, theCase: Case): boolean {
  return context.ci !== undefined && sealInForce(theCase, context.clock.now()) !== undefined;
}

/** Names that are still to come into a sealed case are no less sealed than those that are there. */
function hiding(call: Call, theCase: Case, report: ImportReport): Hide | undefined {
  if (!areHidden(call, theCase)) return undefined;
  const listed = theCase.schedules.flatMap(({ names }) => names);
  const candidates = report.check.flatMap((one) => one.candidates.map(({ name }) => name));
  const texts = [...report.check, ...report.refused].flatMap(({ printed }) => hostsIn(printed));
  const sure = [...report.sure, ...report.repeats].map(({ name }) => name);
  const found = [...sure, ...report.added, ...candidates].map(sealedName);
  return hideNames([...listed, ...found, ...texts]);
}

function sealedName(name: Name): SealedName {
  return { name, unicode: unicodeOf(name), registrable: name };
}

/** How many names are added, or would be. */
export function addedIn({ added, many }: ImportReport): number {
  return many?.added ?? added.length;
}

export function notAsked(report: ImportReport): TakedownError {
  const { check } = report;
  const left = check.length === 0 ? '' : `, and ${check.length} to be checked`;
  return new TakedownError('use', {
    code: 'not-asked',
    message: `There is no terminal to ask at; nothing was written. ${count(addedIn(report), 'name')} could be added${left}.`,
    hint: 'Give --accept sure to write what is beyond doubt, and --answer for the rest; or --dry-run to look only.',
  });
}
