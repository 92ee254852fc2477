// `--reporter junit=FILE`, `github`, `json=FILE`: what a CI system reads besides the exit code. Written when all is known, and
// where the command is stopped: a file that is not there would show as if nothing had been wrong.
import { join, relative } from 'node:path';
import { TakedownError } from '../../model/takedown-error.ts';
import { show } from '../../model/text/harmless.ts';
import { annotationLine, annotationsOf, outputsText } from '../../reports/ci/github.ts';
import { aboutOf, githubSummary } from '../../reports/ci/github-summary.ts';
import { junitOfStop, junitXml } from '../../reports/ci/junit.ts';
import type { UnknownAs } from '../../reports/ci/outcome.ts';
import type { NameRow } from '../../reports/documents.ts';
import { marksOf } from '../../reports/heading.ts';
import { isComplete } from '../../reports/rows.ts';
import { statusJsonWith } from '../../reports/status/json.ts';
import { addToFile } from '../../store/disk/files.ts';
import type { Call } from '../command.ts';
import { EXIT } from '../exit.ts';
import { textsOf } from '../options.ts';
import { writePieces } from '../typed/output-format.ts';
import { VERSION } from '../version.ts';
import { envelopeOf } from '../view.ts';
import type { Shown } from './seen.ts';

const KINDS = ['junit', 'github', 'json'] as const;

interface Reporter {
  readonly kind: (typeof KINDS)[number];
  /** Of all but `github`. */
  readonly file: string;
}

/** To be called once, with the exit code that it hands back. */
export type Tell = (view: Shown, code: number) => Promise<number>;

/** Runs the work of a command whose end the reporters tell. */
export async function reporting(call: Call, work: (tell: Tell) => Promise<number>): Promise<number> {
  const reporters = reportersIn(call.options['reporter']);
  const unknownAs = unknownAsIn(call.options['unknownAs']);
  const tellAll: Tell = async (view, code) => {
    for (const reporter of reporters) await tell(call, reporter, { view, code, unknownAs });
    return code;
  };
  try {
    return await work(tellAll);
  } catch (error) {
    if (error instanceof TakedownError) {
      const stopped = [...junitOfStop(call.arguments[0] ?? 'takedown', error)];
      for (const { kind, file } of reporters) if (kind === 'junit') await write(call, file, stopped);
    }
    throw error;
  }
}

function reportersIn(typed: unknown): readonly Reporter[] {
  return textsOf(typed).map((one) => {
    const [word = '', ...rest] = one.split('=');
    const kind = KINDS.find((known) => known === word);
    const file = rest.join('=');
    if (kind !== undefined && (kind === 'github') === (file === '')) return { kind, file };
    throw new TakedownError('use', {
      code: 'unknown-reporter',
      message: `--reporter does not know "${show(one)}".`,
      hint: 'It knows junit=FILE, json=FILE and github; it may be given several times.',
    });
  });
}

function unknownAsIn(typed: unknown): UnknownAs {
  if (typed === undefined || typed === 'skipped') return 'skipped';
  if (typed === 'error') return 'error';
  throw new TakedownError('use', {
    code: 'bad-unknown-as',
    message: `--unknown-as does not know "${show(String(typed))}".`,
    hint: 'It knows skipped and error.',
  });
}

interface Told {
  readonly view: Shown;
  readonly code: number;
  readonly unknownAs: UnknownAs;
}

async function tell(call: Call, { kind, file }: Reporter, told: Told): Promise<void> {
  const { view, unknownAs } = told;
  const { progress, report } = view;
  switch (kind) {
    case 'junit': {
      const checked = progress.lastRun?.ended;
      const suite = {
        case: progress.caseId,
        marks: marksOf(report),
        asOf: progress.asOf,
        ...(checked && { checked }),
        toolVersion: VERSION,
        rows: rowsOf(call, view),
        unknownAs,
      };
      return write(call, file, junitXml(suite));
    }
    case 'json':
      return write(call, file, statusJsonWith(report, envelopeOf(call.context, view.problems), view.rows));
    case 'github':
      return tellGithub(call, told);
    default:
      return kind satisfies never;
  }
}

/** Each piece ends where no name can be cut in two. */
function write({ context }: Call, file: string, pieces: Iterable<string>): Promise<void> {
  return writePieces({ file, from: context.folder }, hidden(context, pieces));
}

function* hidden(context: Call['context'], pieces: Iterable<string>): Iterable<string> {
  for (const piece of pieces) yield hideIn(context, piece);
}

function hideIn({ ci }: Call['context'], text: string): string {
  return ci === undefined ? text : ci.hide(text);
}

/** Names are hidden before they become a part of any markup, which could take them apart. */
function rowsOf({ context }: Call, { rows }: Shown): Iterable<NameRow> {
  const { ci } = context;
  return {
    *[Symbol.iterator]() {
      for (const row of rows) yield ci?.hides === true ? JSON.parse(ci.hide(JSON.stringify(row))) : row;
    },
  };
}

async function tellGithub(call: Call, { view, code }: Told): Promise<void> {
  const { context } = call;
  const { env } = context;
  const { report, theCase, paths } = view;
  const rows = rowsOf(call, view);
  const root = env['GITHUB_WORKSPACE'] ?? context.folder;
  const files = new Map(theCase.schedules.map(({ id, file }) => [id, relative(root, join(paths.folder, file))]));
  const marks = marksOf(report);
  for (const annotation of annotationsOf({ rows, file: (id) => files.get(id) ?? 'case.yaml', marks }))
    await (context.ci?.err ?? context.err).write(hideIn(context, annotationLine(annotation)));
  const [summary, output] = [env['GITHUB_STEP_SUMMARY'], env['GITHUB_OUTPUT']];
  if (summary) addToFile(summary, hideIn(context, githubSummary({ about: aboutOf(report), rows })));
  if (output) addToFile(output, outputsText(outputsOf(view, code), delimiterOf(context)));
}

function delimiterOf({ random }: Call['context']): string {
  return `takedown-${Buffer.from(random(16)).toString('hex')}`;
}

function outputsOf({ progress }: Shown, code: number): Readonly<Record<string, string>> {
  const { totals, lastRun, caseId } = progress;
  const words: Readonly<Record<number, string>> = {
    [EXIT.done]: 'fine',
    [EXIT.gate]: 'gate',
    [EXIT.incomplete]: 'incomplete',
  };
  return {
    case: caseId,
    run: lastRun?.id ?? '',
    outcome: words[code] ?? 'failed',
    'exit-code': `${code}`,
    complete: `${isComplete(progress)}`,
    ordered: `${totals.ordered}`,
    done: `${totals.done.met}`,
    unmet: `${totals.done.unmet}`,
    unknown: `${totals.done.unknown}`,
    reverted: `${totals.reverted}`,
    overdue: `${totals.overdue}`,
  };
}
