// Relief: the registered name holder is the organisation that the order names. Registrants are mostly withheld
// (ICANN Registration Data Policy; RFC 9537), which is neither met nor unmet: then only a person's record can say it.

import type { ParagraphRef } from '../model/case/order.ts';
import type { Dossier, Fact } from '../model/judged/dossier.ts';
import type { Judgement } from '../model/judged/finding.ts';
import type { Registrant } from '../model/registrar.ts';
import { lastWord } from './attestation.ts';
import { defineRelief } from './define.ts';
import { likeness } from './organisation.ts';
import { cannotTell, met, notRegistered, unknown, unmet } from './say.ts';

interface Expected {
  readonly organisation: string;
  readonly paragraph: ParagraphRef;
  readonly whenMet: string;
}

export const registrantIs = defineRelief({
  kind: 'registrant-is',
  noun: 'change of registrant',
  explain: {
    asks: 'The registered name holder becomes the organisation that the order names.',
    how: 'The registrant’s organisation as the registry shows it, compared without regard to case and punctuation. Where it shows none, a `confirmed` entry of the journal for the paragraph and the name decides.',
    reference: 'RFC 9083 section 5.1, RFC 9537 (redaction)',
    unknownWhen: [
      'The registrant is redacted or behind a proxy, and no confirmation is recorded.',
      'The registry does not show a registrant (thin registries never do), and no confirmation is recorded.',
      'The name is like the ordered one but not the same, and no confirmation is recorded.',
      'The registry did not answer, or its answer could not be read.',
    ],
  },
  terms: (z) =>
    z.strictObject({
      kind: z.literal('registrant-is'),
      organisation: z.string().min(1).describe('The registered name holder that the order names.'),
    }),
  facet: 'transferred',
  appliesTo: 'registrable-name',
  needs: ['registration', 'registrant', 'journal'],
  require: (terms, _case, place): Expected => ({
    organisation: terms.organisation,
    paragraph: place.paragraph,
    whenMet: `the registrant is ${terms.organisation}`,
  }),
  judge: judgeRegistrant,
  ask: {
    stage: 'transfer',
    words: ({ organisation }, { what }) => `enter ${organisation} as registrant of ${what}`,
    target: ({ organisation }) => ({ registrant: organisation }),
  },
});

function judgeRegistrant(expected: Expected, dossier: Dossier): Judgement {
  const free = notRegistered(dossier);
  if (free !== undefined) return free;
  const { registrant } = dossier;
  const seen = registrant.known ? judgeShown(expected, registrant) : cannotTell(registrant);
  // A server that did not answer may yet show somebody else; one that answered without a registrant never will.
  const mayBeAttested = registrant.known || registrant.word === 'not-stated';
  if (seen.verdict !== 'unknown' || !mayBeAttested) return seen;
  const attested = lastWord(dossier.journal, expected.paragraph);
  if (attested?.event !== 'confirmed') return { ...seen, reason: `${seen.reason}, and no confirmation is recorded` };
  return met(`${expected.whenMet}: confirmed${attested.note}`, {
    citations: [...seen.citations, attested.citation],
    notes: [seen.reason, ...(seen.notes ?? [])],
  });
}

function judgeShown(expected: Expected, fact: Fact<Registrant> & { readonly known: true }): Judgement {
  const shown = fact.value;
  if (shown.shown === 'redacted') return unknown('redacted', 'the registrant is withheld', fact);
  if (shown.shown === 'absent') return unknown('not-stated', 'the registry does not show a registrant', fact);
  const { organisation, name } = shown;
  const stated = organisation ?? name;
  if (stated === undefined) return unknown('not-stated', 'the registrant is shown without a name', fact);
  const like = likeness(stated, expected.organisation);
  if (like === 'same') return met(expected.whenMet, fact);
  if (like === 'withheld') return unknown('redacted', `the registrant shown is a stand-in: ${stated}`, fact);
  if (like === 'similar') return unknown('similar-registrant', `the registrant shown is ${stated}`, fact);
  if (organisation === undefined) {
    return unknown('not-stated', `the registrant ${stated} is shown without an organisation`, fact);
  }
  const reason = `the registrant is ${stated}, not ${expected.organisation}`;
  return unmet('other-registrant', reason, {
    ...fact,
    now: stated,
    ask: `to change the registrant to ${expected.organisation}`,
  });
}

/** The sentences above that name whom the registry shows; the last word of each is the program's own. */
const NAMING: readonly RegExp[] = [
  /^the registrant is (.+), not /s,
  /^the registrant shown is (?:a stand-in: )?(.+?)(?:, and no confirmation is recorded)?$/s,
  /^the registrant (.+) is shown without an organisation/s,
];

/** Whom a reason names who is not the ordered one: for papers that leave that out. */
export function registrantNamed(reason: string): string | undefined {
  for (const sentence of NAMING) {
    const [, named] = sentence.exec(reason) ?? [];
    if (named !== undefined) return named;
  }
  return undefined;
}
