// `takedown import` on a terminal: what the documents have, counted against the order; what a person has to look at, with its lines;
// what was refused, and why.
import { show } from '../../model/text/harmless.ts';
import { count, firstFew } from '../../model/text/phrase.ts';
import { flow, hang, padEnd, padStart, widest } from '../layout.ts';
import { finished, type Surface } from '../paint.ts';
import type { ImportedDoubt, ImportedRefusal, ImportReport } from './report.ts';

/** Beyond these a screen has no use for more; `--verbose` and `--json` have them all. */
const SHOWN = { names: 60, doubts: 20, examples: 3, repeats: 10 };

interface HowMuch extends Surface {
  readonly all: boolean;
  /** They are asked about one by one, and shown then. */
  readonly asked?: boolean;
}

export function importLines(report: ImportReport, surface: HowMuch): Iterable<string> {
  return finished(sections(report, surface), surface);
}

function* sections(report: ImportReport, surface: HowMuch): Iterable<string> {
  yield surface.paint.bold(`${show(report.schedule)} of ${show(report.caseId)}: ${show(report.file)}`);
  for (const document of report.documents) {
    const pages = document.pages === undefined ? '' : `, ${count(document.pages, 'page')}`;
    yield* hang(
      '  ',
      `${show(document.file)} · ${show(document.format)}${pages} · SHA-256 ${document.sha256.slice(0, 16)}…`,
      surface.width,
    );
    for (const remark of document.remarks) yield* hang('    ! ', show(remark), surface.width);
  }
  yield '';
  yield* totalLines(report, surface);
  yield* statedLines(report, surface);
  yield* sureLines(report, surface);
  if (surface.asked !== true) yield* checkLines(report, surface);
  yield* refusedLines(report, surface);
  yield* repeatLines(report, surface);
}

function* totalLines({ sure, check, refused, repeated, many }: ImportReport, { width }: HowMuch): Iterable<string> {
  const there = many?.there ?? sure.filter((one) => one.there).length;
  const elsewhere = sure.filter((one) => one.elsewhere.length > 0);
  const answered = check.filter(({ answer }) => answer !== undefined && answer.kind !== 'skip').length;
  const rows = [
    [
      'sure',
      many?.sure ?? sure.length,
      [there > 0 ? `${there} there already` : '', repeated > 0 ? `${repeated} repeated` : ''],
    ],
    ['to check', check.length, [answered > 0 ? `${answered} answered` : '']],
    ['refused', refused.length, []],
  ] as const;
  for (const [label, number, notes] of rows) {
    const note = notes.filter((one) => one !== '').join(', ');
    yield `  ${padEnd(label, 8)}  ${padStart(String(number), 7)}${note === '' ? '' : `   ${note}`}`;
  }
  for (const place of new Set(elsewhere.flatMap((one) => one.elsewhere))) {
    const names = elsewhere.filter((one) => one.elsewhere.includes(place)).map(({ name }) => name);
    yield* hang('  ! ', `in ${show(place)} too: ${firstFew(names, 4)}`, width);
  }
}

function* statedLines(
  { stated, before, sure, check, schedule, many }: ImportReport,
  { width }: HowMuch,
): Iterable<string> {
  if (stated === undefined) return;
  const fresh = many?.fresh ?? sure.filter((one) => !one.there).length;
  const dropped = check.filter(({ answer }) => answer?.kind === 'drop').length;
  const most = before + fresh + check.length - dropped;
  const parts = [
    before > 0 ? `${before} there` : '',
    `${fresh} ${before > 0 ? 'new and ' : ''}sure`,
    check.length > 0 ? `${check.length - dropped} to check` : '',
  ];
  const difference =
    most === stated ? 'that is as many' : most < stated ? `${stated - most} missing` : `${most - stated} too many`;
  const sign = most === stated ? '  ' : '  ! ';
  yield* hang(
    sign,
    `the order says ${stated} for ${show(schedule)}: ${parts.filter((one) => one !== '').join(', ')}; ${difference}`,
    width,
  );
}

