// Relief: the registration is at the registrar that the order names. A registrar is its IANA ID (ICANN's list of
// accredited registrars); names are spelled in many ways and decide nothing.
import type { Dossier } from '../model/judged/dossier.ts';
import type { Judgement } from '../model/judged/finding.ts';
import { type Registrar, registrarText } from '../model/registrar.ts';
import { defineRelief } from './define.ts';
import { registrarIn, registrarRef } from './references.ts';
import { cannotTell, met, notRegistered, unknown, unmet } from './say.ts';

interface Expected {
  readonly registrar: Registrar;
  readonly ianaId: number;
  readonly text: string;
  readonly whenMet: string;
}

export const registrarOfRecord = defineRelief({
  kind: 'registrar-of-record',
  noun: 'transfer',
  explain: {
    asks: 'The registration is moved to the registrar that the order names.',
    how: 'The registrar’s IANA ID in the registry’s answer (RDAP before WHOIS) equals that of the ordered registrar.',
    reference: 'ICANN Transfer Policy; RFC 9083 section 4.8 (public IDs)',
    unknownWhen: [
      'The registry did not answer, or its answer could not be read.',
      'The registry states a registrar without an IANA ID.',
    ],
  },
  terms: (z) => z.strictObject({ kind: z.literal('registrar-of-record'), registrar: registrarRef(z) }),
  facet: 'transferred',
  appliesTo: 'registrable-name',
  needs: ['registration'],
  references: (terms) => ({ registrars: [terms.registrar] }),
  require(terms, theCase): Expected {
    const registrar = registrarIn(theCase, terms.registrar);
    const text = registrarText(registrar);
    return { registrar, ianaId: registrar.ianaId, text, whenMet: `the registrar of record is ${text}` };
  },
  judge: judgeRegistrar,
  ask: {
    stage: 'transfer',
    words({ text, registrar }, { what }) {
      const into = registrar.account === undefined ? '' : `, into its account ${registrar.account}`;
      return `transfer ${what} to ${text}${into}`;
    },
    target: ({ registrar }) => ({ registrar }),
  },
});

function judgeRegistrar(expected: Expected, dossier: Dossier): Judgement {
  const free = notRegistered(dossier);
  if (free !== undefined) return free;
  const { registrar } = dossier;
  if (!registrar.known) return cannotTell(registrar);
  const { ianaId } = registrar.value;
  if (ianaId === expected.ianaId) return met(expected.whenMet, registrar);
  const now = registrarText(registrar.value);
  if (ianaId === undefined) return unknown('no-iana-id', `the registry names ${now} without an IANA ID`, registrar);
  const pending = dossier.statuses.known && dossier.statuses.value.includes('pendingTransfer');
  const reason = `the registrar of record is ${now}, not ${expected.text}${pending ? '; a transfer is under way' : ''}`;
  return unmet('other-registrar', reason, { ...registrar, now, ask: `to transfer it to ${expected.text}` });
}
