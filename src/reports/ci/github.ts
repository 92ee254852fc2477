// What GitHub shows of a job: annotations at the line of the schedule on which a name stands, and outputs for later steps. Both
// are commands in text, so that text from outside is escaped as the runner unescapes it (actions/toolkit, command.ts and
// file-command.ts, 2026-11).
import { show } from '../../model/text/harmless.ts';
import type { NameRow } from '../documents.ts';

type AnnotationKind = 'error' | 'warning' | 'notice';

interface Annotation {
  readonly kind: AnnotationKind;
  /** From the top of the repository. */
  readonly file: string;
  readonly line: number;
  readonly title: string;
  readonly message: string;
}

/** GitHub shows no more of a step; the last one then says how many there are. */
const MOST_A_KIND = 10;

interface AnnotatedRows {
  readonly rows: Iterable<NameRow>;
  /** The schedule's file by its id. */
  file(schedule: string): string;
  /** `SIMULATED NETWORK` and the like, in front of every message. */
  readonly marks: readonly string[];
}

/** One a name at most: what is late or slipped back is an error, what is unknown or runs out a warning, the rest a notice. */
export function annotationsOf({ rows, file, marks }: AnnotatedRows): readonly Annotation[] {
  const kept: Record<AnnotationKind, Annotation[]> = { error: [], warning: [], notice: [] };
  const counts: Record<AnnotationKind, number> = { error: 0, warning: 0, notice: 0 };
  const before = marks.map((mark) => `${mark}: `).join('');
  for (const row of rows) {
    const said = sayingOf(row);
    if (said === undefined) continue;
    counts[said.kind] += 1;
    if (kept[said.kind].length >= MOST_A_KIND) continue;
    const message = `${before}${row.name} ${said.message}`;
    kept[said.kind].push({ kind: said.kind, file: file(row.schedule), line: row.line, title: said.title, message });
  }
  return (['error', 'warning', 'notice'] as const).flatMap((kind) => {
    const [first, ...rest] = kept[kind];
    if (first === undefined || counts[kind] <= MOST_A_KIND) return kept[kind];
    const more = counts[kind] - MOST_A_KIND + 1;
    const last = {
      ...first,
      line: 1,
      title: 'more',
      message: `${before}${more} more names; the step summary has them`,
    };
    return [first, ...rest.slice(0, -1), last];
  });
}

type Saying = Pick<Annotation, 'kind' | 'title' | 'message'>;

function sayingOf(row: NameRow): Saying | undefined {
  const because = (verdict: 'unmet' | 'unknown') => {
    const found = row.findings.filter((finding) => finding.verdict === verdict);
    return found.map(({ relief, reason }) => `${relief}: ${reason}`).join('; ');
  };
  if (row.reverted) return { kind: 'error', title: 'reverted', message: `slipped back: ${because('unmet')}` };
  if (row.overdue) return { kind: 'error', title: 'overdue', message: `is late: ${because('unmet')}` };
  if (row.expiring) return { kind: 'warning', title: 'expiring', message: `expires ${row.expires ?? 'soon'}` };
  if (row.doneVerdict === 'unknown') return { kind: 'warning', title: 'unknown', message: because('unknown') };
  if (row.doneVerdict === 'unmet') return { kind: 'notice', title: 'not yet', message: because('unmet') };
  return undefined;
}

export function annotationLine({ kind, file, line, title, message }: Annotation): string {
  const place = `file=${property(file)},line=${line},title=${property(title)}`;
  return `::${kind} ${place}::${data(show(message))}\n`;
}

function data(text: string): string {
  return text.replace(/%/g, '%25').replace(/\r/g, '%0D').replace(/\n/g, '%0A');
}

function property(text: string): string {
  return data(show(text)).replace(/:/g, '%3A').replace(/,/g, '%2C');
}

/** For the file that GITHUB_OUTPUT names. `delimiter` is not to be guessed, so that no value can end itself and set another. */
export function outputsText(values: Readonly<Record<string, string>>, delimiter: string): string {
  return Object.entries(values)
    .map(([key, value]) => `${key}<<${delimiter}\n${show(value)}\n${delimiter}\n`)
    .join('');
}
