// The work half of `takedown evidence show`: what is typed stands in commands/evidence-show.ts.

import { printedExchange } from '../../lookups/printing/print-exchange.ts';
import type { Observation } from '../../model/seen/observation.ts';
import { runOf } from '../../model/seen/observation-id.ts';
import { TakedownError } from '../../model/takedown-error.ts';
import { evidenceShowJson, evidenceShowLines, type ShownEvidence } from '../../reports/evidence/show.ts';
import { writeWhole } from '../../store/disk/asked-files.ts';
import { exchangesIn, readEvidence } from '../../store/evidence/read-back.ts';
import { runPaths } from '../../store/run-form/paths.ts';
import type { CasePaths } from '../../store/workspace.ts';
import { sealedOctets } from '../check/ci-log.ts';
import type { Call } from '../command.ts';
import { EXIT } from '../exit.ts';
import { textOf } from '../options.ts';
import { printLines, printPieces, surfaceOf } from '../print.ts';
import { observationsMeant } from '../typed/observations-meant.ts';
import { envelopeOf } from '../view.ts';
import { caseMeant } from '../workspace.ts';

export async function evidenceShow(call: Call): Promise<number> {
  const { context, terminal, options } = call;
  const paths = caseMeant(call, call.arguments[0]);
  const observations = observationsMeant(paths, call.arguments[1] ?? '');
  const only = exchangeMeant(textOf(options['exchange']));
  const shown = await Promise.all(observations.map((observation) => shownOf(paths, observation, only)));
  const raw = textOf(options['raw']);
  const form = options['hex'] === true ? 'hex' : 'printed';
  if (only !== undefined && shown.every(({ exchanges }) => exchanges.length === 0)) throw noSuchExchange(only);
  if (raw !== undefined) await writeRaw(call, shown, raw);
  else if (terminal.json) await printPieces(context.out, evidenceShowJson(paths.id, shown, envelopeOf(context, [])));
  else await printLines(context.out, evidenceShowLines(shown, form, surfaceOf(terminal)));
  return shown.some(({ damaged }) => damaged !== undefined) ? EXIT.input : EXIT.done;
}

async function shownOf(paths: CasePaths, observation: Observation, only: number | undefined): Promise<ShownEvidence> {
  const { id, evidence } = observation;
  if (evidence === undefined) return { observation, exchanges: [] };
  const reading = readEvidence(runPaths(paths, runOf(id)).evidence, evidence);
  if (!reading.ok) return { observation, damaged: reading.reason, exchanges: [] };
  const numbered = exchangesIn(reading.records).map((exchange, at) => ({ number: at + 1, exchange }));
  const wanted = numbered.filter(({ number }) => only === undefined || number === only);
  const exchanges = wanted.map(async (one) => ({ ...one, printed: await printedExchange(one.exchange) }));
  return { observation, exchanges: await Promise.all(exchanges) };
}

/** What was received, in its order, and not an octet more. */
async function writeRaw({ context }: Call, shown: readonly ShownEvidence[], to: string): Promise<void> {
  const octets = Buffer.concat(shown.flatMap(({ exchanges }) => exchanges.map(({ exchange }) => exchange.received)));
  if (context.ci?.hides === true) throw sealedOctets('Octets of a sealed case are not handed out in a CI job.');
  if (to !== '-') return writeWhole(to, context.folder, octets);
  if (!context.out.isTerminal) return (context.ci?.out ?? context.out).write(octets);
  throw new TakedownError('use', {
    code: 'raw-to-terminal',
    message: 'Octets of servers are not written to a terminal: it might obey them.',
    hint: 'Give a file, or pass standard output on; --hex shows them.',
  });
}

function exchangeMeant(typed: string | undefined): number | undefined {
  if (typed === undefined) return undefined;
  if (/^[1-9]\d{0,5}$/.test(typed)) return Number(typed);
  throw new TakedownError('use', { code: 'not-a-number', message: `--exchange: "${typed}" is no number from 1 on.` });
}

function noSuchExchange(number: number): TakedownError {
  return new TakedownError('use', { code: 'no-such-exchange', message: `There is no exchange ${number} there.` });
}
