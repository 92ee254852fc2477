// Relief: no stale DS is left at the parent. After a move to a sinkhole the former signer's DS makes every validating
// resolver answer SERVFAIL while others answer well, so the name looks right from most desks (RFC 4035 section 5).

import type { Dossier } from '../model/judged/dossier.ts';
import type { Judgement } from '../model/judged/finding.ts';
import type { DsRecord } from '../model/seen/delegation.ts';
import { andList } from '../model/text/phrase.ts';
import { defineRelief } from './define.ts';
import { dsText, judgeKeys } from './ds-keys.ts';
import { cannotTell, met, unknown } from './say.ts';

/** DS digest types whose digests we compute (IANA registry of DS digest types; last verified 2026-11). */
const DIGEST_TYPES: ReadonlySet<number> = new Set([1, 2, 4]);

/**
 * Signing algorithms that resolvers validate (IANA DNSSEC algorithm numbers, RFC 9904; last verified 2026-11). 5 and 7 among them:
 * RFC 9905 has them treated as unsupported, and until every resolver does so, such a DS without a key still breaks a name.
 */
const ALGORITHMS: ReadonlySet<number> = new Set([5, 7, 8, 10, 13, 14, 15, 16]);

export const dsAbsentOrValid = defineRelief({
  kind: 'ds-absent-or-valid',
  noun: 'removal of DS',
  explain: {
    asks: 'The parent zone has no DS for the name, or one that leads to a key which signs the zone’s keys.',
    how: 'The DS set at the parent is empty, or every delegated server shows a key that at least one DS matches and whose signature over the zone’s keys is good at that moment. The signature over the DS itself, or the proof that there is none, is verified up to the root’s keys and shown; only one that does not fit makes this unknown.',
    reference: 'RFC 4034 section 5; RFC 4035 sections 5.2 and 5.3; RFC 4509 section 3',
    unknownWhen: [
      'No server of the parent zone gave a usable answer to the DS question, or they disagree.',
      'The keys were looked at in another run than the DS, and none of them fits.',
      'A delegated server did not show its keys, or whether the key of the DS signs them cannot be told.',
      'Only an SHA-1 digest leads to a key that signs, and a better digest stands beside it: some resolvers ignore it then.',
      'What the server said of the DS does not fit what the parent zone signs.',
      'The DS uses an algorithm or digest that no resolver validates; then it is without effect.',
    ],
  },
  terms: (z) => z.strictObject({ kind: z.literal('ds-absent-or-valid') }),
  holdsByItself: true,
  appliesTo: 'registrable-name',
  needs: ['delegation', 'keys'],
  require: () => null,
  judge: (_expected, dossier) => judgeDs(dossier),
  ask: {
    stage: 'remove-ds',
    words: (_expected, { what, seen }) => removal(seen?.ds, what),
    target: () => ({ dsRemoved: true }),
  },
});

/** The former signer's DS go before the name servers change; which they are is known only where they were seen. */
function removal(ds: readonly DsRecord[] | undefined, what: string): string | undefined {
  if (ds === undefined) return `remove every DS record of ${what}`;
  if (ds.length === 0) return undefined;
  const records = ds.map(({ keyTag, algorithm, digestType }) => `${keyTag} ${algorithm} ${digestType}`);
  return `remove the DS ${records.length === 1 ? 'record' : 'records'} ${andList(records)}`;
}

function judgeDs(dossier: Dossier): Judgement {
  const { delegation, ds } = dossier;
  if (delegation.known && delegation.value === null) return met('not in the zone, so no DS can be stale', delegation);
  if (!ds.known) return cannotTell(ds);
  if (ds.value.length === 0) return met('no DS at the parent', ds);
  const usable = ds.value.filter((record) => DIGEST_TYPES.has(record.digestType) && ALGORITHMS.has(record.algorithm));
  if (usable.length === 0) return withoutEffect(ds.value, ds);
  return judgeKeys(dossier, { records: usable, citations: ds.citations, notes: ds.notes ?? [] });
}

/** RFC 4035 section 5.2: such a zone counts as unsigned, so nothing breaks; whether the DS fits a key cannot be told. */
function withoutEffect(ds: readonly DsRecord[], cited: { readonly citations: readonly string[] }): Judgement {
  const kinds = ds.map(({ algorithm, digestType }) => `algorithm ${algorithm}, digest type ${digestType}`);
  const reason = `${dsText(ds)} present, without effect: no resolver validates ${andList([...new Set(kinds)])}`;
  return unknown('ds-without-effect', reason, cited);
}
