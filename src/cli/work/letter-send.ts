// The work half of `takedown letter send`: what is typed stands in commands/letter-send.ts.
import { TakedownError } from '../../model/takedown-error.ts';
import { recordJson } from '../../reports/record-json.ts';
import { machineOf } from '../../store/lock.ts';
import { takeLetter } from '../../store/sent-mail.ts';
import type { Call } from '../command.ts';
import { EXIT } from '../exit.ts';
import { type LetterDesk, letterDesk, lettersMeant } from '../letter-desk.ts';
import { handOver } from '../letter-leaving.ts';
import { mailWayOf } from '../mail-server.ts';
import { printLines, printPieces } from '../print.ts';
import { leavingLines, sentLines } from '../sent-lines.ts';
import { envelopeOf } from '../view.ts';
import { caseIn } from '../workspace.ts';

export async function letterSend(call: Call): Promise<number> {
  const { context, terminal, options } = call;
  const { paths, id } = lettersMeant(call);
  const way = await mailWayOf(call);
  const lock = takeLetter(paths, id, machineOf(context.process.pid, context.process.lives));
  try {
    const desk = await letterDesk(call, { paths, id, way });
    const server = way.server();
    const trial = options['trial'] === true;
    await ask(call, leavingLines(desk, { trial, server: `${server.host}:${server.port}` }), desk);
    const left = await handOver(desk, { server, trial, context });
    const { theCase } = await caseIn(paths, { quick: true, from: context.folder });
    if (terminal.json) await printPieces(context.out, recordJson(paths.id, left.entry, envelopeOf(context, [])));
    else await printLines(context.out, sentLines(desk, left, theCase.court.timeZone));
    return EXIT.done;
  } finally {
    lock.release();
  }
}

/** Nobody is asked without a terminal, and nothing leaves unasked. */
async function ask(
  { context, terminal, options }: Call,
  lines: readonly string[],
  { letter }: LetterDesk,
): Promise<void> {
  if (options['yes'] === true) return;
  if (!terminal.asks)
    throw new TakedownError('use', {
      code: 'not-asked',
      message: `The letter ${letter.id} may leave, but there is no terminal to ask at.`,
      hint: 'Give --yes to send it without a question.',
    });
  await printLines(context.err, lines);
  const { confirmed } = await import('../terminal/prompts.ts');
  if (await confirmed('Send it?')) return;
  throw new TakedownError('failed', { code: 'stopped', message: 'Stopped; nothing was sent.' });
}
