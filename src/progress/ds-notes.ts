// A DS at which validating resolvers fail, told where no paragraph orders anything of it: by the same judgement as where one does.
import type { Dossier } from '../model/judged/dossier.ts';
import type { Note } from '../model/judged/progress.ts';
import { dsAbsentOrValid } from '../relief/ds-absent-or-valid.ts';
import type { Ours } from './zone-judging.ts';

/** Of a case only once the name is with the sinkhole: how its former owner signs it is nobody's business here. */
export function dsNotes(dossier: Dossier, ours: Ours | undefined): readonly Note[] {
  const { delegation, ds } = dossier;
  if (!ds.known || ds.value.length === 0 || !delegation.known || delegation.value === null) return [];
  if (ours !== undefined && !delegation.value.nameServers.some((server) => ours.sets.has(server))) return [];
  const { verdict, word, reason, citations } = dsAbsentOrValid.judge(null, dossier);
  return verdict === 'unmet' ? [{ word, text: reason, citations }] : [];
}
