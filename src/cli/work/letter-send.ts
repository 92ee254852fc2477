// The work half of `takedown letter send`: what is typed stands in commands/letter-send.ts.
import { recordJson } from '../../reports/record-json.ts';
import { machineOf } from '../../store/disk/lock.ts';
import { takeLetter } from '../../store/letters/sent-mail.ts';
import type { Call } from '../command.ts';
import { consentTo } from '../consent.ts';
import { EXIT } from '../exit.ts';
import { letterDesk, lettersMeant } from '../letter/desk.ts';
import { handOver } from '../letter/leaving.ts';
import { mailWayOf } from '../letter/mail-server.ts';
import { leavingLines, sentLines } from '../letter/sent-lines.ts';
import { printLines, printPieces } from '../print.ts';
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
    await consentTo(call, {
      ready: `The letter ${id} may leave`,
      lines: leavingLines(desk, { trial, server: `${server.host}:${server.port}` }),
      asks: 'Send it?',
      does: 'send it',
      otherwise: 'nothing was sent',
    });
    const left = await handOver(desk, { server, trial, context });
    const { theCase } = await caseIn(paths, { quick: true, from: context.folder });
    if (terminal.json) await printPieces(context.out, recordJson(paths.id, left.entry, envelopeOf(context, [])));
    else await printLines(context.out, sentLines(desk, left, theCase.court.timeZone));
    return EXIT.done;
  } finally {
    lock.release();
  }
}
