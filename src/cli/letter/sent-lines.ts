// What `takedown letter send` shows: before it asks, what would leave and to whom; after, what left and what was said to it.

import { sha256 } from '../../model/sha256.ts';
import { show } from '../../model/text/harmless.ts';
import { TRIAL_MARK } from '../../post/trial.ts';
import { courtWords } from '../../reports/say.ts';
import type { LetterDesk } from './desk.ts';
import { envelopeTo, type Left } from './leaving.ts';

/** Figures of a digest that are enough to compare by eye. */
const FIGURES = 12;

export function leavingLines(
  desk: LetterDesk,
  { trial, server }: { trial: boolean; server: string },
): readonly string[] {
  const { letter, mail, attachments, octets } = desk;
  return [
    `${letter.id}${trial ? ', as a trial to yourself' : ''}`,
    ...row('from', mail.from),
    ...row('to', envelopeTo(desk, trial).join(', ')),
    ...row('subject', trial ? `${TRIAL_MARK} ${mail.subject}` : mail.subject),
    ...row('server', server),
    ...row('mail', `${octets.length} octets, letter ${letter.digest.slice(0, FIGURES)}`),
    ...attachments.flatMap((one) =>
      row('attached', `${one.file}, ${one.octets.length} octets, ${figures(one.octets)}`),
    ),
  ];
}

export function sentLines(desk: LetterDesk, { entry, receipt }: Left, timeZone: string): readonly string[] {
  const { letter } = desk;
  return [
    entry.event === 'trial'
      ? `Sent to yourself: ${letter.id}. Read what arrives; then send it without --trial.`
      : `Sent: ${letter.id}`,
    ...row('to', receipt.accepted.join(', ')),
    ...receipt.rejected.flatMap(({ address, answer }) => row('refused', `${address}: ${answer}`)),
    ...row('server', `${receipt.server}, ${receipt.tls ?? 'in clear, simulated'}`),
    ...row('answer', receipt.answer),
    ...row('when', `${courtWords(entry.at, timeZone)} (${entry.at})`),
    ...row('kept', entry.evidence?.file ?? ''),
    ...(entry.event === 'trial'
      ? []
      : [`That a server took it proves no receipt. When they say so: takedown record received --letter ${letter.id}`]),
  ];
}

function row(label: string, value: string): readonly string[] {
  return [`  ${label.padEnd(9)}  ${show(value)}`];
}

function figures(octets: Uint8Array): string {
  return sha256(octets).slice(0, FIGURES);
}
