// Asked before what cannot be taken back. --yes answers it; without a terminal nobody is asked, and nothing is done unasked.
import { TakedownError } from '../model/takedown-error.ts';
import type { Call } from './command.ts';
import { printLines } from './print.ts';

interface Consent {
  /** What stands ready: `The letter 2019-03-15-verisign-order may leave`. */
  readonly ready: string;
  /** Shown before the question. */
  readonly lines?: readonly string[];
  readonly asks: string;
  /** What --yes does: `send it`. */
  readonly does: string;
  /** What did not happen after a no: `nothing was sent`. */
  readonly otherwise: string;
}

/** Comes back only after a yes. */
export async function consentTo({ context, terminal, options }: Call, consent: Consent): Promise<void> {
  if (options['yes'] === true) return;
  const { ready, lines = [], asks, does, otherwise } = consent;
  if (!terminal.asks) {
    throw new TakedownError('use', {
      code: 'not-asked',
      message: `${ready}, but there is no terminal to ask at.`,
      hint: `Give --yes to ${does} without a question.`,
    });
  }
  await printLines(context.err, lines);
  const { confirmed } = await import('./terminal/prompts.ts');
  if (await confirmed(asks, context.interruption)) return;
  throw new TakedownError('failed', { code: 'stopped', message: `Stopped; ${otherwise}.` });
}
