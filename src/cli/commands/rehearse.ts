// `takedown rehearse`: a whole takedown practised on the simulated internet, day by day, offline. What it leaves is a case
// folder like any other, marked as a rehearsal.
import { resolve } from 'node:path';
import { TakedownError } from '../../model/takedown-error.ts';
import { type Call, defineCommand } from '../command.ts';
import { EXIT } from '../exit.ts';
import { JSON_OPTION } from '../options.ts';
import { printLines, printPieces, surfaceOf } from '../print.ts';
import type { Played } from '../rehearsing.ts';
import { progressBar } from '../terminal/progress-bar.ts';
import { CASE_ARGUMENT, caseMeant } from '../workspace.ts';

export const rehearse = defineCommand({
  name: 'rehearse',
  summary: 'practise a whole takedown on a simulated internet, offline',
  arguments: [CASE_ARGUMENT],
  options: [
    { flags: '--day <number>', about: 'stop after this day of the scenario' },
    { flags: '--fast', about: 'servers answer without the waiting of real ones' },
    { flags: '--seed <text>', about: 'another made-up world: registrars, dates, addresses' },
    { flags: '--serve', about: 'keep the simulated internet up on the last day, until Ctrl-C' },
    { flags: '--network-out <file>', about: 'with --serve: write the network file there, in place of standard output' },
    JSON_OPTION,
  ],
  examples: [
    { line: 'takedown rehearse phosphorus', about: 'about half a minute; then: takedown status phosphorus.rehearsal' },
    {
      line: 'takedown rehearse phosphorus --day 3 --serve',
      about: 'to try commands against: takedown check phosphorus.rehearsal --network FILE',
    },
  ],
  async run(call) {
    const { context, terminal, options } = call;
    const { play } = await import('../rehearsing.ts');
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
  },
});

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
    const [{ statusJson }, { envelopeOf }] = await Promise.all([
      import('../../reports/status-json.ts'),
      import('../view.ts'),
    ]);
    await printPieces(context.out, statusJson(view.report, envelopeOf(context, view.problems)));
    return;
  }
  const { statusLines } = await import('../../reports/status-text.ts');
  await printLines(context.out, statusLines(view.report, surfaceOf(terminal)));
}

async function serve({ context, options }: Call, { network, paths }: Played): Promise<void> {
  const { formatNetwork } = await import('../../casefile/network-file.ts');
  const file = options['networkOut'];
  if (typeof file === 'string') {
    const { replaceFile } = await import('../../store/files.ts');
    replaceFile(resolve(context.folder, file), formatNetwork(network));
  } else await context.out.write(formatNetwork(network));
  const where = typeof file === 'string' ? file : 'FILE';
  await context.err.write(
    `The simulated internet is up until Ctrl-C. Try: takedown check ${paths.id} --network ${where}\n`,
  );
  await new Promise<void>((ended) => {
    // A timer keeps the process alive for its servers, which do not by themselves.
    const alive = setInterval(() => undefined, 60_000);
    context.interruption.addEventListener('abort', () => {
      clearInterval(alive);
      ended();
    });
  });
}
