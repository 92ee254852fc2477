// Which server a letter is handed to: the one of a simulated network that was given on the command line, or the one that is
// set for mail on this machine.

import type { Network } from '../../model/asking/network.ts';
import type { Clock } from '../../model/clock.ts';
import type { MailServer } from '../../model/letter/mail.ts';
import { TakedownError } from '../../model/takedown-error.ts';
import type { Call } from '../command.ts';
import { mailServerIn, mailSettingsIn } from '../settings.ts';
import { workspaceOf } from '../workspace.ts';

export interface MailWay {
  /** With its secrets: read only when something is about to be sent. */
  readonly server: () => MailServer;
  readonly simulated: boolean;
  /** Who sends, as this machine has it. */
  readonly sender: string | undefined;
  /** The simulated network's, where it has one. */
  readonly clock: Clock | undefined;
}

export async function mailWayOf(call: Call): Promise<MailWay> {
  const { context, options } = call;
  const { root } = workspaceOf(call);
  const settings = mailSettingsIn(context, root);
  const sender = settings.from?.address;
  if (options['network'] !== undefined) {
    // Brings all lookups along, which nobody needs who sends in earnest.
    const { askingOf } = await import('../network.ts');
    const asking = askingOf(call, root);
    const server = simulatedServer(asking.network);
    const clock = asking.network.clock === undefined ? undefined : asking.context.clock;
    return { server: () => server, simulated: true, sender, clock };
  }
  const server = () => {
    const found = mailServerIn(context, settings);
    if (found !== undefined) return found;
    throw new TakedownError('use', {
      code: 'no-mail-server',
      message: 'No mail server is set, so nothing can be sent.',
      hint: 'Set mail: smtp: { host, user, password-file } in your own takedown/config.yaml (takedown schema config).',
    });
  };
  return { server, simulated: false, sender, clock: undefined };
}

/** Never more than the simulated server of this machine: a network file is no way around what is set for mail. */
function simulatedServer({ simulated, smtp }: Network): MailServer {
  if (simulated && smtp !== undefined) return { ...smtp, security: 'none' };
  throw new TakedownError('use', {
    code: 'no-simulated-mail-server',
    message: simulated ? 'The network file names no mail server.' : 'The network file does not say simulated: true.',
    hint: 'takedown rehearse CASE --serve --network-out FILE writes one. For a real letter, leave --network out.',
  });
}
