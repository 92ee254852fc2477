// What each kind of letter is called on a screen.
import type { Purpose } from '../model/letter.ts';

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
