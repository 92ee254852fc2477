// The work half of `takedown rehearse`: what is typed stands in commands/rehearse.ts.
import { formatNetwork } from '../../casefile/network-file.ts';
import { TakedownError } from '../../model/takedown-error.ts';
import { statusJson } from '../../reports/status/json.ts';
import { statusLines } from '../../reports/status/text.ts';
import { writeWhole } from '../../store/disk/asked-files.ts';
import type { Call } from '../command.ts';
import { EXIT } from '../exit.ts';
import { printLines, printPieces, surfaceOf } from '../print.ts';
import type { Played } from '../rehearse/rehearsing.ts';
import { play } from '../rehearse/rehearsing.ts';
import { progressBar } from '../terminal/progress-bar.ts';
import { envelopeOf } from '../view.ts';
import { caseMeant } from '../workspace.ts';

export async function rehearse(call: Call): Promise<number> {
  const { context, terminal, options } = call;
  const bar = progressBar(context.err, terminal, context.clock.monotonic);
  const played = await play(call, {
    paths: caseMeant(call, call.arguments[0]),
    lastDay: dayTyped(options['day']),
    fast: options['fast'] === true,
    ...(typeof options['seed'] === 'string' ? { seed: options['seed'] } : {}),
    onProgress: bar.show,
    onDay: bar.clear,
  });
  try {
    if (context.interruption.aborted) return EXIT.interrupted;
    await report(call, played);
    if (options['serve'] === true) await serve(call, played);
    return EXIT.done;
  } finally {
    await played.close();
  }
}

function dayTyped(text: unknown): number | undefined {
  if (text === undefined) return undefined;
  if (typeof text === 'string' && /^\d{1,4}$/.test(text)) return Number(text);
  throw new TakedownError('use', {
    code: 'bad-day',
    message: `--day "${String(text)}" is no day of a scenario.`,
    hint: 'Days count from 0.',
  });
}

async function report({ context, terminal }: Call, { view }: Played): Promise<void> {
  if (terminal.json) {
    await printPieces(context.out, statusJson(view.report, envelopeOf(context, view.problems)));
    return;
  }
  await printLines(context.out, statusLines(view.report, surfaceOf(terminal)));
}

async function serve({ context, options }: Call, { network, paths, gone }: Played): Promise<void> {
  const file = options['networkOut'];
  if (typeof file === 'string') {
    writeWhole(file, context.folder, formatNetwork(network));
  } else await context.out.write(formatNetwork(network));
  const where = typeof file === 'string' ? file : 'FILE';
  await context.err.write(
    `The simulated internet is up until Ctrl-C. Try: takedown check ${paths.id} --network ${where}\n`,
  );
  await aborted(AbortSignal.any([context.interruption, gone]));
  gone.throwIfAborted();
}

function aborted(signal: AbortSignal): Promise<void> {
  return new Promise((ended) => {
    if (signal.aborted) return ended();
    // A timer keeps the process alive for its servers, which do not by themselves.
    const alive = setInterval(() => undefined, 60_000);
    signal.addEventListener('abort', () => {
      clearInterval(alive);
      ended();
    });
  });
}