function* sureLines({ sure, many }: ImportReport, surface: HowMuch): Iterable<string> {
  const fresh = sure.filter((one) => !one.there);
  if (fresh.length === 0) return;
  yield '';
  yield surface.paint.bold('Sure');
  if (surface.all && many === undefined) {
    for (const { name, file, where } of fresh) yield `  ${name}  ${surface.paint.dim(`${where} of ${show(file)}`)}`;
    return;
  }
  const names = fresh.slice(0, SHOWN.names).map(({ name }) => name);
  yield* indented(flow(names, '  ', surface.width === undefined ? 78 : surface.width - 2));
  const more = (many?.fresh ?? fresh.length) - names.length;
  if (more > 0) yield `  and ${more} more; all of them: ${many === undefined ? '--verbose' : '--json'}`;
}

function indented(lines: readonly string[]): readonly string[] {
  return lines.map((line) => `  ${line}`);
}

function* checkLines({ check }: ImportReport, surface: HowMuch): Iterable<string> {
  if (check.length === 0) return;
  yield '';
  yield surface.paint.bold('To check');
  const shown = surface.all ? check : check.slice(0, SHOWN.doubts);
  for (const doubt of shown) yield* doubtLines(doubt, surface);
  if (check.length > shown.length) yield `  and ${check.length - shown.length} more; all of them: --verbose`;
}

export function* doubtLines(doubt: ImportedDoubt, surface: Surface): Iterable<string> {
  const { printed, file, where, doubts, candidates, lines, answer } = doubt;
  yield* hang('  ', `${surface.paint.doubt(cut(printed))}  ${where} of ${show(file)}`, surface.width);
  for (const line of lines)
    yield* hang('    | ', show(line.length > 240 ? `${line.slice(0, 240)}…` : line), surface.width);
  yield* hang(
    '    ',
    `${doubts[0] ?? ''}${doubts.length > 1 ? ` (and: ${doubts.slice(1).join('; ')})` : ''}`,
    surface.width,
  );
  const offered = candidates.slice(0, 8).map(({ name, how }) => `${name} (${how})`);
  yield* hang('    = ', offered.join(' · '), surface.width);
  if (answer !== undefined) yield `    ${surface.paint.bold(answerWords(answer))}`;
}

function answerWords({ kind, name }: NonNullable<ImportedDoubt['answer']>): string {
  if (kind === 'take') return `taken as ${name ?? ''}`;
  return kind === 'drop' ? 'dropped' : 'left for later';
}

function* refusedLines({ refused }: ImportReport, surface: HowMuch): Iterable<string> {
  if (refused.length === 0) return;
  const reasons = new Map<string, ImportedRefusal[]>();
  for (const one of refused) reasons.set(one.reason, [...(reasons.get(one.reason) ?? []), one]);
  yield '';
  yield surface.paint.bold('Refused');
  const numbers = widest([...reasons.values()].map((all) => String(all.length)));
  for (const [reason, all] of reasons) {
    const examples = (surface.all ? all : all.slice(0, SHOWN.examples)).map(
      ({ printed, where }) => `${cut(printed)} (${where})`,
    );
    const more = all.length > examples.length ? `, and ${all.length - examples.length} more` : '';
    yield* hang(
      `  ${padStart(String(all.length), numbers)}  `,
      `${reason}: ${examples.join(', ')}${more}`,
      surface.width,
    );
  }
}

function* repeatLines({ repeats, repeated }: ImportReport, surface: HowMuch): Iterable<string> {
  if (repeats.length === 0) return;
  yield '';
  yield surface.paint.bold('Repeated');
  const shown = surface.all ? repeats : repeats.slice(0, SHOWN.repeats);
  for (const { name, where, first } of shown) yield* hang('  ', `${name}  ${where}, as ${first}`, surface.width);
  if (repeated > shown.length) yield `  and ${repeated - shown.length} more`;
}

function cut(printed: string): string {
  return show(printed.length > 80 ? `${printed.slice(0, 80)}…` : printed);
}
