// Relief that no server shows: records preserved, an account closed. A person records that it was done, or refused.

import type { ParagraphRef } from '../model/case/order.ts';
import type { Dossier } from '../model/judged/dossier.ts';
import type { Judgement } from '../model/judged/finding.ts';
import { lastWord } from './attestation.ts';
import { defineRelief } from './define.ts';
import { met, unknown, unmet } from './say.ts';

interface Expected {
  readonly paragraph: ParagraphRef;
  readonly what: string;
  readonly whenMissing: Judgement;
}

export const attested = defineRelief({
  kind: 'attested',
  noun: 'confirmation',
  explain: {
    asks: 'Something that cannot be looked up, such as the preservation of records.',
    how: 'The latest `confirmed` or `refused` entry of the journal for the paragraph decides.',
    reference: 'Fed. R. Evid. 803(6), 902(11): a record made by a person with knowledge',
    unknownWhen: ['The journal has neither a confirmation nor a refusal.'],
  },
  terms: (z) =>
    z.strictObject({
      kind: z.literal('attested'),
      what: z.string().min(1).describe('What a person has to confirm, in a few words.'),
      by: z.string().min(1).optional().describe('Who has to confirm it.'),
    }),
  appliesTo: 'any-name',
  needs: ['journal'],
  require(terms, _case, place): Expected {
    const whose = terms.by === undefined ? '' : ` by ${terms.by}`;
    const reason = `${terms.what}: not yet confirmed${whose} in the journal`;
    const whenMissing = unknown('not-attested', reason, { citations: [] });
    return { paragraph: place.paragraph, what: terms.what, whenMissing };
  },
  judge: judgeAttested,
  ask: {
    stage: 'preserve',
    words: ({ what }) => `see to this, and confirm it in writing: ${what}`,
  },
});

function judgeAttested(expected: Expected, dossier: Dossier): Judgement {
  const said = lastWord(dossier.journal, expected.paragraph);
  if (said === undefined) return expected.whenMissing;
  const grounds = { citations: [said.citation] };
  if (said.event === 'confirmed') return met(`${expected.what}: confirmed${said.note}`, grounds);
  return unmet('refused-by-party', `${expected.what}: refused${said.note}`, { ...grounds, now: 'refused' });
}
