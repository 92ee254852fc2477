// What each kind of letter is called on a screen.

import type { Recipient } from '../../model/case/party.ts';
import type { Purpose } from '../../model/letter/letter.ts';

export const PURPOSE_WORDS: Readonly<Record<Purpose, string>> = {
  execute: 'order',
  preserve: 'preservation',
  remind: 'reminder',
  call: 'call sheet',
  'general-counsel': 'general counsel',
  registry: 'escalation',
  complain: 'ICANN complaint',
  enforce: 'facts to enforce',
  release: 'release',
  confirm: 'confirmation',
};

/** What is offered to a requested party is no order to it. */
export function letterWords(purpose: Purpose, { reach }: Pick<Recipient, 'reach'>): string {
  return purpose === 'execute' && reach === 'requested' ? 'request' : PURPOSE_WORDS[purpose];
}
