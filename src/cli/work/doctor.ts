// The work half of `takedown doctor`: what is typed stands in commands/doctor.ts.
import { setMaxListeners } from 'node:events';
import { NO_SETTINGS } from '../../casefile/config.ts';
import { openExaminations } from '../../lookups/doctor/index.ts';
import { type Diagnosis, type Examination, type Finding, unknown } from '../../model/asking/diagnosis.ts';
import { TakedownError } from '../../model/takedown-error.ts';
import { doctorJson } from '../../reports/doctor/json.ts';
import { doctorLines } from '../../reports/doctor/text.ts';
import { findWorkspace } from '../../store/workspace.ts';
import type { Call } from '../command.ts';
import { EXIT } from '../exit.ts';
import { machineDiagnoses } from '../machine.ts';
import { type Asking, askingOf, toolsOf } from '../network.ts';
import { printLines, printPieces, surfaceOf } from '../print.ts';
import { settingsIn } from '../settings.ts';
import { envelopeOf } from '../view.ts';

/** For each thing by itself, and all are looked at together: longer than a lookup waits for a resolver. */
const DEADLINE_MS = 12_000;

/**
 * A look-up by the system cannot be stopped, and the process ends with the last of them. Without a word of the user the system is
 * told to ask each of its resolvers once, so that one which swallows questions ends the look-up before the deadline (resolv.conf(5)).
 */
const ASK_ONCE = 'timeout:2 attempts:1';

export async function doctor(call: Call): Promise<number> {
  const { context, terminal } = call;
  process.env['RES_OPTIONS'] ??= ASK_ONCE;
  // Every examination listens to it, which is no leak.
  setMaxListeners(0, context.interruption);
  const workspace = findWorkspace(context.folder);
  const asking = askingHere(call, workspace?.root);
  const { tools } = toolsOf(asking);
  const open = openExaminations(tools);
  try {
    const asked = await Promise.all(open.examinations.map((one) => examined(one, context.interruption)));
    const diagnoses = [...asked, ...machineDiagnoses({ context, workspace, versions: process.versions })];
    const report = { diagnoses, simulated: asking.network.simulated };
    if (terminal.json) await printPieces(context.out, doctorJson(report, envelopeOf(context, [])));
    else await printLines(context.out, doctorLines(report, surfaceOf(terminal)));
    if (diagnoses.some(({ condition }) => condition === 'not-so')) return EXIT.gate;
    return diagnoses.some(({ condition }) => condition === 'unknown') ? EXIT.incomplete : EXIT.done;
  } finally {
    open.close();
  }
}

/** Settings that cannot be read are one of the things that are told; the others are looked at all the same. */
function askingHere(call: Call, root: string | undefined): Asking {
  try {
    settingsIn(call.context, root);
  } catch (error) {
    if (!(error instanceof TakedownError)) throw error;
    return askingOf(call, root, NO_SETTINGS);
  }
  return askingOf(call, root);
}

async function examined({ group, check, examine }: Examination, interruption: AbortSignal): Promise<Diagnosis> {
  const giveUp = new AbortController();
  const signal = AbortSignal.any([interruption, giveUp.signal]);
  setMaxListeners(0, signal);
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<Finding>((resolve) => {
    timer = setTimeout(() => {
      giveUp.abort();
      resolve(unknown(`no answer within ${DEADLINE_MS / 1000} s`, 'Try again: something on the way hangs.'));
    }, DEADLINE_MS);
    interruption.addEventListener('abort', () => resolve(unknown('stopped before there was an answer')), {
      once: true,
    });
  });
  try {
    return { group, check, ...(await Promise.race([examine(signal), late])) };
  } finally {
    clearTimeout(timer);
  }
}
