// A person answers for a look before service: the table is shown, kept octet by octet in signed/, and the journal says who, when,
// which run and which state of the case. What is signed is what was shown, made once.

import type { JournalEntry } from '../../model/case/journal.ts';
import { compactInstant, type Instant } from '../../model/instant.ts';
import type { Precheck } from '../../model/judged/precheck.ts';
import { TakedownError } from '../../model/takedown-error.ts';
import { show } from '../../model/text/harmless.ts';
import { precheckDocument } from '../../reports/precheck/json.ts';
import type { PrecheckReport } from '../../reports/precheck/report.ts';
import { precheckLines } from '../../reports/precheck/text.ts';
import { appendJournal } from '../../store/case/journal-append.ts';
import { keepReply } from '../../store/letters/replies.ts';
import type { CasePaths } from '../../store/workspace.ts';
import type { Call } from '../command.ts';
import { consentTo } from '../consent.ts';
import { machineFor } from '../lock-holder.ts';
import { textOf } from '../options.ts';
import { presentOf } from '../present.ts';
import { surfaceOf } from '../print.ts';
import { VERSION } from '../version.ts';
import { journalOf } from '../view.ts';
import type { LoadedCase } from '../workspace.ts';

interface Signing {
  readonly paths: CasePaths;
  readonly loaded: LoadedCase;
  readonly table: Precheck;
  readonly who: string;
  readonly report: PrecheckReport;
}

/** The newest entry about this very look. */
export function signedOffIn(
  journal: readonly JournalEntry[],
  { run }: Pick<Precheck, 'run'>,
): Pick<PrecheckReport, 'signed'> {
  const signed = journal.findLast(({ event, precheck }) => event === 'signed-off' && precheck?.run === run.id);
  return signed === undefined ? {} : { signed };
}

export async function signOff(call: Call, signing: Signing): Promise<void> {
  const { context, terminal, options } = call;
  const { paths, loaded, table, who, report } = signing;
  const note = textOf(options['note']);
  refuseStale(signing);
  const earlier = signedAlready(await journalOf(paths, { from: context.folder }), { table, who, note });
  if (earlier !== undefined) {
    await context.err.write(`${show(who)} signed this off already, at ${earlier.at}; nothing is written twice.\n`);
    return;
  }
  const stops = table.totals.stop > 0 || table.findings.some(({ severity }) => severity === 'stop');
  if (stops && note === undefined) throw needsNote(table);
  await consentTo(call, {
    ready: `The look of ${table.asOf} at ${paths.id} may be signed off as ${show(who)}`,
    lines: [...precheckLines(report, surfaceOf({ ...terminal, width: context.err.columns }))],
    asks: `Sign off ${table.totals.go} to go, ${table.totals.look} to look at and ${table.totals.stop} to stop as ${show(who)}?`,
    does: 'sign it',
    otherwise: 'nothing was signed',
  });
  const journal = await journalOf(paths, { from: context.folder });
  const at = presentOf({ paths, theCase: loaded.theCase, journal }, context.clock.now());
  const octets = Buffer.from(`${JSON.stringify(precheckDocument(report, { toolVersion: VERSION }), null, 1)}\n`);
  const name = `${compactInstant(at)}-precheck-${table.run.id}.json`;
  const { evidence } = keepReply(paths, { name, octets, in: 'signed' });
  await appendJournal(paths, [entryOf(signing, { at, note, evidence })], machineFor(context));
}

/** One who was killed, or does not know whether it was done, tries again: the same word of the same person about one look is said once. */
function signedAlready(
  journal: readonly JournalEntry[],
  { table, who, note }: Pick<Signing, 'table' | 'who'> & { readonly note: string | undefined },
): JournalEntry | undefined {
  const { signed } = signedOffIn(journal, table);
  if (signed === undefined || signed.by !== who || signed.note !== note) return undefined;
  const isCorrected = journal.some(({ corrects }) => corrects === signed.at);
  return isCorrected || signed.precheck?.['case-sha-256'] !== table.run.caseDigest ? undefined : signed;
}

interface Signed {
  readonly at: Instant;
  readonly note: string | undefined;
  readonly evidence: NonNullable<JournalEntry['evidence']>;
}

function entryOf({ loaded, table, who }: Signing, { at, note, evidence }: Signed): JournalEntry {
  return {
    at,
    event: 'signed-off',
    by: who,
    ...(note === undefined ? {} : { note }),
    evidence,
    precheck: { run: table.run.id, 'case-sha-256': loaded.theCase.digest },
  };
}

/** Nobody answers for a case with what was seen of another state of it. */
function refuseStale({ table, loaded, paths }: Signing): void {
  if (table.run.caseDigest === loaded.theCase.digest) return;
  throw new TakedownError('guard', {
    code: 'precheck-stale',
    message: `The case was changed since the look of ${table.asOf}: what was seen is not what would be signed.`,
    hint: `Look again: takedown precheck ${paths.id}`,
  });
}

function needsNote({ totals: { stop } }: Precheck): TakedownError {
  return new TakedownError('use', {
    code: 'stop-without-note',
    message: `${stop === 0 ? 'The case is' : stop === 1 ? 'One name is' : `${stop} names are`} on stop: whoever signs says why it is served all the same, or what is done first.`,
    hint: 'Say it with --note "…", or mend what stops them and look again.',
  });
}
