// What kind of paper each purpose makes: whose letterhead, to whom, signed by whom, with which table. One row a purpose.
import type { Purpose } from '../../model/letter/letter.ts';

export interface LetterForm {
  readonly letterhead: boolean;
  /** `sender`: a form that comes back to who wrote the letter. `none`: a paper for our own hands. */
  readonly to: 'recipient' | 'general-counsel' | 'icann' | 'sender' | 'none';
  readonly signed: 'counsel' | 'recipient' | 'nobody';
  readonly schedule: 'actions' | 'open' | 'form' | 'bare';
}

const LETTER = { letterhead: true, to: 'recipient', signed: 'counsel' } as const;
const OWN_PAPER = { letterhead: false, to: 'none', signed: 'nobody' } as const;

const FORMS: Readonly<Record<Purpose, LetterForm>> = {
  execute: { ...LETTER, schedule: 'actions' },
  preserve: { ...LETTER, schedule: 'bare' },
  remind: { ...LETTER, schedule: 'open' },
  call: { ...OWN_PAPER, schedule: 'open' },
  'general-counsel': { ...LETTER, to: 'general-counsel', schedule: 'open' },
  registry: { ...LETTER, schedule: 'open' },
  complain: { ...LETTER, to: 'icann', schedule: 'open' },
  enforce: { ...OWN_PAPER, schedule: 'open' },
  release: { ...LETTER, schedule: 'bare' },
  confirm: { letterhead: false, to: 'sender', signed: 'recipient', schedule: 'form' },
};

/** By purpose, as values carry it. */
export const LETTER_FORMS: Readonly<Record<string, LetterForm>> = FORMS;
