// One look at a name as a picture to which it can be given back: every field with the observation that states it, or the reason
// why it is not known.

import type { Instant } from '../model/instant.ts';
import type { Fact } from '../model/judged/dossier.ts';
import type { Sighted } from '../model/judged/record.ts';
import type { Picture } from '../model/judged/restore.ts';
import type { RegistrationFacts } from '../model/seen/observation.ts';
import { dossierOf } from './dossier.ts';
import { known, NOT_ASKED, notKnown } from './facts.ts';
import { statedIn } from './stated.ts';

/** `undefined` where there is no observation. */
export function pictureOf({ name, observations }: Sighted, asOf: Instant): Picture | undefined {
  const dossier = dossierOf({ name, observations, journal: [], asOf });
  if (dossier.observedAt === undefined) return undefined;
  const { registered, registrar, registrant, statuses, ds, expires, delegation } = dossier;
  const stated = <F extends keyof RegistrationFacts>(field: F): Fact<NonNullable<RegistrationFacts[F]>> => {
    const found = statedIn(observations, field);
    if (found !== undefined) return known(found.value, [found.id]);
    if (!registered.known) return registered;
    return registered.value === 'registered' ? notKnown('not-stated', 'not stated', registered.citations) : NOT_ASKED;
  };
  return {
    at: dossier.observedAt,
    registered,
    registrar,
    registrant,
    statuses,
    nameServers: delegation.known
      ? known(delegation.value?.nameServers ?? [], delegation.citations)
      : { ...delegation, known: false },
    glue: delegation.known ? (delegation.value?.glue ?? {}) : {},
    ds: ds.known || ds.word !== 'not-delegated' ? ds : known([], ds.citations),
    created: stated('created'),
    expires,
    handle: stated('handle'),
  };
}
