// Relief for names that do not exist yet, such as those a program will generate: nobody may register them. A registry
// that reserves a name says so; one that merely blocks it gives the same answer as for a free name, which proves nothing.

import type { ParagraphRef } from '../model/case/order.ts';
import type { Dossier } from '../model/judged/dossier.ts';
import type { Judgement } from '../model/judged/finding.ts';
import { lastWord } from './attestation.ts';
import { defineRelief } from './define.ts';
import { cannotTell, met, unknown, unmet } from './say.ts';

export const notRegistrable = defineRelief({
  kind: 'not-registrable',
  noun: 'block',
  explain: {
    asks: 'Nobody can register the name.',
    how: 'The registry says that the name is reserved or blocked, or has confirmed it and the journal has the entry.',
    reference: 'ICANN Registry Agreement, Specification 5 (reserved names)',
    unknownWhen: [
      'The registry says only that there is no such object: a free name looks the same.',
      'The registry did not answer, or its answer could not be read.',
    ],
  },
  terms: (z) => z.strictObject({ kind: z.literal('not-registrable') }),
  appliesTo: 'registrable-name',
  needs: ['registration', 'journal'],
  require: (_terms, _case, place) => place.paragraph,
  judge: judgeBlocked,
  ask: {
    stage: 'delegate',
    words: (_expected, { what }) => `reserve or block ${what} against registration by anybody`,
    target: () => ({ states: ['not to be registered by anybody'] }),
  },
});

function judgeBlocked(paragraph: ParagraphRef, dossier: Dossier): Judgement {
  const { registered } = dossier;
  if (!registered.known) return cannotTell(registered);
  if (registered.value === 'registered') {
    return unmet('registered', 'registered', { ...registered, now: 'registered', ask: 'to take it over or delete it' });
  }
  if (registered.value === 'reserved') return met('the registry says that it is reserved', registered);
  const said = lastWord(dossier.journal, paragraph);
  if (said?.event !== 'confirmed')
    return unknown('unproved', 'not registered, and not shown to be blocked', registered);
  return met('not registered, and confirmed as blocked', { citations: [...registered.citations, said.citation] });
}
